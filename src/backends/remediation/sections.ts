import type { Rule } from '../../model/benchmark.js';
import { valuesIn } from '../../model/text-values.js';
import { encode, owned } from '../../text/chunks.js';
import { type ScriptLanguage, sectionOwner } from '../owners.js';
import { bodyOf } from './parts.js';

/** What the files of all profiles have in common: the sections of rules that say no Value. */
const known = { bash: new WeakMap<Rule, Uint8Array>(), ansible: new WeakMap<Rule, Uint8Array>() };

/**
 * The section of a rule in a script or playbook. Where it is the same for every profile, it is made once.
 *
 * @param make its text
 */
export function sectionOf(rule: Rule, language: ScriptLanguage, make: () => string): Uint8Array {
  const made = rule.pieces?.sections[language] ?? known[language].get(rule);
  if (made) return made;
  const section = owned(encode(make()), sectionOwner(rule.name, language));
  if (isCommon(rule, language)) known[language].set(rule, section);
  return section;
}

/** Whether neither the title of a rule nor its remediation says a Value. */
export const isCommon = (rule: Rule, language: ScriptLanguage): boolean =>
  (bodyOf(rule, language) ?? []).every((part) => typeof part === 'string') &&
  valuesIn(rule.title).length === 0;
