/** Prints how many tests ran and failed, as the test run itself reported it. */
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync('test-results/report.json', 'utf8'));
// A file that could not be loaded has no tests to count, and is a failure all the same.
const brokenFiles = report.testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
);
const skipped = report.numPendingTests + report.numTodoTests;
console.log(
  `${report.numPassedTests} passed, ${report.numFailedTests + brokenFiles.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
