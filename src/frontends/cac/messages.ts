import type { Diagnostic, Related } from '../../diagnostics/diagnostic.js';
import { didYouMean } from '../../diagnostics/messages.js';
import { filePlace, type Place, type SourceFile } from '../../source/file.js';
import type { JinjaError } from './jinja/index.js';

/** Every message about a ComplianceAsCode checkout, one function each. */

const error = (
  code: string,
  message: string,
  place?: Place,
  hint?: string,
  related: readonly Related[] = [],
): Diagnostic => ({
  code,
  severity: 'error',
  message,
  ...(place === undefined ? {} : { place }),
  ...(hint === undefined ? {} : { hint }),
  ...(related.length === 0 ? {} : { related }),
});

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

// --- the checkout ---

export const constantsMissing = (path: string): Diagnostic =>
  error(
    'cac-constants-missing',
    `the checkout has no ${path}`,
    undefined,
    'Its tables of products, families and reference URIs are read from there.',
  );

export const constantMissing = (file: SourceFile, name: string): Diagnostic =>
  error('cac-constant-missing', `\`${name}\` is not assigned here, or not as a literal`, filePlace(file));

export const unknownProduct = (product: string, known: readonly string[]): Diagnostic =>
  error(
    'unknown-product',
    `the checkout has no product \`${product}\``,
    undefined,
    didYouMean(product, known) ?? `It has ${listed(known)}.`,
  );

// --- templates ---

/** A template that cannot be read or run, at the author's own place, with the way into macros beside it. */
export function templateFailed(problem: JinjaError, file: Place): Diagnostic {
  const { author, place, calls, kind, message } = problem;
  const related = [...calls.slice(1), ...(place && place !== author ? [place] : [])].map((inner) => ({
    message: inner === place ? 'here' : 'called from here',
    place: inner,
  }));
  const code = kind === 'TemplateSyntaxError' ? 'jinja-syntax' : 'jinja-error';
  return error(code, message, author ?? file, undefined, related);
}

/** A template that reads a parameter which its use does not give: shown at the use, then in the template. */
export const parameterMissing = (problem: Diagnostic, name: string, use: Place): Diagnostic => ({
  ...problem,
  place: use,
  hint: `Give the template the parameter \`${name.toLowerCase()}\`, or correct its name.`,
  related: [
    ...(problem.place ? [{ message: 'here', place: problem.place }] : []),
    ...(problem.related ?? []),
  ],
});

// --- YAML ---

export function yamlError(place: Place, reason: string): Diagnostic {
  if (reason.startsWith('duplicated mapping key')) {
    return error(
      'duplicate-key',
      'this key stands here a second time',
      place,
      'Keep one of them: YAML does not say which would win.',
    );
  }
  return error('yaml-syntax', `this is not valid YAML: ${reason}`, place);
}

export const notMapping = (place: Place): Diagnostic =>
  error('cac-not-a-mapping', 'a mapping of keys is expected here', place);

// --- products ---

export const propertyTwice = (place: Place, name: string): Diagnostic =>
  error(
    'cac-property-twice',
    `the property \`${name}\` is defined elsewhere already`,
    place,
    'A property comes from `product.yml` or from one file of `product_properties/`.',
  );

export const propertiesShape = (place: Place): Diagnostic =>
  error('cac-properties-shape', 'a properties file holds `default` and, perhaps, `overrides`', place);

export const insecureFeed = (place: Place, url: string): Diagnostic =>
  error('cac-insecure-feed', `the OVAL feed ${url} is not read over https`, place);

// --- items of the tree ---

export const emptyItem = (place: Place): Diagnostic =>
  error('empty-file', 'the file holds nothing', place, 'Write its keys, or delete the file.');

export const badXhtml = (place: Place, message: string): Diagnostic =>
  error(
    'cac-xhtml',
    message,
    place,
    'Texts are XHTML: every tag is closed, and `<` and `&` of the text itself are written `&lt;` and `&amp;`.',
  );

export const badCce = (place: Place, value: string): Diagnostic =>
  error(
    'cac-cce',
    `\`${value}\` is no CCE identifier`,
    place,
    'It is `CCE-`, four or five digits, `-` and the check digit (as on a card number).',
  );

export const unknownIdentifier = (place: Place, type: string, known: readonly string[]): Diagnostic =>
  error(
    'cac-unknown-identifier',
    `there is no system of identifiers \`${type}\``,
    place,
    didYouMean(type, known) ?? `There is ${listed(known)}.`,
  );

export const qualifiedContradicts = (place: Place, key: string, plain: string): Diagnostic =>
  error(
    'cac-qualified-contradicts',
    `\`${key}\` and \`${plain}\` are both here, with different values`,
    place,
    `Qualify \`${plain}\` as well, or remove it.`,
  );

export const globalReferenceQualified = (place: Place, key: string): Diagnostic =>
  error(
    'cac-reference-qualified',
    `\`${key}\` references are the same for all products`,
    place,
    `Write \`${key}\` without a product.`,
  );

export const blankInReference = (place: Place): Diagnostic =>
  error(
    'cac-reference-blank',
    'there are blanks around an item of this list',
    place,
    'Separate the items by commas alone.',
  );

export const unknownReference = (place: Place, key: string, known: readonly string[]): Diagnostic =>
  error(
    'cac-unknown-reference',
    `no URI is known for \`${key}\` references`,
    place,
    didYouMean(key, known) ?? '`reference_uris` of `product.yml` names more of them.',
  );

