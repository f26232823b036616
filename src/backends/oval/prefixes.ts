import type { Element } from 'xast';

/** The prefixes of elements and attributes that nothing around them declares, sorted. */
export function usedPrefixes(nodes: readonly Element[]): string[] {
  const used = new Set<string>();
  for (const node of nodes) collect(node, new Set(['xml', 'xmlns']), used);
  return [...used].sort();
}

function collect(node: Element, around: ReadonlySet<string>, used: Set<string>): void {
  let declared = around;
  for (const name in node.attributes) {
    if (name.startsWith('xmlns:')) declared = new Set(declared).add(name.slice('xmlns:'.length));
  }
  note(node.name, declared, used);
  for (const name in node.attributes) note(name, declared, used);
  for (const child of node.children) {
    if (child.type === 'element') collect(child, declared, used);
  }
}

function note(name: string, declared: ReadonlySet<string>, used: Set<string>): void {
  const colon = name.indexOf(':');
  if (colon < 0) return;
  const prefix = name.slice(0, colon);
  if (!declared.has(prefix)) used.add(prefix);
}
