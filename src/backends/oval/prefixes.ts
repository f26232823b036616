import type { Element, ElementContent } from 'xast';

/** The prefixes of elements and attributes that nothing around them declares, sorted. */
export function usedPrefixes(nodes: readonly Element[]): string[] {
  const used = new Set<string>();
  for (const node of nodes) collect(node, alwaysDeclared, used);
  return [...used].sort();
}

const alwaysDeclared: ReadonlySet<string> = new Set(['xml', 'xmlns']);

function collect(node: Element, around: ReadonlySet<string>, used: Set<string>): void {
  const { attributes, children } = node;
  let declared = around;
  for (const name in attributes) {
    if (name.startsWith('xmlns:')) declared = new Set(declared).add(name.slice('xmlns:'.length));
  }
  note(node.name, declared, used);
  for (const name in attributes) note(name, declared, used);
  for (let at = 0; at < children.length; at++) {
    const child = children[at] as ElementContent;
    if (child.type === 'element') collect(child, declared, used);
  }
}

function note(name: string, declared: ReadonlySet<string>, used: Set<string>): void {
  const colon = name.indexOf(':');
  if (colon < 0) return;
  const prefix = name.slice(0, colon);
  if (!declared.has(prefix)) used.add(prefix);
}
