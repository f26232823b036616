import type { Reference } from '../../../model/benchmark.js';
import { keyPlace, valuePlace } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import {
  blankInReference,
  globalReferenceQualified,
  qualifiedContradicts,
  unknownReference,
  unknownSrg,
} from '../messages.js';
import { contradictions, forProduct } from './qualified.js';
import type { RuleFile } from './rule-file.js';

/** Catalogues whose numbers differ from product to product, so that an unqualified one leaves no doubt only alone. */
const productSpecific = ['stigid', 'cis'];

/** The references that a rule has on the product: the items of each catalogue by its key. */
export type References = Map<string, readonly string[]>;

export function ownReferences(
  { data, file }: RuleFile,
  { constants, product, report }: Environment,
): References {
  const entries = (data.references ?? {}) as Readonly<Record<string, unknown>>;
  for (const key in entries) {
    const place = keyPlace(file, ['references', key]);
    const [label, qualifier] = key.split('@') as [string, string?];
    if (qualifier !== undefined && constants.globalReferences.includes(label)) {
      report(globalReferenceQualified(place, label));
    }
  }
  for (const key of contradictions(entries)) {
    const [label] = key.split('@') as [string];
    if (productSpecific.includes(label))
      report(qualifiedContradicts(keyPlace(file, ['references', key]), key, label));
  }
  const chosen = forProduct(entries, product.id);
  const out: References = new Map();
  for (const type in chosen) {
    const key = chosen[type] as string;
    const items = itemsOf(entries[key]);
    if (items.some((item) => item.trim() !== item))
      report(blankInReference(valuePlace(file, ['references', key])));
    out.set(type, items);
  }
  return out;
}

const itemsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : String(value).split(',');

/** References as XCCDF carries them, each with the URI of its catalogue; reports catalogues without any. */
export function linkedReferences(
  references: References,
  { file, data }: RuleFile,
  { product, report }: Environment,
): Reference[] {
  const uris = product.properties.reference_uris as Readonly<Record<string, string>>;
  const out: Reference[] = [];
  for (const [type, items] of references) {
    const place = keyPlace(file, ['references', keyOf(type, data, product.id)]);
    if (type !== 'srg' && !Object.hasOwn(uris, type)) {
      report(unknownReference(place, type, Object.keys(uris)));
      continue;
    }
    for (const text of items) {
      const href = type === 'srg' ? srgUri(text, uris) : uris[type];
      if (href === undefined) report(unknownSrg(place, text));
      else out.push({ href, text });
    }
  }
  return out;
}

/** The key that a rule's file has for a catalogue. */
function keyOf(type: string, { references }: RuleFile['data'], product: string): string {
  const qualified = `${type}@${product}`;
  return typeof references === 'object' && references !== null && Object.hasOwn(references, qualified)
    ? qualified
    : type;
}

/** The requirement guides for operating systems, applications and containers are catalogues of their own. */
function srgUri(item: string, uris: Readonly<Record<string, string>>): string | undefined {
  if (item.startsWith('SRG-OS-')) return uris['os-srg'];
  if (/^SRG-APP-\d{5,}-CTR-\d{5,}/.test(item)) return uris['app-srg-ctr'];
  return item.startsWith('SRG-APP-') ? uris['app-srg'] : undefined;
}