export const unknownSrg = (place: Place, item: string): Diagnostic =>
  error(
    'cac-unknown-srg',
    `\`${item}\` belongs to no known requirements guide`,
    place,
    'They start with `SRG-OS-` or `SRG-APP-`.',
  );

export const unmappedRule = (place: Place, rule: string, folder: string): Diagnostic =>
  error(
    'cac-rule-without-component',
    `no component lists the rule \`${rule}\``,
    place,
    `Add it to a file of \`${folder}\`.`,
  );

// --- controls ---

export const missingKey = (place: Place, key: string): Diagnostic =>
  error('missing-key', `\`${key}\` is missing`, place);

export const notList = (place: Place): Diagnostic =>
  error('cac-not-a-list', 'a list is expected here', place);

export const unknownKey = (place: Place, key: string, known: readonly string[]): Diagnostic =>
  error('unknown-key', `there is no key \`${key}\` here`, place, didYouMean(key, known));

export const unknownLevel = (place: Place, level: string, known: readonly string[]): Diagnostic =>
  error(
    'cac-unknown-level',
    `the policy has no level \`${level}\``,
    place,
    didYouMean(level, known) ?? `It has ${listed(known)}.`,
  );

export const controlIdNotText = (place: Place): Diagnostic =>
  error('cac-control-id', 'the id of a control is a text', place, 'Put it in quotes.');

export const controlTwice = (place: Place, id: string, earlier: Place): Diagnostic =>
  error('cac-control-twice', `the policy has a control \`${id}\` already`, place, undefined, [
    { message: 'here', place: earlier },
  ]);

export const badStatus = (place: Place, status: string, known: readonly string[]): Diagnostic =>
  error(
    'cac-control-status',
    `\`${status}\` is no status of a control`,
    place,
    didYouMean(status, known) ?? `It is one of ${listed(known)}.`,
  );

export const policyInControl = (place: Place): Diagnostic =>
  error('cac-policy-in-control', 'a control takes in other controls by `controls`, not by `rules`', place);

export const policyTwice = (file: SourceFile, id: string, earlier: SourceFile): Diagnostic => ({
  ...error(
    'cac-policy-twice',
    `a policy \`${id}\` was read before and is replaced by this one`,
    filePlace(file),
    undefined,
    [{ message: 'here', place: filePlace(earlier) }],
  ),
  severity: 'warning',
});

export const unknownPolicy = (place: Place, policy: string, known: readonly string[]): Diagnostic =>
  error('cac-unknown-policy', `there is no policy \`${policy}\``, place, didYouMean(policy, known));

export const unknownControl = (
  place: Place,
  policy: string,
  control: string,
  known: readonly string[],
): Diagnostic =>
  error(
    'cac-unknown-control',
    `the policy \`${policy}\` has no control \`${control}\``,
    place,
    didYouMean(control, known),
  );

export const controlCycle = (place: Place, control: string): Diagnostic =>
  error('cac-control-cycle', `the control \`${control}\` takes in itself`, place);

export const unknownRuleInControl = (place: Place, rule: string, known: readonly string[]): Diagnostic =>
  error('cac-unknown-rule', `no product has a rule \`${rule}\``, place, didYouMean(rule, known));

export const referenceByControl = (place: Place, key: string): Diagnostic =>
  error(
    'cac-reference-by-control',
    `\`${key}\` references of this rule come from controls`,
    place,
    'Remove them from the rule, and name the rule in those controls.',
  );

export const unknownReferenceType = (place: Place, key: string, known: readonly string[]): Diagnostic =>
  error('cac-unknown-reference', `no URI is known for \`${key}\` references`, place, didYouMean(key, known));

// --- profiles ---

export const badRefinement = (place: Place, line: string): Diagnostic =>
  error(
    'cac-refinement',
    `\`${line}\` refines nothing`,
    place,
    'A refinement is written `rule.severity=high`.',
  );

export const notRefinable = (place: Place, property: string, known: readonly string[]): Diagnostic =>
  error(
    'cac-not-refinable',
    `\`${property}\` of a rule cannot be refined`,
    place,
    didYouMean(property, known) ?? `What can is ${listed(known)}.`,
  );

export const refinesUnselected = (place: Place, rule: string): Diagnostic =>
  error(
    'cac-refines-unselected',
    `the rule \`${rule}\` is refined but not selected`,
    place,
    'Select the rule, or remove the refinement.',
  );

export const unknownRuleInProfile = (place: Place, rule: string, known: readonly string[]): Diagnostic =>
  error('cac-unknown-rule', `the product has no rule \`${rule}\``, place, didYouMean(rule, known));

export const unknownParentProfile = (place: Place, profile: string, known: readonly string[]): Diagnostic =>
  error(
    'cac-unknown-profile',
    `the product has no profile \`${profile}\``,
    place,
    didYouMean(profile, known) ?? `It has ${listed(known)}.`,
  );

export const profileCycle = (place: Place, profile: string): Diagnostic =>
  error('cac-profile-cycle', `the profile \`${profile}\` extends itself`, place);

export const badFilter = (place: Place, message: string): Diagnostic =>
  error(
    'cac-filter',
    message,
    place,
    'A filter compares fields of rules: `"machine" in platforms and severity != "low"`.',
  );

export const unknownProfilePlatform = (
  place: Place | undefined,
  name: string,
  known: readonly string[],
): Diagnostic =>
  error('cac-unknown-platform', `there is no platform \`${name}\``, place, didYouMean(name, known));
