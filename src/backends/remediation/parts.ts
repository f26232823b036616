import type { Rule } from '../../model/benchmark.js';
import type { Remediation, RemediationLanguage, RemediationPart } from '../../model/remediation.js';

/** A reference to a Value inside a remediation. */
export type ValuePart = Exclude<RemediationPart, string>;

/** A rule's remediation in one language: the first, where an author gave alternatives. */
export const remediationIn = (rule: Rule, language: RemediationLanguage): Remediation | undefined =>
  rule.remediations.find((remediation) => remediation.language === language);

/** The whole text of a remediation, its value references written by `write`. */
export const filled = (
  { parts }: Remediation,
  write: (part: ValuePart, index: number, parts: readonly RemediationPart[]) => string,
): string =>
  parts.map((part, index) => (typeof part === 'string' ? part : write(part, index, parts))).join('');
