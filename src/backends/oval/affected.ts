import type { Element, ElementContent } from 'xast';
import { element, elementsOf, localName } from '../../xml/nodes.js';

/** A definition whose `metadata` says which systems it is for: the product, where the author named none. */
export function withAffected(definition: Element, productName: string): Element {
  const metadata = elementsOf(definition).find((child) => localName(child) === 'metadata');
  if (!metadata) return definition;
  const affected = elementsOf(metadata).find((child) => localName(child) === 'affected');
  const names =
    affected && elementsOf(affected).some((child) => ['platform', 'product'].includes(localName(child)));
  if (names) return definition;
  const complete = element('affected', { family: 'unix', ...strings(affected) }, [
    element('platform', {}, [productName]),
  ]);
  const children: ElementContent[] = [];
  for (const child of metadata.children) {
    if (child === affected) continue;
    children.push(child);
    if (child.type === 'element' && localName(child) === 'title') children.push(complete);
  }
  const described: Element = { ...metadata, children };
  return {
    ...definition,
    children: definition.children.map((child) => (child === metadata ? described : child)),
  };
}

const strings = (node: Element | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(node?.attributes ?? {}).map(([name, value]) => [name, value ?? '']));
