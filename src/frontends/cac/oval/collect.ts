import { isExternal, type OvalKind } from '../../../model/oval.js';
import { referencesOf } from '../../../model/oval-references.js';
import type { Shorthand } from './shorthand.js';

/** A file of definitions, and where it stands in the order in which files count. */
export interface Ordered {
  readonly order: string;
  readonly shorthand: Shorthand;
}

/** Finds the files that define definitions; the answers stand in the order of the ids. */
export type FindDefinitions = (ids: readonly string[]) => Promise<(Ordered | undefined)[]>;

/** Finds files for items that no file so far defines. */
export type FindItems = (missing: ReadonlyMap<OvalKind, ReadonlySet<string>>) => Promise<Ordered[]>;

/**
 * The files that some definitions reach: theirs, and those of the definitions that they extend, over and over.
 * A file that nothing reaches is never read.
 */
export async function collectShorthands(
  roots: Iterable<string>,
  find: FindDefinitions,
  findItems: FindItems,
): Promise<Ordered[]> {
  const files = new Map<string, Ordered>();
  const asked = new Set<string>();
  const defined = new Set<string>();
  const wanted = new Map<OvalKind, Set<string>>();
  let next = new Set(roots);

  const add = (found: Ordered): void => {
    if (files.has(found.order)) return;
    files.set(found.order, found);
    for (const item of found.shorthand.items) {
      defined.add(`${item.kind} ${item.id}`);
      for (const { kind, id } of referencesOf(item.element)) {
        if (kind === 'definition') next.add(id);
        const ids = wanted.get(kind);
        if (ids) ids.add(id);
        else wanted.set(kind, new Set([id]));
      }
    }
  };

  for (;;) {
    while (next.size > 0) {
      const ids = [...next].filter((id) => !asked.has(id) && !defined.has(`definition ${id}`));
      next = new Set();
      for (const id of ids) asked.add(id);
      for (const found of await find(ids)) if (found) add(found);
    }
    const missing = missingItems(wanted, defined, asked);
    if (missing.size === 0) break;
    for (const found of await findItems(missing)) add(found);
  }
  return [...files.values()];
}

/** Files in the order in which they count, which their external variables keep as their precedence. */
export const inOrder = (files: readonly Ordered[]): Shorthand[] =>
  [...files]
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ order, shorthand }) => ({
      ...shorthand,
      items: shorthand.items.map((item) => (isExternal(item) ? { ...item, precedence: order } : item)),
    }));

/** Each is looked for once. */
function missingItems(
  wanted: ReadonlyMap<OvalKind, ReadonlySet<string>>,
  defined: ReadonlySet<string>,
  asked: Set<string>,
): Map<OvalKind, Set<string>> {
  const missing = new Map<OvalKind, Set<string>>();
  for (const [kind, ids] of wanted) {
    if (kind === 'definition') continue;
    for (const id of ids) {
      const key = `${kind} ${id}`;
      if (defined.has(key) || asked.has(key)) continue;
      asked.add(key);
      const set = missing.get(kind);
      if (set) set.add(id);
      else missing.set(kind, new Set([id]));
    }
  }
  return missing;
}
