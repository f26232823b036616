import { type ReadOptions, readTestable, type TestableBenchmark } from '../build/read.js';
import type { Diagnostics } from '../diagnostics/diagnostic.js';
import type { Benchmark, Group } from '../model/benchmark.js';
import { itemsOf, rulesOf } from '../model/items.js';
import { dataStreamOf } from './data-stream.js';
import { noPlatform, nothingToTest, rulesWithoutScenarios, unknownRule } from './messages.js';
import { planProofs } from './plan.js';
import { platforms } from './platforms.js';
import type { TestRun } from './result.js';
import { type RunOptions, runProofs } from './run.js';

export { formatJson } from './format/json.js';
export { formatJunit } from './format/junit.js';
export { formatTable, summaryLine } from './format/table.js';
export { hasPassed, type ScenarioResult, type TestRun } from './result.js';

export interface TestOptions extends ReadOptions, RunOptions {
  /** Names of rules, or of groups whose rules are meant; empty for all. */
  readonly rules: readonly string[];
}

/** Tries the rules of products on their scenarios; what keeps that from being done is reported. */
export async function runTests(options: TestOptions, diagnostics: Diagnostics): Promise<TestRun> {
  const started = performance.now();
  const { report } = diagnostics;
  const testable = await readTestable(options, diagnostics);
  if (diagnostics.hasErrors) return { results: [], seconds: 0 };
  const chosen = chooseRules(testable, options.rules, diagnostics);
  const plans = testable.map((each) => ({
    benchmark: each.benchmark,
    proofs: planProofs(each, chosen, report),
  }));
  const results: TestRun['results'][number][] = [];
  if (!diagnostics.hasErrors && plans.every(({ proofs }) => proofs.length === 0)) report(nothingToTest());
  for (const { benchmark, proofs } of plans) {
    if (diagnostics.hasErrors || proofs.length === 0) continue;
    const platform = platforms[benchmark.name];
    if (!platform) {
      report(noPlatform(benchmark.name, Object.keys(platforms)));
      continue;
    }
    options.onPhase?.('preparing a system for', benchmark.name);
    results.push(...(await runProofs(proofs, platform, dataStreamOf(benchmark), options, report)));
  }
  const tested = new Set(plans.flatMap(({ proofs }) => proofs.map(({ rule }) => rule.name)));
  const untested = [...chosen].filter((name) => !tested.has(name));
  if (!diagnostics.hasErrors && untested.length > 0) report(rulesWithoutScenarios(untested));
  return { results, seconds: (performance.now() - started) / 1000 };
}

/** Names of the rules that were asked for; reports names that nothing has. */
function chooseRules(
  testable: readonly TestableBenchmark[],
  names: readonly string[],
  { report }: Diagnostics,
): ReadonlySet<string> {
  const rules = testable.flatMap(({ benchmark }) => rulesOf(benchmark).map(({ name }) => name));
  if (names.length === 0) return new Set(rules);
  const groups = testable.flatMap(({ benchmark }) => groupsOf(benchmark));
  const known = new Set([...rules, ...groups.map(({ name }) => name)]);
  return new Set(
    names.flatMap((name) => {
      if (!known.has(name)) report(unknownRule(name, [...known]));
      const inside = groups
        .filter((group) => group.name === name)
        .flatMap((group) => [...itemsOf(group)].flatMap((item) => (item.kind === 'rule' ? [item.name] : [])));
      return rules.includes(name) ? [name] : inside;
    }),
  );
}

const groupsOf = (benchmark: Benchmark): Group[] =>
  [...itemsOf(benchmark)].filter((item) => item.kind === 'group');
