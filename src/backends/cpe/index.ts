import type { Benchmark } from '../../model/benchmark.js';
import { writeDocument } from '../../xml/write.js';
import { cpeDictionary } from './dictionary.js';

export { cpeDictionary } from './dictionary.js';

/** The CPE names that the benchmark names, as a CPE dictionary file; nothing where it names none. */
export function writeCpeDictionary(benchmark: Benchmark): string | undefined {
  const dictionary = cpeDictionary(benchmark);
  return dictionary && writeDocument(dictionary);
}
