import { type Guide, itemAt } from './guide.js';

/**
 * Finds references as people write them: `AC-6(1)`, `nist AC-6`, `CIS 5.2.x`, `cis:5.2.*`.
 *
 * A catalogue may stand in front. A code finds itself and what lies below it (`AC-6` finds `AC-6(1)`, not
 * `AC-60`); `x` or `*` at the end stands for anything.
 */
export function referencePattern(guide: Guide, written: string): (reference: number) => boolean {
  const { catalogue, code } = parse(guide, written);
  const wild = /\*$|[.(-]x$/i.test(code);
  const prefix = (wild ? code.slice(0, -1) : code).toLowerCase();
  return (index) => {
    const reference = guide.references[index];
    if (!reference || (catalogue !== undefined && !catalogue.has(reference.catalogue))) return false;
    const text = reference.text.toLowerCase();
    if (!text.startsWith(prefix)) return false;
    return wild || prefix === '' || !/[\p{L}\p{N}]/u.test(text.charAt(prefix.length));
  };
}

function parse(guide: Guide, written: string): { catalogue?: ReadonlySet<number>; code: string } {
  const text = written.trim();
  // The longest beginning that names a catalogue: its title may have spaces in it.
  const breaks = [...text.matchAll(/[\s:]+|$/g)].map(({ index }) => index).reverse();
  for (const end of breaks) {
    const name = text.slice(0, end).toLowerCase();
    if (name === '') continue;
    const catalogues = guide.catalogues.flatMap(({ key, title }, index) =>
      key.toLowerCase() === name ||
      title.toLowerCase() === name ||
      title.toLowerCase().split(/\W+/)[0] === name
        ? [index]
        : [],
    );
    if (catalogues.length > 0) {
      return { catalogue: new Set(catalogues), code: text.slice(end).replace(/^[\s:]+/, '') };
    }
  }
  return { code: text };
}

/** References whose catalogue and code go on as the reader began, for suggestions. */
export function suggestions(guide: Guide, written: string, most = 12): string[] {
  const matches = referencePattern(guide, `${written.trim().replace(/[x*]$/i, '')}*`);
  const out: string[] = [];
  for (let index = 0; index < guide.references.length && out.length < most; index++) {
    if (matches(index)) out.push(referenceName(guide, index));
  }
  return out;
}

/** A reference as the filter finds it again: `nist:AC-6(1)`. */
export function referenceName(guide: Guide, index: number): string {
  const reference = guide.references[index];
  const key = guide.catalogues[reference?.catalogue ?? -1]?.key;
  return key === undefined ? (reference?.text ?? '') : `${key}:${reference?.text ?? ''}`;
}

/** Whether an item carries one of the references that a pattern finds. */
export function hasReference(guide: Guide, index: number, wanted: ReadonlySet<number>): boolean {
  const item = itemAt(guide, index);
  return item.kind !== 'value' && (item.references?.some((reference) => wanted.has(reference)) ?? false);
}
