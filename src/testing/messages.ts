import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { errorAt, warningAt } from '../diagnostics/make.js';
import { didYouMean } from '../diagnostics/messages.js';
import type { Problem } from '../proving/index.js';
import type { Place } from '../source/file.js';

/** Every message about scenarios and the machine that they run on, one function each. */

export const unknownRule = (name: string, known: readonly string[]): Diagnostic =>
  errorAt(
    'unknown-rule',
    `there is no rule \`${name}\``,
    undefined,
    didYouMean(name, known) ?? 'Name a rule by its folder, or a group, whose rules are all meant.',
  );

export const unknownScenarioProfile = (place: Place, name: string, known: readonly string[]): Diagnostic =>
  errorAt(
    'unknown-profile',
    `there is no profile \`${name}\``,
    place,
    didYouMean(name, known) ?? `Profiles: ${known.join(', ')}.`,
  );

export const unknownScenarioProduct = (place: Place, name: string, known: readonly string[]): Diagnostic =>
  errorAt(
    'unknown-product',
    `there is no product \`${name}\``,
    place,
    didYouMean(name, known) ?? `Known products: ${known.join(', ')}.`,
  );

export const unknownScenarioValue = (
  place: Place | undefined,
  name: string,
  known: readonly string[],
): Diagnostic =>
  errorAt(
    'unknown-value',
    `there is no Value \`${name}\``,
    place,
    didYouMean(name, known) ?? 'A Value is a file NAME.var.',
  );

export const noPlatform = (product: string, known: readonly string[]): Diagnostic =>
  errorAt(
    'no-platform',
    `scapc has no system on which \`${product}\` could be tried`,
    undefined,
    `It has one for: ${known.join(', ')}.`,
  );

export const nothingToTest = (): Diagnostic =>
  errorAt(
    'no-scenarios',
    'none of these rules has a scenario',
    undefined,
    'Write one beside a rule: tests/NAME.pass.sh or tests/NAME.fail.sh.',
  );

export const rulesWithoutScenarios = (names: readonly string[]): Diagnostic =>
  warningAt(
    'untested-rules',
    names.length === 1
      ? `the rule \`${names[0]}\` has no scenario`
      : `${names.length} rules have no scenario: ${names.join(', ')}`,
  );

/** What keeps all scenarios from being run. */
export const machineProblem = ({ code, message, hint, detail }: Problem): Diagnostic =>
  errorAt(
    code,
    lowerFirst(message.replace(/\.$/, '')),
    undefined,
    [hint, detail?.trim()].filter(Boolean).join('\n'),
  );

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
