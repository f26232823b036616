import type { Element, ElementContent } from 'xast';
import type { OvalKind } from '../../../model/oval.js';
import { element, elementsOf, localName, textOf } from '../../../xml/nodes.js';
import type { ForeignElement } from '../../../xml/parse.js';
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
export function test(node: ForeignElement, reading: Reading): Element {
  const objects: Element[] = [];
  const states: Element[] = [];
  for (const child of elementsOf(node) as ForeignElement[]) {
    const name = localName(child);
    if (isNotes(child)) continue;
    if (name.endsWith('object')) {
      if (objects.length > 0)
        reading.report(ovalSecondObject(attribute(node, 'id') ?? '', reading.span(child)));
      objects.push(
        reading.placed(element(child.name, { object_ref: attribute(child, 'object_ref') }), child),
      );
    } else if (name.endsWith('state')) {
      states.push(reading.placed(element(child.name, { state_ref: attribute(child, 'state_ref') }), child));
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
export function entity(
  node: ForeignElement,
  kind: Exclude<OvalKind, 'definition' | 'test'>,
  reading: Reading,
): Element {
  const attributes: Attributes = { ...commonAttributes(node), comment: comment(node) };
  if (kind === 'state') attributes.operator = attribute(node, 'operator') ?? 'AND';
  if (kind === 'variable') attributes.datatype = attribute(node, 'datatype');
  const properties = node.children.filter((child) => child.type === 'element' && !isNotes(child));
  return element(node.name, attributes, [
    ...notesOf(node),
    ...properties.map((child) => property(child as ForeignElement, reading)),
  ]);
}

/** Without the white space between elements. */
function property(node: ForeignElement, reading: Reading): Element {
  const children: ElementContent[] = [];
  const holdsElements = node.children.some((child) => child.type === 'element');
  for (const child of node.children) {
    if (child.type === 'element') children.push(property(child, reading));
    else if (child.type === 'text' && !(holdsElements && child.value.trim() === '')) children.push(child);
  }
  return reading.placed({ type: 'element', name: node.name, attributes: node.attributes, children }, node);
}
