/** What stands on both sides, what only on one. */
export interface Pairs<T> {
  readonly both: readonly (readonly [a: T, b: T])[];
  readonly onlyA: readonly T[];
  readonly onlyB: readonly T[];
}

/**
 * Pairs things of two benchmarks: by id, and where an id is only on one side by name, since XCCDF 1.2 gave
 * the items of XCCDF 1.1 new ids around their old names. Each list keeps its own order, `both` that of B.
 */
export function pair<T extends { readonly id: string; readonly name: string }>(
  a: readonly T[],
  b: readonly T[],
): Pairs<T> {
  const byId = new Map(a.map((each) => [each.id, each]));
  const idsOfB = new Set(b.map(({ id }) => id));
  const byName = new Map(a.filter(({ id }) => !idsOfB.has(id)).map((each) => [each.name, each]));
  const both: (readonly [T, T])[] = [];
  const onlyB: T[] = [];
  const taken = new Set<T>();
  for (const now of b) {
    const old = byId.get(now.id) ?? byName.get(now.name);
    if (old && !taken.has(old)) {
      taken.add(old);
      both.push([old, now]);
    } else onlyB.push(now);
  }
  return { both, onlyA: a.filter((each) => !taken.has(each)), onlyB };
}
