import type { Element, ElementContent, Text } from 'xast';

/** How deep elements may stand: no sane document comes near this, and what walks the tree may recurse this deep. */
export const maxDepth = 500;

/** An element of a document that was read, and the UTF-16 offset of its `<`. */
export interface PlacedElement extends Element {
  attributes: Record<string, string>;
  children: (PlacedElement | Text)[];
  readonly offset: number;
}

/** The offset of its `<` in the text that an element was read from, where it was read from one. */
export const offsetOf = (node: Element): number | undefined => (node as Partial<PlacedElement>).offset;

type Child = ElementContent | string | undefined;

/** An element; children that are undefined are left out, strings become text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly Child[] = [],
): Element {
  const kept: Record<string, string> = {};
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) kept[key] = value;
  }
  const nodes: ElementContent[] = [];
  for (let at = 0; at < children.length; at++) {
    const child = children[at];
    if (child === undefined) continue;
    nodes.push(typeof child === 'string' ? { type: 'text', value: child } : child);
  }
  return { type: 'element', name, attributes: kept, children: nodes };
}

/** The child elements, without text and comments. */
export function elementsOf({ children }: Element): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < children.length; at++) {
    const child = children[at] as ElementContent;
    if (child.type === 'element') found.push(child);
  }
  return found;
}

/** The first child element of that name. */
export const childNamed = (parent: Element, name: string): Element | undefined =>
  parent.children.find((child): child is Element => child.type === 'element' && child.name === name);

/** The name without its prefix. */
export const localName = (node: Element): string => node.name.slice(node.name.indexOf(':') + 1);

/** All text below an element, as XPath's `string()` gives it. */
export function textOf(node: Element): string {
  const { children } = node;
  if (children.length === 1 && children[0]?.type === 'text') return children[0].value;
  let out = '';
  for (const child of children) {
    if (child.type === 'text' || child.type === 'cdata') out += child.value;
    else if (child.type === 'element') out += textOf(child);
  }
  return out;
}
