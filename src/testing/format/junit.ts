import type { Element } from 'xast';
import { element } from '../../xml/nodes.js';
import { writeDocument } from '../../xml/write.js';
import { type Failure, hasPassed, type ScenarioResult, type TestRun } from '../result.js';
import { remarksOf } from './words.js';

/** For CI: JUnit's XML, a suite for each rule, a case for each scenario. */
export function formatJunit({ results, seconds }: TestRun): string {
  const suites = new Map<string, ScenarioResult[]>();
  for (const result of results) {
    const name = `${result.product}.${result.rule}`;
    suites.set(name, [...(suites.get(name) ?? []), result]);
  }
  return writeDocument(
    element(
      'testsuites',
      { name: 'scapc test', ...countsOf(results), time: seconds.toFixed(3) },
      [...suites].map(([name, cases]) =>
        element(
          'testsuite',
          {
            name,
            ...countsOf(cases),
            time: cases.reduce((sum, each) => sum + each.seconds, 0).toFixed(3),
          },
          cases.map(testCase),
        ),
      ),
    ),
    new Set(['failure', 'system-out']),
  );
}

const countsOf = (results: readonly ScenarioResult[]): Record<string, string> => ({
  tests: String(results.length),
  failures: String(results.filter((result) => !hasPassed(result)).length),
});

function testCase(result: ScenarioResult): Element {
  const remarks = remarksOf(result);
  return element(
    'testcase',
    {
      classname: `${result.product}.${result.rule}`,
      name: `${result.scenario}.${result.expected}`,
      time: result.seconds.toFixed(3),
    },
    [
      ...result.failures.map(failureElement),
      remarks.length === 0 ? undefined : element('system-out', {}, [remarks.join('\n')]),
    ],
  );
}

const failureElement = ({ step, message, details }: Failure): Element =>
  element('failure', { type: step, message }, [
    details.map(({ title, text }) => `${title}:\n${text}`).join('\n\n'),
  ]);
