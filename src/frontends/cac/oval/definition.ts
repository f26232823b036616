import type { Element } from 'xast';
import {
  childNamed,
  element,
  elementsOf,
  localName,
  type PlacedElement,
  textOf,
} from '../../../xml/nodes.js';
import { attribute, comment, commonAttributes, flag, notesOf, placed } from './items.js';
import {
  ovalAffectedMissing,
  ovalAttributeMissing,
  ovalChildMissing,
  ovalUnknownElement,
} from './messages.js';
import type { Reading } from './shorthand.js';

/** A definition: its metadata, with the product for the platforms that it is for, and its criteria. */
export function definition(node: PlacedElement, affected: string[][], reading: Reading): Element | undefined {
  const metadata = childNamed(node, 'metadata') as PlacedElement | undefined;
  const top = childNamed(node, 'criteria') as PlacedElement | undefined;
  if (!metadata) reading.report(ovalChildMissing(node.name, 'metadata', reading.span(node)));
  if (!top) reading.report(ovalChildMissing(node.name, 'criteria', reading.span(node)));
  if (!metadata || !top) return undefined;
  const platforms = childrenNamed(metadata, 'affected');
  if (platforms.length === 0) {
    reading.report(ovalAffectedMissing(attribute(node, 'id') ?? '', reading.span(metadata)));
  }
  affected.push(platforms.flatMap((list) => elementsOf(list).map(textOf)));
  return element(node.name, { ...commonAttributes(node), class: attribute(node, 'class') }, [
    ...notesOf(node),
    metadataOf(metadata, reading),
    criteria(top, reading),
  ]);
}

const childrenNamed = (node: Element, name: string): PlacedElement[] =>
  elementsOf(node).filter((child) => child.name === name) as PlacedElement[];

function metadataOf(node: PlacedElement, reading: Reading): Element {
  const text = (name: string): Element => {
    const child = childNamed(node, name);
    if (!child) reading.report(ovalChildMissing(node.name, name, reading.span(node)));
    return element(name, {}, child ? [textOf(child)] : []);
  };
  return element(node.name, {}, [
    text('title'),
    ...childrenNamed(node, 'affected').map((list) => affectedOf(list, reading)),
    ...childrenNamed(node, 'reference').map((reference) => referenceOf(reference, reading)),
    text('description'),
  ]);
}

/** What kind the product is decides which of the two lists names it; the other one is kept. */
function affectedOf(node: PlacedElement, reading: Reading): Element {
  const { product } = reading;
  const other = product.element === 'platform' ? 'product' : 'platform';
  const named = element(product.element, {}, [product.fullName]);
  const kept = childrenNamed(node, other).map((child) => element(other, {}, [textOf(child)]));
  return element(
    node.name,
    { family: required(node, 'family', reading) },
    product.element === 'platform' ? [named, ...kept] : [...kept, named],
  );
}

const referenceOf = (node: PlacedElement, reading: Reading): Element =>
  element(node.name, {
    ref_id: required(node, 'ref_id', reading),
    source: required(node, 'source', reading),
    ref_url: attribute(node, 'ref_url') || undefined,
  });

function required(node: PlacedElement, name: string, reading: Reading): string | undefined {
  const value = attribute(node, name);
  if (value === undefined) reading.report(ovalAttributeMissing(node.name, name, reading.span(node)));
  return value;
}

/** What each leaf of the criteria refers to. */
const leaves: Readonly<Record<string, string>> = {
  criterion: 'test_ref',
  extend_definition: 'definition_ref',
};

function criteria(node: PlacedElement, reading: Reading): Element {
  const children: Element[] = [];
  for (const child of elementsOf(node) as PlacedElement[]) {
    const name = localName(child);
    const reference = leaves[name];
    if (name === 'criteria') children.push(criteria(child, reading));
    else if (reference) {
      const made = element(child.name, { ...logic(child), [reference]: required(child, reference, reading) });
      children.push(placed(made, child));
    } else reading.report(ovalUnknownElement(child.name, 'criteria', reading.span(child)));
  }
  return element(node.name, { ...logic(node), operator: attribute(node, 'operator') ?? 'AND' }, children);
}

const logic = (node: Element): Record<string, string | undefined> => ({
  applicability_check: flag(node, 'applicability_check'),
  negate: flag(node, 'negate'),
  comment: comment(node),
});
