import type { Rule } from '../../model/benchmark.js';
import type { Remediation, RemediationLanguage, RemediationPart } from '../../model/remediation.js';

/** A reference to a Value inside a remediation. */
export type ValuePart = Exclude<RemediationPart, string>;

/** A rule's remediation in one language: the first, where an author gave alternatives. */
export const remediationIn = (rule: Rule, language: RemediationLanguage): Remediation | undefined =>
  rule.remediations.find((remediation) => remediation.language === language);

/** The whole text of a remediation, its value references written by `write`. */
export const filled = (
  parts: readonly RemediationPart[],
  write: (part: ValuePart, index: number) => string,
): string => parts.map((part, index) => (typeof part === 'string' ? part : write(part, index))).join('');

/** A rule's remediation in one language as its scripts hold it: as it was compiled, or prepared now. */
export function bodyOf(rule: Rule, language: keyof typeof columns): readonly RemediationPart[] | undefined {
  if (rule.pieces) return rule.pieces.bodies[language];
  const remediation = remediationIn(rule, language);
  return remediation && preparedParts(remediation, columns[language]);
}

/** How far to the right a script stands in the file of a profile. */
const columns = { bash: 0, ansible: 8 } as const;

/**
 * The parts without blank lines before and after them, every line moved to the right. Every profile's file
 * needs the same, so that each remediation is prepared once.
 */
function preparedParts(remediation: Remediation, columns: number): readonly RemediationPart[] {
  let parts = prepared.get(remediation);
  if (!parts) {
    parts = movedRight(withoutBlankEnds(remediation.parts), ' '.repeat(columns));
    prepared.set(remediation, parts);
  }
  return parts;
}

/** A remediation has one language, so that its columns never change. */
const prepared = new WeakMap<Remediation, readonly RemediationPart[]>();

function withoutBlankEnds(parts: readonly RemediationPart[]): RemediationPart[] {
  const out = [...parts];
  const [first] = out;
  if (typeof first === 'string') out[0] = first.replace(/^(?:---[ \t]*\n|[ \t]*\n)+/, '');
  const last = out.at(-1);
  if (typeof last === 'string') out[out.length - 1] = last.trimEnd();
  return out;
}

function movedRight(parts: readonly RemediationPart[], indent: string): RemediationPart[] {
  if (indent === '') return [...parts];
  return parts.map((part, index) => {
    if (typeof part !== 'string') return part;
    const moved = part.replace(/\n(?!\n|$)/g, `\n${indent}`);
    const beforeValue = index < parts.length - 1 && moved.endsWith('\n') ? moved + indent : moved;
    return index === 0 ? indent + beforeValue : beforeValue;
  });
}
