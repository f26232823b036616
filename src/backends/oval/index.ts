import type { Benchmark } from '../../model/benchmark.js';
import { writeDocument } from '../../xml/write.js';
import type { Generation } from '../generation.js';
import { ovalDocument } from './document.js';

export { ovalDocument } from './document.js';

/** The OVAL that rules' checks reach, as an OVAL 5.11.1 file; nothing where there is no definition. */
export const writeOval = (benchmark: Benchmark, generation: Generation): string | undefined =>
  benchmark.oval.definition.size === 0
    ? undefined
    : writeDocument(ovalDocument(benchmark.oval, benchmark, generation));

/** The OVAL that facts about systems reach; nothing where there is no definition. */
export const writeCpeOval = (benchmark: Benchmark, generation: Generation): string | undefined =>
  benchmark.cpeOval.definition.size === 0
    ? undefined
    : writeDocument(ovalDocument(benchmark.cpeOval, benchmark, generation));
