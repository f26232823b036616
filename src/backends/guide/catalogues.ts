import type { Benchmark, Reference } from '../../model/benchmark.js';
import { isSafeLink } from './text/allowed.js';

/** A catalogue as the guide shows it. */
export interface ShownCatalogue {
  readonly key: string;
  readonly title: string;
  readonly url?: string;
}

/** What a reference or an identifier belongs to, by the URI that it carries. */
export function catalogueOf(uri: string, benchmark: Benchmark): ShownCatalogue {
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
