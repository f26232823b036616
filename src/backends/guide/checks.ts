import type { Element } from 'xast';
import type { Check, Rule } from '../../model/benchmark.js';
import type { OvalPiece } from '../../model/pieces.js';
import { elementsOf, localName } from '../../xml/nodes.js';
import { reachedPieces } from '../reached-oval.js';
import type { GuideContext } from './context.js';
import { escapeText } from './html.js';
import type { OvalContext } from './oval/context.js';
import { definitionHtml } from './oval/definition.js';
import { definitionTitle } from './oval/extend.js';
import { objectHtml } from './oval/object.js';
import { variableHtml } from './oval/variable.js';

/** How a program decides a rule: for each check its logic, or where it lies. */
export const checksHtml = (rule: Rule, context: GuideContext): string =>
  rule.checks.map((check) => checkHtml(check, context)).join('');

function checkHtml(check: Check, context: GuideContext): string {
  const name = check.name ?? '';
  if (check.kind === 'oval') {
    const logic = definitionHtml(name, ovalContext(check, context));
    return `<p class="note">OVAL definition <code>${escapeText(name)}</code></p>${logic}`;
  }
  const what = check.kind === 'sce' ? 'A script' : 'A check';
  const where = [check.href, name].filter((word) => word !== undefined && word !== '').join('#');
  return `<p>${what} outside of this benchmark: <code>${escapeText(where)}</code> (<code>${escapeText(check.system)}</code>)</p>`;
}

const ovalContext = (check: Check | undefined, { benchmark, showValue }: GuideContext): OvalContext => ({
  library: benchmark.oval,
  showValue,
  exports: new Map(check?.exports.map(({ variable, value }) => [variable, value])),
  definitionAnchor,
  objectHtml,
  variableHtml,
});

const definitionAnchor = (id: string): string => `check-${id.replace(/[^\w.-]/g, '_')}`;

/** A definition that others extend, under the address that they link to. */
export interface SharedCheck {
  readonly anchor: string;
  readonly title: string;
  readonly logic: string;
}

/** Every definition that the checks of rules reach by `extend_definition`, in the order of the library. */
export function sharedChecks(context: GuideContext): SharedCheck[] {
  const definitions = [...ownDefinitions(context), ...reachedPieces(context.benchmark).flatMap(compiled)];
  const reached = new Set(definitions.flatMap((each) => each.extends));
  return definitions
    .filter(({ id }) => reached.has(id))
    .map(({ id, title, logic }) => ({ anchor: definitionAnchor(id), title: title(), logic: logic() }));
}

interface Definition {
  readonly id: string;
  readonly extends: readonly string[];
  readonly title: () => string;
  readonly logic: () => string;
}

function ownDefinitions(context: GuideContext): Definition[] {
  const oval = ovalContext(undefined, context);
  return [...context.benchmark.oval.definition].map(([id, { element }]) => ({
    id,
    extends: extendedBy(element),
    title: () => definitionTitle(id, oval),
    logic: () => definitionHtml(id, oval),
  }));
}

const compiled = ({ id, guide }: OvalPiece): Definition[] =>
  guide ? [{ id, extends: guide.extends, title: () => guide.title, logic: () => guide.logic }] : [];

/** What the guide says of definitions of a benchmark where others extend them. */
export function definitionPieces(context: GuideContext): (id: string) => OvalPiece['guide'] {
  const definitions = new Map(ownDefinitions(context).map((each) => [each.id, each]));
  const reached = new Set([...definitions.values()].flatMap((each) => each.extends));
  return (id) => {
    const definition = definitions.get(id);
    if (!definition) return undefined;
    const { title, logic } = definition;
    // What nobody extends is never shown apart from its rule.
    return { title: title(), logic: reached.has(id) ? logic() : '', extends: definition.extends };
  };
}

function extendedBy(definition: Element): string[] {
  const found = new Set<string>();
  collectExtended(definition, found);
  return [...found];
}

function collectExtended(node: Element, found: Set<string>): void {
  for (const child of elementsOf(node)) {
    const name = localName(child);
    if (name === 'extend_definition') found.add(child.attributes.definition_ref ?? '');
    else if (name === 'criteria') collectExtended(child, found);
  }
}
