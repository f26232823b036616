import type { Element } from 'xast';
import { ovalId } from '../backends/names.js';
import { elementsOf, localName, textOf } from '../xml/nodes.js';
import { parseXml } from '../xml/parse.js';
import type { Proof } from './proof.js';

/** More items than this are counted, not listed. */
const maxItems = 10;

/** A longer text is cut. */
const maxText = 300;

/**
 * What OpenSCAP found for the check of a rule: each test, its object, what was collected, and what was expected.
 *
 * @param arf the Asset Reporting Format document of the scan
 * @returns lines of text; empty where the rule has no OVAL check or it was not evaluated
 */
export function checkInWords(arf: string, { benchmark, rule }: Proof): string {
  const names = rule.checks.flatMap(({ kind, name }) =>
    kind === 'oval' && name !== undefined ? [name] : [],
  );
  const parsed = parseXml(arf);
  if ('errors' in parsed) return '';
  const ids = names.map((name) => ovalId(benchmark.naming, 'definition', name));
  for (const results of all(parsed.element, 'oval_results')) {
    const words = new OvalWords(results);
    const lines = ids.flatMap((id) => words.definition(id, ''));
    if (lines.length > 0) return lines.join('\n');
  }
  return '';
}

/** Every element of that local name; what lies inside one of them is not looked at. */
function all(element: Element, name: string): Element[] {
  if (localName(element) === name) return [element];
  return elementsOf(element).flatMap((child) => all(child, name));
}

const attribute = ({ attributes }: Element, name: string, otherwise = ''): string =>
  attributes[name] ?? otherwise;

class OvalWords {
  /** Definitions as written, and everything else of OVAL, by id. */
  readonly #written = new Map<string, Element>();
  readonly #definitionResults = new Map<string, Element>();
  readonly #testResults = new Map<string, Element>();
  readonly #collected = new Map<string, Element>();
  readonly #items = new Map<string, Element>();

