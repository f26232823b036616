import type { Report } from '../../diagnostics/diagnostic.js';
import type { Benchmark } from '../../model/benchmark.js';
import type { SourceFile } from '../../source/file.js';
import { readBenchmark } from './benchmark.js';
import { type ChooseOptions, chooseBenchmark } from './datastream.js';
import { decodeXml } from './decode.js';
import { readDocument } from './document.js';

export type { ChooseOptions as ReadOptions } from './datastream.js';

/**
 * Reads a benchmark that somebody else built: XCCDF 1.1 or 1.2, or a SCAP 1.2 or 1.3 source data stream.
 *
 * @param options `sibling` reads a file beside this one (a plain benchmark names its OVAL and OCIL as such),
 *   `benchmark` is the id of the wanted one where the file holds several; the first otherwise
 * @returns the benchmark, or nothing where the file is none; then at least one error was reported
 */
export function readScap(
  file: SourceFile,
  report: Report,
  options: ChooseOptions = {},
): Benchmark | undefined {
  const document = readDocument(file, report);
  const chosen = document && chooseBenchmark(document, options, report);
  return chosen && readBenchmark(chosen, report);
}

/**
 * `readScap` for the bytes of a file in UTF-8, UTF-16 or what else its XML declaration names.
 *
 * @param path as messages show it
 */
export function readScapFile(
  bytes: Uint8Array,
  path: string,
  report: Report,
  options: ChooseOptions = {},
): Benchmark | undefined {
  const file = decodeXml(bytes, path, report);
  return file && readScap(file, report, options);
}

export { decodeXml } from './decode.js';
export { readTailoring } from './tailoring.js';
