import type { Identifier } from '../../../model/benchmark.js';
import { keyPlace, valuePlace } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import { badCce, qualifiedContradicts, unknownIdentifier } from '../messages.js';
import { contradictions, forProduct } from './qualified.js';
import type { RuleFile } from './rule-file.js';

/** The identifiers that a rule has on the product, each with the URI of its system. */
export function identifiersOf(
  { data, file }: RuleFile,
  { constants, product, report }: Environment,
): Identifier[] {
  const entries = (data.identifiers ?? {}) as Readonly<Record<string, unknown>>;
  for (const key in entries) {
    const value = String(entries[key]);
    if (key.startsWith('cce') && !isCce(value)) report(badCce(valuePlace(file, ['identifiers', key]), value));
  }
  for (const key of contradictions(entries)) {
    report(qualifiedContradicts(keyPlace(file, ['identifiers', key]), key, key.slice(0, key.indexOf('@'))));
  }
  const chosen = forProduct(entries, product.id);
  const out: Identifier[] = [];
  for (const type in chosen) {
    const key = chosen[type] as string;
    const system = constants.identifierUris[type];
    if (system === undefined) {
      report(
        unknownIdentifier(keyPlace(file, ['identifiers', key]), type, Object.keys(constants.identifierUris)),
      );
    } else out.push({ system, value: String(entries[key]) });
  }
  return out;
}

/** `CCE-27002-5`: the last digit checks the others as that of a card number does (ISO/IEC 7812-1, annex B). */
export function isCce(value: string): boolean {
  if (!/^CCE-\d{4,5}-\d$/.test(value)) return false;
  const digits = [...value.replace(/\D/g, '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const twice = index % 2 === 1 ? digit * 2 : digit;
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}
