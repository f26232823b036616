import type { RemediationPart, ValuePlace } from '../../../model/remediation.js';
import type { CacLanguage } from './languages.js';

/** An item of an Ansible list that asks for a Value as a variable. */
const xccdfVariable = /- \(xccdf-var\s+(\S+)\)/g;

/** The body of a remediation with its references to Values. */
export function partsOf(body: string, { name, populate }: CacLanguage): RemediationPart[] {
  if (populate === undefined) return [body];
  if (name !== 'ansible') return split(body, populate, 'verbatim');
  return split(
    body.replace(xccdfVariable, (_, variable: string) => promotion(variable)),
    populate,
    'yaml-scalar',
  );
}

/** The task in which OpenSCAP replaces the value, by its exact text. */
const promotion = (variable: string): string =>
  `- name: XCCDF Value ${variable} # promote to variable\n  set_fact:\n    ${variable}: !!str (ansible-populate ${variable})\n  tags:\n    - always`;

const patterns = new Map<string, RegExp>();

function split(body: string, populate: string, place: ValuePlace): RemediationPart[] {
  if (!body.includes(`(${populate}-populate`)) return [body];
  let pattern = patterns.get(populate);
  if (!pattern) {
    pattern = new RegExp(`\\(${populate}-populate\\s*(\\S+)\\)`);
    patterns.set(populate, pattern);
  }
  return body
    .split(pattern)
    .map((piece, at): RemediationPart => (at % 2 === 0 ? piece : { value: piece, place }))
    .filter((part) => part !== '');
}
