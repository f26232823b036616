import type { Benchmark } from '../../model/benchmark.js';
import type { Chunks } from '../../text/chunks.js';
import { documentChunks } from '../../xml/write.js';
import type { Generation } from '../generation.js';
import { reachedPieces } from '../reached-oval.js';
import { ovalDocument } from './document.js';

export { ovalDocument } from './document.js';
export { ovalPiece } from './piece.js';

/** The OVAL that rules' checks reach, as an OVAL 5.11.1 file; nothing where there is no definition. */
export function writeOval(benchmark: Benchmark, generation: Generation): Chunks | undefined {
  const pieces = reachedPieces(benchmark);
  if (benchmark.oval.definition.size === 0 && !pieces.some(({ kind }) => kind === 'definition'))
    return undefined;
  return documentChunks(ovalDocument(benchmark.oval, benchmark, generation, pieces));
}

/** The OVAL that facts about systems reach; nothing where there is no definition. */
export const writeCpeOval = (benchmark: Benchmark, generation: Generation): Chunks | undefined =>
  benchmark.cpeOval.definition.size === 0
    ? undefined
    : documentChunks(ovalDocument(benchmark.cpeOval, benchmark, generation));
