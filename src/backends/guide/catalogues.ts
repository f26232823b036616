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
  /** Those found so far. */
  readonly found: ReadonlyMap<string, ShownCatalogue>;
} {
  const found = new Map<string, ShownCatalogue>();
  const anchorOf = catalogueAnchors(benchmark);
  const find = (uri: string): ShownCatalogue => {
    let catalogue = found.get(uri);
    if (!catalogue) {
      catalogue = { ...describe(uri, benchmark), anchor: anchorOf(uri) };
      found.set(uri, catalogue);
    }
    return catalogue;
  };
  return { find, found };
}

/** The catalogues that something names: those that the benchmark knows in its order, then others by their URIs. */
export const shownCatalogues = ({ benchmark, catalogues }: Context): ShownCatalogue[] => [
  ...[...benchmark.catalogues.keys()].flatMap((uri) => catalogues.get(uri) ?? []),
  ...[...catalogues]
    .filter(([uri]) => !benchmark.catalogues.has(uri))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, catalogue]) => catalogue),
];

type Context = { readonly benchmark: Benchmark; readonly catalogues: ReadonlyMap<string, ShownCatalogue> };

/** The address of a catalogue depends on nothing but what it is: on its key, or on its URI where no key is its own. */
function catalogueAnchors({ catalogues }: Benchmark): (uri: string) => string {
  const keys = [...catalogues.values()].map(({ key }) => key);
  const own = new Set(keys.filter((key, at) => keys.indexOf(key) === at && keys.lastIndexOf(key) === at));
  return (uri) => {
    const key = catalogues.get(uri)?.key;
    return key !== undefined && own.has(key) && /^[\w-]+$/.test(key)
      ? `c-${key}`
      : `c-${[...uri].map((char) => (/[\w-]/.test(char) ? char : `.${char.codePointAt(0)?.toString(36)}`)).join('')}`;
  };
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
