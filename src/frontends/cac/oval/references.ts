import type { Element } from 'xast';
import type { OvalItem, OvalKind } from '../../../model/oval.js';
import { localName, textOf } from '../../../xml/nodes.js';

const byAttribute: Readonly<Record<string, OvalKind>> = {
  definition_ref: 'definition',
  test_ref: 'test',
  object_ref: 'object',
  state_ref: 'state',
  var_ref: 'variable',
};

const byElement: Readonly<Record<string, OvalKind>> = {
  var_ref: 'variable',
  filter: 'state',
  object_reference: 'object',
};

/** Calls `found` for everything that an item refers to. */
export function eachReference({ element }: OvalItem, found: (kind: OvalKind, id: string) => void): void {
  walk(element, found);
}

function walk(node: Element, found: (kind: OvalKind, id: string) => void): void {
  for (const name in node.attributes) {
    const kind = byAttribute[name];
    if (kind) found(kind, String(node.attributes[name]));
  }
  const kind = byElement[localName(node)];
  if (kind) found(kind, textOf(node).trim());
  for (const child of node.children) if (child.type === 'element') walk(child, found);
}
