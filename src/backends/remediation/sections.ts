import type { Rule } from '../../model/benchmark.js';
import type { RemediationPart } from '../../model/remediation.js';
import { valuesIn } from '../../model/text-values.js';
import { encode, owned } from '../../text/chunks.js';
import { type ScriptLanguage, sectionOwner } from '../owners.js';

/** What the files of all profiles have in common: the sections of rules that say no Value. */
const known = { bash: new WeakMap<Rule, Uint8Array>(), ansible: new WeakMap<Rule, Uint8Array>() };

/**
 * The section of a rule in a script or playbook. Where neither its title nor its remediation says a Value, it is the
 * same for every profile, and made once.
 */
export function sectionOf(
  rule: Rule,
  language: ScriptLanguage,
  body: readonly RemediationPart[],
  make: () => string,
): Uint8Array {
  const made = known[language].get(rule);
  if (made) return made;
  const section = owned(encode(make()), sectionOwner(rule.name, language));
  const differs = body.some((part) => typeof part !== 'string') || valuesIn(rule.title).length > 0;
  if (!differs) known[language].set(rule, section);
  return section;
}
