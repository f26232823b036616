import type { Benchmark, Item, PlatformReference, Reference } from '../model/benchmark.js';
import { type AnyItem, childrenOf } from '../model/items.js';
import type { RichText } from '../model/text.js';
import type { ItemName } from './model.js';
import { readable } from './readable.js';

/** One benchmark with what comparing it asks for again and again. */
export interface Looked {
  readonly benchmark: Benchmark;
  readonly items: readonly AnyItem[];
  /** The short name of an item; an id that is no item's is its own name. */
  nameOf(id: string): string;
  /** The name of the group around an item; empty at the top. */
  parentOf(item: AnyItem): string;
  textOf(text: RichText): string;
}

export function lookAt(benchmark: Benchmark): Looked {
  const items: AnyItem[] = [];
  const parents = new Map<AnyItem, string>();
  const names = new Map<string, string>();
  const walk = (parent: Benchmark | (AnyItem & { kind: 'group' }), name: string): void => {
    for (const child of childrenOf(parent)) {
      items.push(child);
      parents.set(child, name);
      names.set(child.id, child.name);
      if (child.kind === 'group') walk(child, child.name);
    }
  };
  walk(benchmark, '');
  const nameOf = (id: string): string => names.get(id) ?? id;
  return {
    benchmark,
    items,
    nameOf,
    parentOf: (item) => parents.get(item) ?? '',
    textOf: (text) => readable(text, nameOf),
  };
}

export const itemName = (
  { id, name, title, ...item }: Pick<Item, 'id' | 'name' | 'title'>,
  side: Looked,
): ItemName => ({
  id,
  name,
  title: side.textOf(title),
  ...('severity' in item && typeof item.severity === 'string' ? { severity: item.severity } : {}),
});

export const platformNames = (platforms: readonly PlatformReference[]): string[] =>
  platforms.map((platform) => (platform.kind === 'platform' ? platform.id : platform.name));

/** References by their catalogue's key where it has one. */
export const referenceNames = (references: readonly Reference[], { benchmark }: Looked): string[] =>
  references.map(({ href, text }) => {
    const catalogue = href === undefined ? undefined : benchmark.catalogues.get(href);
    return [catalogue?.key ?? href, text].filter(Boolean).join(' ');
  });
