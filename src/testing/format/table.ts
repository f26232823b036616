import pc from 'picocolors';
import { type Failure, hasPassed, type ScenarioResult, type TestRun } from '../result.js';
import { remarksOf, secondsText, triedWords } from './words.js';

const header = ['RULE', 'SCENARIO', 'TRIED', 'RESULT', 'TIME'] as const;

/** For people: one line for each scenario, what is to be known about it, failures in full, and a summary. */
export function formatTable(run: TestRun, colors: boolean): string {
  const { bold, dim, green, red } = pc.createColors(colors);
  const several = new Set(run.results.map(({ product }) => product)).size > 1;
  const rows = run.results.map((result): string[] => [
    several ? `${result.product}: ${result.rule}` : result.rule,
    result.scenario,
    triedWords(result),
    hasPassed(result) ? 'ok' : 'FAILED',
    secondsText(result.seconds),
  ]);
  const widths = header.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === cells.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  ');
  const shown = run.results.flatMap((result, i) => {
    const text = line(rows[i] ?? []);
    const paint = hasPassed(result) ? green : red;
    return [
      text.replace(/\b(ok|FAILED)(?= +\S+ s$)/, (word) => paint(word)),
      ...remarksOf(result).map((remark) => dim(`  ${remark}`)),
    ];
  });
  const failures = run.results.flatMap((result) =>
    result.failures.map((failure) => failureText(result, failure, bold, red)),
  );
  return `${[bold(line(header)), ...shown].join('\n')}\n\n${failures.map((text) => `${text}\n\n`).join('')}${summaryLine(run)}\n`;
}

function failureText(
  { product, rule, scenario, expected }: ScenarioResult,
  { message, details }: Failure,
  bold: (text: string) => string,
  red: (text: string) => string,
): string {
  const parts = details.map(({ title, text }) => `  ${title}:\n${indented(text)}`);
  return [
    `${red('FAILED')} ${bold(`${rule}, ${scenario}.${expected}`)} (${product}): ${message}`,
    ...parts,
  ].join('\n');
}

/** Control characters of a program's output could talk to the terminal. */
const indented = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\u00b7')
    .split('\n')
    .map((line) => `    ${line}`.trimEnd())
    .join('\n');

/** `12 scenarios of 6 rules: 12 passed, 0 failed; 9 repaired by Bash, 9 by Ansible; 41.2 s`. */
export function summaryLine({ results, seconds }: TestRun): string {
  const rules = new Set(results.map(({ product, rule }) => `${product} ${rule}`)).size;
  const passed = results.filter(hasPassed).length;
  const repaired = (step: 'bash again' | 'ansible again'): number =>
    results.filter(({ steps }) => steps.some(({ name, passed: ok }) => name === step && ok)).length;
  return (
    `${counted(results.length, 'scenario')} of ${counted(rules, 'rule')}: ` +
    `${passed} passed, ${results.length - passed} failed; ` +
    `${repaired('bash again')} repaired by Bash, ${repaired('ansible again')} by Ansible; ${secondsText(seconds)}`
  );
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
