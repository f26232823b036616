import type { Benchmark, Reference } from '../../model/benchmark.js';
import { isSafeLink } from './text/allowed.js';

/** A catalogue as the guide shows it. */
export interface ShownCatalogue {
  readonly key: string;
  readonly title: string;
  readonly url?: string;
  /** The address of its entry in the page. */
  readonly anchor: string;
}

/** Finds what a reference or an identifier belongs to, by the URI that it carries; each is worked out once. */
export function catalogueFinder(benchmark: Benchmark): {
  readonly find: (uri: string) => ShownCatalogue;
  /** Those found so far, in the order of first mention. */
  readonly found: ReadonlyMap<string, ShownCatalogue>;
} {
  const found = new Map<string, ShownCatalogue>();
  const find = (uri: string): ShownCatalogue => {
    let catalogue = found.get(uri);
    if (!catalogue) {
      catalogue = { ...describe(uri, benchmark), anchor: `c${found.size}` };
      found.set(uri, catalogue);
    }
    return catalogue;
  };
  return { find, found };
}

function describe(uri: string, benchmark: Benchmark): Omit<ShownCatalogue, 'anchor'> {
  const known = benchmark.catalogues.get(uri);
  const url = known?.url ?? uri;
  const title = known?.title || hostOf(uri);
  const shown = { key: known?.key || title, title };
  return isSafeLink(url) ? { ...shown, url } : shown;
}

/** A catalogue that nobody named: its host, or the URI itself. */
const hostOf = (uri: string): string => /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(uri)?.[1] ?? uri;

/** References by catalogue, in the order of first mention. */
export function referencesByCatalogue(
  references: readonly Reference[],
): ReadonlyMap<string, readonly string[]> {
  const grouped = new Map<string, string[]>();
  for (const { href = '', text } of references) {
    const words = text.trim();
    if (words === '') continue;
    const list = grouped.get(href);
    if (list) list.push(words);
    else grouped.set(href, [words]);
  }
  return grouped;
}
