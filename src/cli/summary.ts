import type { Benchmark } from '../model/benchmark.js';
import { itemsOf } from '../model/items.js';
import { counted } from './terminal.js';

/** What a benchmark holds, in one line: `8 rules, 3 values, 13 groups, 2 profiles`. */
export function summaryOf(benchmark: Benchmark): string {
  const count = { rule: 0, value: 0, group: 0 };
  for (const { kind } of itemsOf(benchmark)) count[kind]++;
  return [
    counted(count.rule, 'rule'),
    counted(count.value, 'value'),
    counted(count.group, 'group'),
    counted(benchmark.profiles.length, 'profile'),
  ].join(', ');
}
