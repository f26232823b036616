import { join } from 'node:path';
import { readEach } from '../../src/build/read.js';
import { Diagnostics } from '../../src/diagnostics/diagnostic.js';
import { formatPretty } from '../../src/diagnostics/pretty.js';
import type { Benchmark } from '../../src/model/benchmark.js';
import { contentWith, repository } from './cli.js';

/** Reads the small content with some files changed. */
export async function readSmall(
  changes: Readonly<Record<string, string | Uint8Array | undefined>> = {},
): Promise<{ benchmark: Benchmark | undefined; diagnostics: Diagnostics }> {
  return readFrom(contentWith(changes));
}

/** Reads the content root `content` of a folder. */
export async function readFrom(
  dir: string,
): Promise<{ benchmark: Benchmark | undefined; diagnostics: Diagnostics }> {
  const diagnostics = new Diagnostics();
  const options = {
    content: join(dir, 'content'),
    shownAs: 'content',
    templates: join(repository, 'templates'),
    products: [],
  };
  const [benchmark] = await readEach(options, diagnostics, (read) => read);
  return { benchmark, diagnostics };
}

/** What an author sees in the terminal for the small content with some files changed, without colours. */
export async function diagnose(
  changes: Readonly<Record<string, string | Uint8Array | undefined>>,
): Promise<string> {
  return formatPretty((await readSmall(changes)).diagnostics.all, false);
}
