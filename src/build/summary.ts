import type { Benchmark } from '../model/benchmark.js';
import { itemsOf } from '../model/items.js';

/** How many items of each kind a benchmark holds. */
export interface ProductSummary {
  readonly name: string;
  readonly rules: number;
  readonly values: number;
  readonly groups: number;
  readonly profiles: number;
}

export function summaryOf(benchmark: Benchmark): ProductSummary {
  const count = { rule: 0, value: 0, group: 0 };
  for (const { kind } of itemsOf(benchmark)) count[kind]++;
  return {
    name: benchmark.name,
    rules: count.rule,
    values: count.value,
    groups: count.group,
    profiles: benchmark.profiles.length,
  };
}