  constructor(results: Element) {
    const index = (
      element: Element,
      names: readonly string[],
      key: string,
      into: Map<string, Element>,
    ): void => {
      for (const parent of names.flatMap((name) => all(element, name)))
        for (const child of elementsOf(parent)) into.set(attribute(child, key), child);
    };
    for (const document of all(results, 'oval_definitions'))
      index(document, ['definitions', 'tests', 'objects', 'states', 'variables'], 'id', this.#written);
    for (const system of all(results, 'system')) {
      index(system, ['definitions'], 'definition_id', this.#definitionResults);
      index(system, ['tests'], 'test_id', this.#testResults);
      index(system, ['collected_objects'], 'id', this.#collected);
      index(system, ['system_data'], 'id', this.#items);
    }
  }

  definition(id: string, indent: string): string[] {
    const result = this.#definitionResults.get(id);
    return result ? elementsOf(result).flatMap((criteria) => this.#criteria(criteria, indent)) : [];
  }

  #criteria(node: Element, indent: string): string[] {
    const operator = attribute(node, 'operator', 'AND');
    const result = attribute(node, 'result');
    const not = attribute(node, 'negate') === 'true' ? 'not ' : '';
    switch (localName(node)) {
      case 'criteria': {
        const children = elementsOf(node);
        if (children.length === 1 && not === '') return this.#criteria(children[0] as Element, indent);
        const head = `${indent}${not}${operator === 'AND' ? 'all' : operator === 'OR' ? 'any' : operator} of: ${result}`;
        return [head, ...children.flatMap((child) => this.#criteria(child, `${indent}  `))];
      }
      case 'extend_definition': {
        const id = attribute(node, 'definition_ref');
        const definition = this.#written.get(id);
        const title = definition && all(definition, 'title')[0];
        return [
          `${indent}${not}${title ? textOf(title).trim() : id}: ${result}`,
          ...this.definition(id, `${indent}  `),
        ];
      }
      default:
        return this.#test(attribute(node, 'test_ref'), not, result, indent);
    }
  }

  #test(id: string, not: string, result: string, indent: string): string[] {
    const test = this.#written.get(id);
    if (!test) return [`${indent}${not}${id}: ${result}`];
    const comment = attribute(test, 'comment', id);
    const check = attribute(test, 'check');
    const checkExistence = attribute(test, 'check_existence', 'at_least_one_exists');
    const operator = attribute(test, 'state_operator', 'AND');
    const refs = elementsOf(test);
    const object = refs.flatMap((child) => attribute(child, 'object_ref') || [])[0];
    const states = refs.flatMap((child) => attribute(child, 'state_ref') || []);
    const deeper = `${indent}    `;
    return [
      `${indent}${not}${comment}: ${result}`,
      ...(object === undefined ? [] : [`${deeper}looked for:  ${this.#entities(this.#written.get(object))}`]),
      ...(object === undefined ? [] : this.#collectedLines(object, id, deeper)),
      `${deeper}expected:    ${existence[checkExistence] ?? checkExistence}${
        states.length === 0 ? '' : `, and ${checks[check] ?? check} with`
      } ${states.map((state) => this.#entities(this.#written.get(state))).join(` ${operator} `)}`.trimEnd(),
    ];
  }

  #collectedLines(object: string, test: string, indent: string): string[] {
    const collected = this.#collected.get(object);
    const flag = collected ? attribute(collected, 'flag') : 'not collected';
    const messages = collected
      ? all(collected, 'message').map((message) => `${indent}  ${textOf(message).trim()}`)
      : [];
    const result = this.#testResults.get(test);
    const verdicts = new Map(
      result && elementsOf(result).map((item) => [attribute(item, 'item_id'), attribute(item, 'result')]),
    );
    const items = collected
      ? all(collected, 'reference').flatMap((ref) => attribute(ref, 'item_ref') || [])
      : [];
    if (items.length === 0)
      return [`${indent}found:       nothing${flag === 'complete' ? '' : ` (${flag})`}`, ...messages];
    const shown = items.slice(0, maxItems).map((id) => {
      const verdict = verdicts.get(id);
      const item = this.#entities(this.#items.get(id));
      return `${indent}found:       ${item}${verdict === undefined || verdict === 'not evaluated' ? '' : ` → ${verdict}`}`;
    });
    const rest = items.length - shown.length;
    return [...shown, ...(rest > 0 ? [`${indent}             and ${rest} more`] : []), ...messages];
  }

  /** `path = /etc, filename = motd`: the children of an object, an item or a state. */
  #entities(element: Element | undefined): string {
    if (!element) return 'something that the results do not hold';
    const words = elementsOf(element).flatMap((child) => this.#entity(child));
    return words.length === 0 ? localName(element) : words.join(', ');
  }

  #entity(child: Element): string[] {
    const name = localName(child);
    if (name === 'behaviors')
      return Object.entries(child.attributes).map(([key, value]) => `${key} ${value}`);
    if (name === 'message') return [];
    if (name === 'filter') {
      const state = this.#written.get(textOf(child).trim());
      return [`${attribute(child, 'action', 'exclude')} those with ${this.#entities(state)}`];
    }
    if (name === 'set') return ['a set of other objects'];
    if (attribute(child, 'status') === 'does not exist') return [`no ${name}`];
    const operation = attribute(child, 'operation', 'equals');
    const sign = operation === 'equals' ? '=' : operation;
    const variable = attribute(child, 'var_ref');
    const value = variable === '' ? quoted(textOf(child)) : this.#variable(variable);
    return [`${name} ${sign} ${value}`];
  }

  #variable(id: string): string {
    const variable = this.#written.get(id);
    const comment = variable ? attribute(variable, 'comment') : '';
    return `the variable ${id}${comment === '' ? '' : ` (${comment})`}`;
  }
}

const existence: Readonly<Record<string, string>> = {
  all_exist: 'all of it exists',
  any_exist: 'it may exist',
  at_least_one_exists: 'something is found',
  none_exist: 'nothing is found',
  only_one_exists: 'exactly one is found',
};

const checks: Readonly<Record<string, string>> = {
  all: 'each',
  'at least one': 'one at least',
  'none satisfy': 'none',
  'only one': 'exactly one',
};

/** Plain words as they are; everything else so that white space and ends are seen. */
function quoted(text: string): string {
  const cut = text.length > maxText ? `${text.slice(0, maxText)}…` : text;
  return /^[\w./:@%+-]+$/.test(cut) ? cut : JSON.stringify(cut).replaceAll('\\\\', '\\');
}
