import { isExternal, type OvalKind, ovalKinds } from '../../../model/oval.js';
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
  const asked = idsByKind();
  const defined = idsByKind();
  const wanted = idsByKind();
  let next = new Set(roots);

  const add = (found: Ordered): void => {
    if (files.has(found.order)) return;
    files.set(found.order, found);
    for (const item of found.shorthand.items) {
      defined[item.kind].add(item.id);
      for (const { kind, id } of referencesOf(item.element)) {
        if (kind === 'definition') next.add(id);
        else wanted[kind].add(id);
      }
    }
  };

  for (;;) {
    while (next.size > 0) {
      const ids = [...next].filter((id) => !asked.definition.has(id) && !defined.definition.has(id));
      next = new Set();
      for (const id of ids) asked.definition.add(id);
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

type IdsByKind = Readonly<Record<OvalKind, Set<string>>>;

const idsByKind = (): IdsByKind => ({
  definition: new Set(),
  test: new Set(),
  object: new Set(),
  state: new Set(),
  variable: new Set(),
});

/** What is wanted and not defined, by kind; each is looked for once. */
function missingItems(wanted: IdsByKind, defined: IdsByKind, asked: IdsByKind): Map<OvalKind, Set<string>> {
  const missing = new Map<OvalKind, Set<string>>();
  for (const kind of ovalKinds) {
    const ids = [...wanted[kind]].filter((id) => !defined[kind].has(id) && !asked[kind].has(id));
    for (const id of ids) asked[kind].add(id);
    if (ids.length > 0) missing.set(kind, new Set(ids));
  }
  return missing;
}
