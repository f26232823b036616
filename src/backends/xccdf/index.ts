import type { Benchmark } from '../../model/benchmark.js';
import type { Chunks } from '../../text/chunks.js';
import { documentChunks } from '../../xml/write.js';
import { xccdfDocument } from './benchmark.js';
import { mixedElements } from './text.js';

export { xccdfDocument } from './benchmark.js';
export { writeTailoring } from './tailoring.js';

/** The benchmark as an XCCDF 1.2 file (NIST IR 7275r4). */
export const writeXccdf = (benchmark: Benchmark): Chunks =>
  documentChunks(xccdfDocument(benchmark), mixedElements);
