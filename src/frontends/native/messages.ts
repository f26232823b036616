import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { errorAt } from '../../diagnostics/make.js';
import { didYouMean } from '../../diagnostics/messages.js';
import type { Place } from '../../source/file.js';

/** Every message about the native format, one function each. */

export const rawHtml = (place: Place, tag: string): Diagnostic =>
  errorAt('raw-html', 'HTML has no place in Markdown texts', place, htmlHint(tag));

function htmlHint(tag: string): string {
  const name = /^<\/?\s*([a-z0-9]+)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
  const instead: Record<string, string> = {
    code: 'Write code in backticks: `postfix`.',
    tt: 'Write code in backticks: `postfix`.',
    pre: 'Write a code block between lines of three backticks.',
    b: 'Write **strong** text between two asterisks.',
    strong: 'Write **strong** text between two asterisks.',
    i: 'Write *emphasis* between asterisks.',
    em: 'Write *emphasis* between asterisks.',
    a: 'Write a link as [text](https://example.org/).',
    br: 'Start a new paragraph with an empty line.',
    p: 'Start a new paragraph with an empty line.',
    ul: 'Write a list with a hyphen before each entry.',
    ol: 'Write a list with `1.` before each entry.',
    li: 'Write a list with a hyphen before each entry.',
    sub: 'Write {{value "name"}} for the value of a setting.',
  };
  return instead[name] ?? 'Put it in backticks if it is meant as code; write `\\<` for a literal `<`.';
}

export const openCodeBlock = (place: Place, fence: string): Diagnostic =>
  errorAt(
    'open-code-block',
    'this code block is never closed',
    place,
    `End it with a line that holds just ${fence}.`,
  );

export const unsafeLink = (place: Place, url: string): Diagnostic =>
  errorAt(
    'unsafe-link',
    `a link cannot lead to \`${url}\``,
    place,
    'Links start with https://, http:// or mailto:.',
  );

export const image = (place: Place): Diagnostic =>
  errorAt('image', 'a text of a benchmark cannot hold an image', place, 'Describe what it shows in words.');

export const valueInLink = (place: Place): Diagnostic =>
  errorAt('value-in-link', 'a Value cannot be a part of a link', place, 'Write it beside the link.');

export const templateProblem = (code: string, message: string, place: Place, hint?: string): Diagnostic =>
  errorAt(code, message, place, hint);

export const productFolder = (place: Place, product: string, folder: string): Diagnostic =>
  errorAt(
    'product-folder',
    `the product is called \`${product}\`, its folder \`${folder}\``,
    place,
    'Give both the same name.',
  );

export const productOfItem = (place: Place, name: string, products: readonly string[]): Diagnostic =>
  errorAt(
    'unknown-product',
    `there is no product \`${name}\``,
    place,
    didYouMean(name, products) ?? `Products: ${products.join(', ')}.`,
  );

export const idTwice = (kind: string, id: string, place: Place, first: Place | undefined): Diagnostic =>
  errorAt(
    'id-twice',
    `the ${kind} \`${id}\` exists already`,
    place,
    'Ids are names of folders and files, and unique in a benchmark; rename one of them.',
    first ? [{ message: 'the first one is here', place: first }] : undefined,
  );

export const badName = (place: Place, name: string): Diagnostic =>
  errorAt(
    'bad-name',
    `\`${name}\` cannot be the name of an item`,
    place,
    'A name starts with a letter and holds letters, digits, `_`, `-` and `.` only: it becomes a part of XCCDF and OVAL ids.',
  );

export const orderUnknown = (place: Place, name: string, known: readonly string[]): Diagnostic =>
  errorAt(
    'order-unknown',
    `there is no child \`${name}\` here`,
    place,
    didYouMean(name, known) ?? `Children: ${known.join(', ')}.`,
  );

export const unknownCatalogue = (
  place: Place,
  kind: 'references' | 'identifiers',
  key: string,
  known: readonly string[],
): Diagnostic =>
  errorAt(
    'unknown-catalogue',
    `\`scapc.yml\` lists no ${kind} \`${key}\``,
    place,
    didYouMean(key, known) ?? 'Add it there, with its title and address.',
  );

export const unknownTemplate = (place: Place, name: string, known: readonly string[]): Diagnostic =>
  errorAt(
    'unknown-template',
    `there is no rule template \`${name}\``,
    place,
    didYouMean(name, known) ?? `Templates: ${known.join(', ')}.`,
  );

export const badTemplateSchema = (place: Place, reason: string): Diagnostic =>
  errorAt('template-schema', `this is not a JSON Schema that can be used: ${reason}`, place);

