import type { Element, ElementContent } from 'xast';
import { elementsOf, localName, textOf } from '../xml/nodes.js';
import type { OvalItem, OvalKind, OvalLibrary } from './oval.js';

/** One mention of an OVAL item by another. */
export interface OvalReference {
  readonly kind: OvalKind;
  readonly id: string;
  /** The element that mentions it. */
  readonly element: Element;
}

const attributeKinds = new Map<string, OvalKind>([
  ['definition_ref', 'definition'],
  ['test_ref', 'test'],
  ['object_ref', 'object'],
  ['state_ref', 'state'],
  ['var_ref', 'variable'],
]);

/** What an attribute names by its id, wherever it stands. */
export const kindOfAttribute = (name: string): OvalKind | undefined => attributeKinds.get(name);

const textKinds = new Map<string, OvalKind>([
  ['filter', 'state'],
  ['object_reference', 'object'],
  ['var_ref', 'variable'],
]);

/**
 * What the text of an element names by its id (OVAL 5.11.1): the state of a `filter`, a member of a `set`, the variable
 * of a `variable_object`.
 */
export const kindOfText = (element: Element): OvalKind | undefined =>
  element.children.length > 0 ? textKinds.get(localName(element)) : undefined;

/** The items that some definitions reach, those included, each once, in the order in which they are reached. */
export function reachedFrom(library: OvalLibrary, definitions: Iterable<string>): ReadonlySet<OvalItem> {
  const found = new Set<OvalItem>();
  for (const name of definitions) {
    const definition = library.definition.get(name);
    if (definition) found.add(definition);
  }
  // A set grows while it is walked, so this reaches everything, each item once.
  for (const { element } of found) {
    for (const { kind, id } of referencesOf(element)) {
      const item = library[kind].get(id);
      if (item) found.add(item);
    }
  }
  return found;
}

/** Several steps ask for the mentions of the same item. */
const known = new WeakMap<Element, readonly OvalReference[]>();

/** What an OVAL item mentions, in document order. */
export function referencesOf(element: Element): readonly OvalReference[] {
  let references = known.get(element);
  if (!references) {
    references = collect(element, []);
    known.set(element, references);
  }
  return references;
}

function collect(element: Element, found: OvalReference[]): OvalReference[] {
  for (const name in element.attributes) {
    const kind = kindOfAttribute(name);
    if (kind) found.push({ kind, id: element.attributes[name] ?? '', element });
  }
  const kind = kindOfText(element);
  if (kind && elementsOf(element).length === 0) found.push({ kind, id: textOf(element).trim(), element });
  const { children } = element;
  for (let at = 0; at < children.length; at++) {
    const child = children[at] as ElementContent;
    if (child.type === 'element') collect(child, found);
  }
  return found;
}
