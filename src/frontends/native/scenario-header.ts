import type { Report } from '../../diagnostics/diagnostic.js';
import type { Sourced } from '../../model/content.js';
import type { Scenario } from '../../model/scenario.js';
import { type Place, type SourceFile, spanPlace } from '../../source/file.js';
import {
  badScenarioHeader,
  needlessHeader,
  noReason,
  repeatedScenarioHeader,
  unknownScenarioHeader,
} from './messages.js';

/** What the comments at the top of a scenario say. */
export type ScenarioHeader = Pick<
  Scenario,
  'products' | 'profile' | 'variables' | 'packages' | 'unrepairable' | 'notExercised'
>;

/** The keys of a header, and the form of what stands behind each. */
const forms = {
  profile: 'Write the name of one profile: `# profile = standard`.',
  variables: 'Write names and options or values: `# variables = var_x=strict, var_y=10`.',
  packages: 'Write names with commas between them: `# packages = postfix, cronie`.',
  platform: 'Write names of products with commas between them: `# platform = alinux3`.',
  remediation: 'The only word is `none`, for a state that nothing repairs: `# remediation = none`.',
  reason: 'Write why nothing repairs the state.',
  'not exercised': 'Write what a system without running services does not show.',
} as const;

type Key = keyof typeof forms;

const keys = Object.keys(forms) as Key[];

/** Keys that may stand on several lines. */
const repeatable: readonly Key[] = ['variables', 'packages', 'not exercised'];

const names = /^[\w.+:@-]+(?: *, *[\w.+:@-]+)*$/;
const name = /^[\w.-]+$/;
const settings = /^[A-Za-z_][\w.-]*=[\s\S]*$/;

/** One line of a header. */
interface Line {
  readonly key: Key;
  readonly value: string;
  /** Of the value, and where it starts in the text. */
  readonly place: Place;
  readonly start: number;
}

/**
 * Reads the header of a scenario: comments of the form `# key = value`, among other comments and empty lines, up
 * to the first line of the script.
 */
export function readScenarioHeader(
  file: SourceFile,
  expected: Scenario['expected'],
  report: Report,
): ScenarioHeader {
  const lines = [...headerLines(file, report)].filter((line) => isRight(line, report));
  const all = (key: Key): Line[] => lines.filter((line) => line.key === key);
  const [profile] = all('profile');
  const unrepairable = reasonOf(all('remediation')[0], all('reason')[0], expected, report);
  return {
    products: all('platform').flatMap(({ value, place }) =>
      listed(value).map((product): Sourced<string> => ({ value: product, place })),
    ),
    ...(profile ? { profile: { value: profile.value, place: profile.place } } : {}),
    variables: all('variables').flatMap((line) => variablesOf(file, line)),
    packages: all('packages').flatMap(({ value }) => listed(value)),
    ...(unrepairable === undefined ? {} : { unrepairable }),
    notExercised: all('not exercised').map(({ value }) => value),
  };
}

/** The header of a scenario with that of the lines before it: lists grow, and of what can be said once its own counts. */
export const joinHeaders = (before: ScenarioHeader, own: ScenarioHeader): ScenarioHeader => ({
  ...before,
  ...own,
  products: own.products.length > 0 ? own.products : before.products,
  variables: [
    ...before.variables.filter(({ name }) => !own.variables.some((other) => other.name === name)),
    ...own.variables,
  ],
  packages: [...new Set([...before.packages, ...own.packages])],
  notExercised: [...before.notExercised, ...own.notExercised],
});

function* headerLines(file: SourceFile, report: Report): Generator<Line> {
  const seen = new Set<Key>();
  let start = 0;
  for (const text of file.text.split('\n')) {
    if (text.trim() !== '' && !text.startsWith('#')) return;
    // A directive for ShellCheck looks like a key, and is none.
    const match = /^(#+ *)(?!shellcheck )([a-z][a-z_]*(?: [a-z]+)?)( *= *)(.*?)\s*$/.exec(text);
    if (match) {
      const [, mark = '', key = '', sign = '', value = ''] = match;
      const keyStart = start + mark.length;
      const keyPlace = spanPlace(file, keyStart, keyStart + key.length);
      const valueStart = keyStart + key.length + sign.length;
      if (!isKey(key)) report(unknownScenarioHeader(keyPlace, key, keys));
      else if (seen.has(key) && !repeatable.includes(key)) report(repeatedScenarioHeader(keyPlace, key));
      else {
        seen.add(key);
        yield {
          key,
          value,
          place: spanPlace(file, valueStart, valueStart + value.length),
          start: valueStart,
        };
      }
    }
    start += text.length + 1;
  }
}

const isKey = (key: string): key is Key => Object.hasOwn(forms, key);

function isRight({ key, value, place }: Line, report: Report): boolean {
  const right: Record<Key, boolean> = {
    profile: name.test(value),
    variables: settings.test(value),
    packages: names.test(value),
    platform: names.test(value),
    remediation: value === 'none',
    reason: value !== '',
    'not exercised': value !== '',
  };
  if (!right[key]) report(badScenarioHeader(place, key, forms[key]));
  return right[key];
}

function reasonOf(
  remediation: Line | undefined,
  reason: Line | undefined,
  expected: Scenario['expected'],
  report: Report,
): string | undefined {
  if (remediation && expected !== 'fail') {
    report(needlessHeader(remediation.place, 'remediation', 'Only a scenario that must fail is repaired.'));
    return undefined;
  }
  if (remediation && !reason) report(noReason(remediation.place));
  if (reason && !remediation)
    report(needlessHeader(reason.place, 'reason', 'It belongs to `# remediation = none`.'));
  return remediation && reason?.value;
}

const listed = (value: string): string[] => value.split(',').map((word) => word.trim());

/** `var_x=a, var_y=b, c`: a comma separates where a name and `=` follow it; otherwise it is part of a value. */
function variablesOf(file: SourceFile, { value, start }: Line): Scenario['variables'][number][] {
  let at = start;
  return value.split(/(, *(?=[A-Za-z_][\w.-]*=))/).flatMap((part, i) => {
    const from = at;
    at += part.length;
    if (i % 2 === 1) return [];
    const sign = part.indexOf('=');
    return [
      {
        name: part.slice(0, sign),
        value: part.slice(sign + 1).trim(),
        place: spanPlace(file, from, from + part.length),
      },
    ];
  });
}
