import type { Diagnostic, Related } from '../diagnostics/diagnostic.js';
import { errorAt as error, warningAt as warning } from '../diagnostics/make.js';
import { didYouMean } from '../diagnostics/messages.js';
import type { Value, ValueOption } from '../model/benchmark.js';
import type { ProfileSource } from '../model/content.js';
import type { OvalItem, OvalKind } from '../model/oval.js';
import type { Place } from '../source/file.js';

/** Every message about linking a benchmark, one function each. */

// --- platforms ---

export const platformSyntax = (message: string, place?: Place): Diagnostic =>
  error(
    'platform-syntax',
    `platform expression: ${message}`,
    place,
    'Write facts joined by `and`, `or`, `not` and parentheses, such as `package[ntp]>=4.2 and not container`.',
  );

export const platformConstant = (expression: string, value: 'always' | 'never', place?: Place): Diagnostic =>
  error(
    'platform-constant',
    `the platform \`${expression}\` ${value} holds`,
    place,
    'Leave it out, or correct it.',
  );

export const unknownFact = (name: string, known: readonly string[], place?: Place): Diagnostic =>
  error('unknown-fact', `there is no platform fact \`${name}\``, place, didYouMean(name, known));

export const unsupportedFact = (written: string, name: string, place?: Place): Diagnostic =>
  error(
    'unsupported-fact',
    `the platform fact \`${name}\` cannot be asked as \`${written}\``,
    place,
    'Its definition lists the arguments that it takes, and says whether it knows versions.',
  );

// --- remediations ---

export const ansibleNotTasks = (rule: string, place?: Place): Diagnostic =>
  error(
    'ansible-not-tasks',
    `the Ansible remediation of \`${rule}\` is not a list of tasks`,
    place,
    'Write a YAML sequence: each task starts with `- name:`.',
  );

export const ansibleSyntax = (rule: string, reason: string, place?: Place): Diagnostic =>
  error('ansible-syntax', `the Ansible remediation of \`${rule}\` is not YAML: ${reason}`, place);

// --- OVAL ---

export const unknownDefinition = (name: string, known: readonly string[], place?: Place): Diagnostic =>
  error('unknown-definition', `there is no OVAL definition \`${name}\``, place, didYouMean(name, known));

export const danglingOval = (
  from: OvalItem,
  kind: OvalKind,
  id: string,
  known: readonly string[],
  place?: Place,
): Diagnostic =>
  error(
    'dangling-oval',
    `the ${from.kind} \`${from.id}\` mentions the ${kind} \`${id}\`, which does not exist`,
    place,
    didYouMean(id, known),
  );

export const extendCycle = (cycle: readonly OvalItem[]): Diagnostic =>
  error(
    'extend-cycle',
    `OVAL definitions extend each other in a circle: ${circle(cycle.map(({ id }) => id))}`,
    cycle[0]?.origin,
    'Take one `extend_definition` out.',
    relatedTo(cycle.slice(1).map(({ id, origin }) => ({ name: id, origin }))),
  );

export const unknownVariable = (variable: OvalItem, known: readonly string[]): Diagnostic =>
  error(
    'unknown-variable',
    `the external variable \`${variable.id}\` has the name of no Value`,
    variable.origin,
    didYouMean(variable.id, known) ?? 'A check reads the Value that has the name of its external variable.',
  );

export const exportType = (variable: OvalItem, datatype: string, value: Value): Diagnostic =>
  error(
    'export-type',
    `the external variable \`${variable.id}\` is of type ${datatype}, its Value is a ${value.type}`,
    variable.origin,
    'A string reads a Value of type string, an int or float a number, a boolean a boolean.',
    value.origin ? [{ message: 'the Value is here', place: value.origin }] : undefined,
  );

// --- values ---

export const unknownValue = (name: string, known: readonly string[], place?: Place): Diagnostic =>
  error('unknown-value', `there is no Value \`${name}\``, place, didYouMean(name, known));

export const optionType = (value: Value, option: ValueOption): Diagnostic =>
  error(
    'option-type',
    `the option \`${option.selector ?? 'default'}\` of \`${value.name}\` is no ${value.type}: \`${option.value}\``,
    option.origin ?? value.origin,
  );

// --- profiles and links ---

export const unknownProfile = (name: string, known: readonly string[], place?: Place): Diagnostic =>
  error(
    'unknown-profile',
    `there is no profile \`${name}\``,
    place,
    didYouMean(name, known) ?? `Profiles: ${known.join(', ')}.`,
  );

export const extendsCycle = (cycle: readonly ProfileSource[]): Diagnostic =>
  error(
    'extends-cycle',
    `profiles extend each other in a circle: ${circle(cycle.map(({ name }) => name))}`,
    cycle[0]?.extends?.place,
    'Take one `extends` out.',
    relatedTo(cycle.slice(1).map(({ name, extends: base }) => ({ name, origin: base?.place }))),
  );

export const unknownSelection = (
  name: string,
  known: readonly string[],
  isValue: boolean,
  place?: Place,
): Diagnostic =>
  error(
    'unknown-selection',
    isValue ? `\`${name}\` is a Value, which cannot be selected` : `there is nothing called \`${name}\``,
    place,
    isValue ? `Choose an option of it: \`${name}=option\`.` : didYouMean(name, known),
  );

export const unknownOption = (
  value: string,
  option: string,
  known: readonly string[],
  place?: Place,
): Diagnostic =>
  error(
    'unknown-option',
    `the Value \`${value}\` has no option \`${option}\``,
    place,
    didYouMean(option, known) ?? `Options: ${known.join(', ')}.`,
  );

export const selectedTwice = (name: string, place?: Place): Diagnostic =>
  warning(
    'selected-twice',
    `\`${name}\` is decided on a line above already; this line wins`,
    place,
    'Keep one of them.',
  );

export const notARule = (name: string, place?: Place): Diagnostic =>
  error('not-a-rule', `\`${name}\` is a Group; only Rules have a severity and a role`, place);

export const unknownSeverity = (severity: string, known: readonly string[], place?: Place): Diagnostic =>
  error(
    'unknown-severity',
    `there is no severity \`${severity}\``,
    place,
    `Severities: ${known.join(', ')}.`,
  );

export const unknownRole = (role: string, known: readonly string[], place?: Place): Diagnostic =>
  error('unknown-role', `there is no role \`${role}\``, place, `Roles: ${known.join(', ')}.`);

export const unknownLink = (
  kind: 'requires' | 'conflicts',
  name: string,
  known: readonly string[],
  place?: Place,
): Diagnostic =>
  error(
    'unknown-link',
    `\`${kind}\` names \`${name}\`, which does not exist`,
    place,
    didYouMean(name, known),
  );

export const linkToItself = (kind: 'requires' | 'conflicts', name: string, place?: Place): Diagnostic =>
  error('link-to-itself', `\`${name}\` names itself in \`${kind}\``, place);

const circle = (names: readonly string[]): string =>
  [...names, names[0]].map((name) => `\`${name}\``).join(' → ');

const relatedTo = (
  others: readonly { readonly name: string; readonly origin: Place | undefined }[],
): Related[] =>
  others.flatMap(({ name, origin }) => (origin ? [{ message: `\`${name}\` is here`, place: origin }] : []));
