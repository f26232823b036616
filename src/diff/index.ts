import type { Benchmark } from '../model/benchmark.js';
import { benchmarkChanges, diffPlatforms, sideOf } from './benchmark.js';
import { diffGroups, diffRules, diffValues } from './items.js';
import type { BenchmarkDiff } from './model.js';
import { diffProfiles } from './profiles.js';
import { lookAt } from './side.js';

/**
 * What differs between two benchmarks, as people need it at a release.
 *
 * Items are paired by id, then by name; checks are compared by what their OVAL looks at and not by how it is
 * numbered; profiles by what they select. The order of items within a group, and of lists, says nothing.
 *
 * @param a the old one
 * @param b the new one
 */
export function diffBenchmarks(a: Benchmark, b: Benchmark): BenchmarkDiff {
  const [old, now] = [lookAt(a), lookAt(b)];
  return {
    a: sideOf(old),
    b: sideOf(now),
    benchmark: benchmarkChanges(old, now),
    rules: diffRules(old, now),
    groups: diffGroups(old, now),
    values: diffValues(old, now),
    profiles: diffProfiles(old, now),
    platforms: diffPlatforms(old, now),
  };
}

/** Whether nothing differs. */
export function isSame({ benchmark, rules, groups, values, profiles, platforms }: BenchmarkDiff): boolean {
  const lists = [
    benchmark,
    ...[rules, groups, values, profiles, platforms].flatMap((part) => Object.values(part)),
  ];
  return lists.every((list) => list.length === 0);
}

export { formatHtml } from './format/html.js';
export { formatJson } from './format/json.js';
export { formatText } from './format/text.js';
export type * from './model.js';
