import type { Benchmark, Group, Rule, Value } from './benchmark.js';

export type AnyItem = Group | Rule | Value;

/** The children of a benchmark or group, in document order. */
export function childrenOf(parent: Benchmark | Group): readonly AnyItem[] {
  if (parent.children) return parent.children;
  return 'kind' in parent ? [] : [...parent.values, ...parent.rules, ...parent.groups];
}

/** Every Group, Rule and Value, a parent before its children, in document order. */
export function* itemsOf(parent: Benchmark | Group): Generator<AnyItem> {
  for (const child of childrenOf(parent)) {
    yield child;
    if (child.kind === 'group') yield* itemsOf(child);
  }
}

export const rulesOf = (benchmark: Benchmark): Rule[] =>
  [...itemsOf(benchmark)].filter((item) => item.kind === 'rule');

export const valuesOf = (benchmark: Benchmark): Value[] =>
  [...itemsOf(benchmark)].filter((item) => item.kind === 'value');
