import type { RemediationPart } from '../../../model/remediation.js';
import { type Place, type SourceFile, spanPlace } from '../../../source/file.js';
import type { CacLanguage } from './languages.js';

/** An item of an Ansible list that asks for a Value as a variable. */
const xccdfVariable = /- \(xccdf-var\s+(\S+)\)/g;

/**
 * The body of a remediation with its references to Values. They stand as their author placed them: what
 * quotes them is part of the text, and OpenSCAP knows the task that promotes a Value by its exact text.
 *
 * @param file the text that the body is a part of
 * @param idPrefix what stands before the name of a Value in its id
 */
export function partsOf(
  body: string,
  { name, populate }: CacLanguage,
  file: SourceFile,
  idPrefix: string,
): RemediationPart[] {
  if (populate === undefined) return [body];
  return splitAtValues(name === 'ansible' ? ansibleText(body) : body, populate)
    .map(
      (piece, at): RemediationPart =>
        at % 2 === 0
          ? piece
          : { value: idPrefix + piece, place: 'verbatim', origin: firstMention(file, piece) },
    )
    .filter((part) => part !== '');
}

/** Where a text asks for a Value for the first time. */
function firstMention(file: SourceFile, value: string): Place {
  const start = file.text.indexOf(` ${value})`) + 1;
  return spanPlace(file, start, start + value.length);
}

const ansibleText = (body: string): string =>
  body.replace(xccdfVariable, (_, variable: string) => promotion(variable));

/** The task in which OpenSCAP replaces the value, by its exact text. */
const promotion = (variable: string): string =>
  `- name: XCCDF Value ${variable} # promote to variable\n  set_fact:\n    ${variable}: !!str (ansible-populate ${variable})\n  tags:\n    - always`;

const patterns = new Map<string, RegExp>();

/** Text and names of Values by turns. */
function splitAtValues(body: string, populate: string): string[] {
  if (!body.includes(`(${populate}-populate`)) return [body];
  let pattern = patterns.get(populate);
  if (!pattern) {
    pattern = new RegExp(`\\(${populate}-populate\\s*(\\S+)\\)`);
    patterns.set(populate, pattern);
  }
  return body.split(pattern);
}