export const badJson = (place: Place, reason: string): Diagnostic =>
  errorAt('json-syntax', `this is not valid JSON: ${reason}`, place);

export const xmlSyntax = (place: Place, reason: string): Diagnostic =>
  errorAt('xml-syntax', `this is not well-formed XML: ${reason}`, place);

export const notDefGroup = (place: Place, name: string): Diagnostic =>
  errorAt(
    'not-def-group',
    `OVAL files start with \`<def-group>\`, not \`<${name}>\``,
    place,
    'Put the definition, its tests, objects, states and variables into one `<def-group>`.',
  );

export const unknownOvalElement = (place: Place, name: string): Diagnostic =>
  errorAt('unknown-oval-element', `\`<${name}>\` is no definition, test, object, state or variable`, place);

export const ovalWithoutId = (place: Place, name: string): Diagnostic =>
  errorAt(
    'oval-id',
    `\`<${name}>\` needs an \`id\``,
    place,
    'Ids are short here: `postfix_installed`, not `oval:…:def:1`.',
  );

export const ovalIdTwice = (place: Place, kind: string, id: string, first: Place | undefined): Diagnostic =>
  errorAt(
    'oval-id-twice',
    `the OVAL ${kind} \`${id}\` exists already`,
    place,
    'Start ids with the name of the rule.',
    first ? [{ message: 'the first one is here', place: first }] : undefined,
  );

export const definitionNotHere = (place: Place, rule: string): Diagnostic =>
  errorAt(
    'no-definition',
    `this file must hold the definition \`${rule}\``,
    place,
    'The check of a rule is the definition that has the name of the rule.',
  );

export const unknownHeader = (place: Place, key: string, known: readonly string[]): Diagnostic =>
  errorAt(
    'unknown-header',
    `remediations know no header \`${key}\``,
    place,
    didYouMean(key, known) ?? `Known: ${known.join(', ')}.`,
  );

export const badHeader = (place: Place, key: string, value: string, allowed: readonly string[]): Diagnostic =>
  errorAt(
    'bad-header',
    `\`${key}\` cannot be \`${value}\``,
    place,
    didYouMean(value, allowed) ?? `Allowed: ${allowed.join(', ')}.`,
  );

export const strayFile = (place: Place, name: string): Diagnostic =>
  errorAt(
    'stray-file',
    `nothing reads \`${name}\` here`,
    place,
    'Rules hold `rule.yml`, `oval/`, `bash/`, `ansible/` and `tests/`, groups `group.yml` and `*.var`.',
  );

export const noGroupFile = (place: Place, folder: string): Diagnostic =>
  errorAt(
    'no-group',
    `the folder \`${folder}\` has neither \`group.yml\` nor \`rule.yml\``,
    place,
    'Every folder of the tree is a Group or a Rule.',
  );

export const strayScenario = (place: Place, name: string): Diagnostic =>
  errorAt(
    'stray-scenario',
    `\`${name}\` is no name of a scenario`,
    place,
    'A scenario is a file `NAME.pass.sh`, `NAME.fail.sh` or `NAME.notapplicable.sh`, by what a scan must find.',
  );

export const unusedSetup = (place: Place): Diagnostic =>
  errorAt(
    'unused-setup',
    'no scenario stands beside this `setup.sh`',
    place,
    'Its lines come before those of the scenarios in the same folder.',
  );

export const unknownScenarioHeader = (place: Place, key: string, known: readonly string[]): Diagnostic =>
  errorAt(
    'unknown-header',
    `scenarios know no header \`${key}\``,
    place,
    didYouMean(key, known) ?? `Known: ${known.join(', ')}.`,
  );

export const repeatedScenarioHeader = (place: Place, key: string): Diagnostic =>
  errorAt('repeated-header', `\`${key}\` stands here a second time`, place, 'Keep one of the lines.');

export const badScenarioHeader = (place: Place, key: string, form: string): Diagnostic =>
  errorAt('bad-header', `\`${key}\` does not have the form that it needs`, place, form);

export const noReason = (place: Place): Diagnostic =>
  errorAt(
    'no-reason',
    'it is not said why nothing repairs this state',
    place,
    'Add a line `# reason = …` below.',
  );

export const needlessHeader = (place: Place, key: string, why: string): Diagnostic =>
  errorAt('needless-header', `\`${key}\` has no meaning here`, place, why);

export const emptyRemediation = (place: Place): Diagnostic =>
  errorAt('empty-remediation', 'this remediation does nothing', place);
