import type { Benchmark } from '../../model/benchmark.js';
import type { Chunks } from '../../text/chunks.js';
import { documentChunks } from '../../xml/write.js';
import { cpeDictionary } from './dictionary.js';

export { cpeDictionary } from './dictionary.js';

/** The CPE names that the benchmark names, as a CPE dictionary file; nothing where it names none. */
export function writeCpeDictionary(benchmark: Benchmark): Chunks | undefined {
  const dictionary = cpeDictionary(benchmark);
  return dictionary && documentChunks(dictionary);
}
