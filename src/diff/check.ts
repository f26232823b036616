import type { Benchmark, Check, Rule } from '../model/benchmark.js';
import { describeLogic } from './logic.js';

/** Everything that a rule is checked by, as lines to compare. */
export function describeChecks(
  rule: Rule,
  benchmark: Benchmark,
  valueName: (id: string) => string,
): string | undefined {
  if (rule.checks.length === 0) return undefined;
  return rule.checks.flatMap((check) => describeCheck(check, benchmark, valueName)).join('\n');
}

function describeCheck(check: Check, benchmark: Benchmark, valueName: (id: string) => string): string[] {
  const options = [
    ...(check.selector === undefined ? [] : [`selector ${check.selector}`]),
    ...(check.negate ? ['negated'] : []),
    ...(check.multiCheck ? ['a result for each definition'] : []),
  ];
  const suffix = options.length === 0 ? '' : ` (${options.join(', ')})`;
  if (check.kind === 'oval' && check.name !== undefined) {
    const values = new Map(check.exports.map(({ variable, value }) => [variable, valueName(value)]));
    return [
      `OVAL${suffix}`,
      ...describeLogic(benchmark.oval, check.name, (variable) => values.get(variable)),
    ];
  }
  const where = [check.href, check.name].filter((each) => each !== undefined).join(' ');
  const kind =
    check.kind === 'oval' ? 'OVAL, the whole document' : check.kind === 'sce' ? 'script' : check.system;
  return [
    `${kind}${suffix}${where === '' ? '' : ` ${where}`}`,
    ...check.exports.map(({ variable, value }) => `  ${variable} = value ${valueName(value)}`),
  ];
}
