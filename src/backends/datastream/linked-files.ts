import type { Benchmark } from '../../model/benchmark.js';
import { rulesOf } from '../../model/items.js';

/** A file that checks refer to and that is no component: a remote document, or a script. */
export interface LinkedFile {
  /** The `href` of the checks that refer to it. */
  readonly href: string;
  /** What the catalogue of the data stream calls it. */
  readonly uri: string;
  /** What the ids of the data stream have of it. */
  readonly name: string;
  /** The text of a script; absent for what is remote. */
  readonly script?: string;
}

/** The files that the benchmark's checks refer to, each once, in the order in which rules do. */
export function linkedFiles(benchmark: Benchmark): LinkedFile[] {
  const files = new Map<string, LinkedFile>();
  for (const { checks } of rulesOf(benchmark)) {
    for (const { kind, href, script } of checks) {
      if (href === undefined || files.has(href)) continue;
      if (kind === 'remote') {
        const name = pathOf(href).replaceAll('/', '-');
        files.set(href, { href, uri: name, name });
      } else if (kind === 'sce' && script !== undefined) {
        files.set(href, { href, uri: href, name: href.replaceAll('/', '-'), script });
      }
    }
  }
  return [...files.values()];
}

/** The path of an address, without what says where it starts. */
const pathOf = (href: string): string =>
  href.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/^\/+/, '');
