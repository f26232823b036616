import { hasPassed, type TestRun } from '../result.js';

/** For programs. */
export function formatJson({ results, seconds }: TestRun): string {
  const passed = results.filter(hasPassed).length;
  const report = {
    scenarios: results.length,
    passed,
    failed: results.length - passed,
    seconds: rounded(seconds),
    results: results.map((result) => ({
      product: result.product,
      rule: result.rule,
      scenario: result.scenario,
      expected: result.expected,
      passed: hasPassed(result),
      seconds: rounded(result.seconds),
      steps: result.steps,
      ...(result.unrepairable === undefined ? {} : { unrepairable: result.unrepairable }),
      ...(result.notExercised.length === 0 ? {} : { notExercised: result.notExercised }),
      failures: result.failures,
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;
