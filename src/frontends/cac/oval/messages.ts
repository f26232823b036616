import type { Diagnostic, Related } from '../../../diagnostics/diagnostic.js';
import { didYouMean } from '../../../diagnostics/messages.js';
import type { OvalKind } from '../../../model/oval.js';
import type { Place } from '../../../source/file.js';

/** Every message about the OVAL of a checkout, one function each. */

const error = (
  code: string,
  message: string,
  place: Place,
  hint?: string,
  related: readonly Related[] = [],
): Diagnostic => ({
  code,
  severity: 'error',
  message,
  place,
  ...(hint === undefined ? {} : { hint }),
  ...(related.length === 0 ? {} : { related }),
});

export const ovalNotWellFormed = (message: string, place: Place): Diagnostic =>
  error('oval-xml', `this is not well-formed XML: ${message}`, place);

export const ovalRoot = (name: string, place: Place): Diagnostic =>
  error('oval-root', `OVAL is written inside \`<def-group>\`, not \`<${name}>\``, place);

export const ovalUnknownElement = (name: string, where: string, place: Place): Diagnostic =>
  error(
    'oval-unknown-element',
    `\`<${name}>\` has no place in \`<${where}>\``,
    place,
    where === 'def-group'
      ? 'It holds definitions, and elements whose names end with _test, _object, _state or _variable.'
      : undefined,
  );

export const ovalAttributeMissing = (name: string, attribute: string, place: Place): Diagnostic =>
  error('oval-attribute-missing', `\`<${name}>\` needs the attribute \`${attribute}\``, place);

export const ovalChildMissing = (name: string, child: string, place: Place): Diagnostic =>
  error('oval-child-missing', `\`<${name}>\` needs a \`<${child}>\``, place);

export const ovalAffectedMissing = (id: string, place: Place): Diagnostic =>
  error(
    'oval-affected-missing',
    `the definition \`${id}\` does not say in \`<affected>\` which platforms it is for`,
    place,
    'For all of them: `<affected family="unix"><platform>multi_platform_all</platform></affected>`.',
  );

export const ovalRuleMissing = (rule: string, found: readonly string[], place: Place): Diagnostic =>
  error(
    'oval-rule-definition',
    `this file defines no \`${rule}\`, which checks the rule of its folder`,
    place,
    didYouMean(rule, found) ?? 'The id of the definition is the name of the folder of the rule.',
  );

export const ovalSecondObject = (id: string, place: Place): Diagnostic =>
  error(
    'oval-second-object',
    `the test \`${id}\` refers to a second object`,
    place,
    'A test looks at one object.',
  );

export const ovalIdTwice = (kind: OvalKind, id: string, place: Place, first: Place | undefined): Diagnostic =>
  error(
    'oval-id-twice',
    `the ${kind} \`${id}\` is not the same as another with that id`,
    place,
    'Give one of them another id, or write it once and extend its definition.',
    first ? [{ message: 'the other stands here', place: first }] : [],
  );
