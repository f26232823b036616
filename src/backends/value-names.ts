import type { Benchmark } from '../model/benchmark.js';
import { valuesOf } from '../model/items.js';

const known = new WeakMap<Benchmark, ReadonlyMap<string, string>>();

/** The short name of each Value by its id; found once for a benchmark, since every rule may ask. */
export function valueNames(benchmark: Benchmark): ReadonlyMap<string, string> {
  let names = known.get(benchmark);
  if (!names) {
    names = new Map(valuesOf(benchmark).map(({ id, name }) => [id, name]));
    known.set(benchmark, names);
  }
  return names;
}
