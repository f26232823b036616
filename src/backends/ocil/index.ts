import type { Benchmark } from '../../model/benchmark.js';
import type { Chunks } from '../../text/chunks.js';
import { documentChunks } from '../../xml/write.js';
import type { Generation } from '../generation.js';
import { ocilDocument } from './document.js';
import { mixedElements } from './pieces.js';

export { ocilDocument } from './document.js';

/** The manual checks as an OCIL 2.0 file (NIST IR 7692); nothing where no rule has one. */
export function writeOcil(benchmark: Benchmark, generation: Generation): Chunks | undefined {
  const document = ocilDocument(benchmark, generation);
  return document && documentChunks(document, mixedElements);
}
