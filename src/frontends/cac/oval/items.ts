import type { Element } from 'xast';
import type { OvalKind } from '../../../model/oval.js';
import { element, elementsOf, localName, type PlacedElement, textOf } from '../../../xml/nodes.js';
import { ovalSecondObject, ovalUnknownElement } from './messages.js';
import type { Reading } from './shorthand.js';

type Attributes = Record<string, string | undefined>;

export const attribute = ({ attributes }: Element, name: string): string | undefined =>
  attributes[name] ?? undefined;

/** `true` where the attribute says so; a false one is left out. */
export const flag = (node: Element, name: string): string | undefined =>
  /^[Tt]rue$/.test(attribute(node, name) ?? '') ? 'true' : undefined;

/** What every item carries. */
export const commonAttributes = (node: Element): Attributes => ({
  id: attribute(node, 'id'),
  version: attribute(node, 'version'),
  deprecated: flag(node, 'deprecated'),
});

/** An empty comment is left out. */
export const comment = (node: Element): string | undefined => attribute(node, 'comment') || undefined;

/** An element that was made of one of the file, which knows its place there. */
export const placed = (made: Element, { offset }: PlacedElement): Element => Object.assign(made, { offset });

const isNotes = (node: Element): boolean => localName(node) === 'notes';

/** The notes, which stand first in whatever item has them. */
export const notesOf = (node: Element): Element[] =>
  elementsOf(node)
    .filter(isNotes)
    .map((notes) =>
      element(
        notes.name,
        {},
        elementsOf(notes).map((note) => element(note.name, {}, [textOf(note)])),
      ),
    );

/** A test names one object and any number of states; anything else in it is a mistake. */
export function test(node: PlacedElement, reading: Reading): Element {
  const objects: Element[] = [];
  const states: Element[] = [];
  for (const child of elementsOf(node) as PlacedElement[]) {
    const name = localName(child);
    if (isNotes(child)) continue;
    if (name.endsWith('object')) {
      if (objects.length > 0)
        reading.report(ovalSecondObject(attribute(node, 'id') ?? '', reading.span(child)));
      objects.push(placed(element(child.name, { object_ref: attribute(child, 'object_ref') }), child));
    } else if (name.endsWith('state')) {
      states.push(placed(element(child.name, { state_ref: attribute(child, 'state_ref') }), child));
    } else {
      reading.report(ovalUnknownElement(child.name, node.name, reading.span(child)));
    }
  }
  const existence = attribute(node, 'check_existence');
  const attributes: Attributes = {
    ...commonAttributes(node),
    check: attribute(node, 'check'),
    comment: attribute(node, 'comment'),
    check_existence: existence === 'at_least_one_exists' ? undefined : existence,
    state_operator: attribute(node, 'state_operator') ?? 'AND',
  };
  return element(node.name, attributes, [...notesOf(node), ...objects, ...states]);
}

/** An object, a state or a variable: its own attributes, then everything in it as it is. */
export function entity(node: PlacedElement, kind: Exclude<OvalKind, 'definition' | 'test'>): Element {
  const attributes: Attributes = { ...commonAttributes(node), comment: comment(node) };
  if (kind === 'state') attributes.operator = attribute(node, 'operator') ?? 'AND';
  if (kind === 'variable') attributes.datatype = attribute(node, 'datatype');
  const properties = elementsOf(node).filter((child) => !isNotes(child)) as PlacedElement[];
  return element(node.name, attributes, [...notesOf(node), ...properties.map(withoutLayout)]);
}

/** Without the white space between elements, which it loses itself: a copy of each would cost more than to read it. */
function withoutLayout(node: PlacedElement): PlacedElement {
  const { children } = node;
  if (!children.some((child) => child.type === 'element')) return node;
  node.children = children.filter((child) => child.type === 'element' || child.value.trim() !== '');
  for (const child of node.children) if (child.type === 'element') withoutLayout(child);
  return node;
}
