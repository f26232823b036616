import type { Element } from 'xast';
import type { OvalKind, OvalLibrary } from '../model/oval.js';
import { elementsOf, localName, textOf } from '../xml/nodes.js';

/**
 * The logic of an OVAL definition as lines: its criteria, and under each test the object, the states and the
 * variables that it looks at.
 *
 * Two checks are the same when their lines are. So what says nothing of what is checked is left out: ids
 * (content that is renumbered checks the same), versions, comments, metadata. What a check reaches twice stands
 * there twice, as a reader of one place wants it.
 *
 * @param valueNameOf the short name of the Value that an external variable gets, by the variable's id
 */
export function describeLogic(
  library: OvalLibrary,
  definition: string,
  valueNameOf: (variable: string) => string | undefined,
): string[] {
  const description = new Description(library, valueNameOf);
  description.item('definition', definition, 0);
  return description.lines;
}

/** How an element names an item of OVAL, by the element's or attribute's local name. */
const references: Readonly<Record<string, OvalKind>> = {
  definition_ref: 'definition',
  test_ref: 'test',
  object_ref: 'object',
  state_ref: 'state',
  var_ref: 'variable',
};

/** Says nothing of what is checked. */
const ignoredAttributes = new Set(['id', 'version', 'comment', 'deprecated', ...Object.keys(references)]);
const ignoredElements = new Set(['metadata', 'notes', 'Signature']);

/** No content nests its definitions this deep. */
const maxDepth = 400;
const maxLines = 5000;

/** `object ind:textfilecontent54_object`, `definition`. */
const nameOf = (kind: OvalKind, element: string): string => (element === kind ? kind : `${kind} ${element}`);

class Description {
  readonly lines: string[] = [];
  readonly #library: OvalLibrary;
  readonly #valueNameOf: (variable: string) => string | undefined;
  readonly #seen = new Set<string>();
  readonly #open = new Set<string>();

  constructor(library: OvalLibrary, valueNameOf: (variable: string) => string | undefined) {
    this.#library = library;
    this.#valueNameOf = valueNameOf;
  }

  item(kind: OvalKind, id: string, depth: number): void {
    if (depth > maxDepth) {
      this.#line(depth, '…');
      return;
    }
    const key = `${kind} ${id}`;
    if (this.#open.has(key)) {
      this.#line(depth, `${kind}, which this is a part of`);
      return;
    }
    // Definitions that extend definitions can double with each step: beyond any sane size only once each.
    if (this.lines.length > maxLines && this.#seen.has(key)) {
      this.#line(depth, `${kind}, as above`);
      return;
    }
    const item = this.#library[kind].get(id);
    if (!item) {
      this.#line(depth, `${kind}, which is missing`);
      return;
    }
    this.#seen.add(key);
    this.#open.add(key);
    const value = kind === 'variable' ? this.#valueNameOf(id) : undefined;
    const suffix = value === undefined ? '' : ` of value ${value}`;
    this.#element(item.element, depth, nameOf(kind, item.element.name), suffix);
    this.#open.delete(key);
  }

  #element(element: Element, depth: number, name: string, suffix = ''): void {
    const children = elementsOf(element).filter((child) => !ignoredElements.has(localName(child)));
    const text = children.length === 0 ? textOf(element).trim() : '';
    const isReference = references[text === '' ? '' : localName(element)] !== undefined;
    const content = text === '' || isReference ? '' : ` ${JSON.stringify(text)}`;
    this.#line(depth, `${name}${attributesOf(element)}${suffix}${content}`);
    for (const [attribute, kind] of Object.entries(references)) {
      const id = element.attributes[attribute];
      if (id) this.item(kind, id, depth + 1);
    }
    const referred = references[localName(element)];
    if (isReference && referred) this.item(referred, text, depth + 1);
    for (const child of children) this.#child(child, depth + 1);
  }

  /** The `object` and `state` of a test only name theirs. */
  #child(child: Element, depth: number): void {
    const name = localName(child);
    const id = name === 'object' || name === 'state' ? child.attributes[`${name}_ref`] : undefined;
    if (id && (name === 'object' || name === 'state')) this.item(name, id, depth);
    else this.#element(child, depth, child.name);
  }

  #line(depth: number, text: string): void {
    this.lines.push('  '.repeat(depth) + text);
  }
}

/** Attributes that decide, without those that only repeat the default of the schema. */
function attributesOf(element: Element): string {
  let out = '';
  for (const name of Object.keys(element.attributes).sort()) {
    const value = element.attributes[name] ?? '';
    if (ignoredAttributes.has(name) || name.startsWith('xmlns') || defaults[name] === value) continue;
    // `operator` has other defaults elsewhere.
    if (name === 'operator' && value === 'AND' && /^criteria$|_state$/.test(localName(element))) continue;
    out += ` ${name}=${JSON.stringify(value)}`;
  }
  return out;
}

/** Defaults of the OVAL schema (5.11.1) that generators write or leave out as they like. */
const defaults: Readonly<Record<string, string>> = {
  negate: 'false',
  applicability_check: 'false',
  operation: 'equals',
  datatype: 'string',
  check_existence: 'at_least_one_exists',
  state_operator: 'AND',
  mask: 'false',
  entity_check: 'all',
  var_check: 'all',
  class: 'compliance',
};
