import type { Benchmark } from '../model/benchmark.js';
import type { Chunks } from '../text/chunks.js';
import { writeCpeDictionary } from './cpe/index.js';
import { writeDataStream } from './datastream/index.js';
import type { Generation } from './generation.js';
import { fileNames } from './names.js';
import { writeOcil } from './ocil/index.js';
import { writeCpeOval, writeOval } from './oval/index.js';
import { remediationFiles } from './remediation/index.js';
import { timestampOf } from './timestamp.js';
import { writeXccdf } from './xccdf/index.js';

/** One file below `dist/`, with `/` in its path. */
export interface OutputFile {
  readonly path: string;
  readonly content: Chunks;
}

export interface OutputOptions {
  /** SOURCE_DATE_EPOCH; where it is not set, documents are dated by the benchmark's own date. */
  readonly date?: Date | undefined;
  /** The version of scapc. */
  readonly version?: string | undefined;
}

/** Every file of a benchmark but the guide: XML, data stream, scripts and playbooks. */
export function* outputFiles(benchmark: Benchmark, options: OutputOptions): Generator<OutputFile> {
  yield* documentFiles(benchmark, options);
  yield* remediationFiles(benchmark);
}

/** The data stream and the documents in it, as files of their own too. */
export function* documentFiles(
  benchmark: Benchmark,
  { date, version }: OutputOptions,
): Generator<OutputFile> {
  const names = fileNames(benchmark);
  const timestamp = timestampOf(date, benchmark.status.date);
  const generation: Generation = version === undefined ? { timestamp } : { timestamp, version };
  const parts = {
    xccdf: writeXccdf(benchmark),
    oval: writeOval(benchmark, generation),
    ocil: writeOcil(benchmark, generation),
    cpeDictionary: writeCpeDictionary(benchmark),
    cpeOval: writeCpeOval(benchmark, generation),
  };
  const files = { ...parts, dataStream: writeDataStream(benchmark, parts, timestamp) };
  for (const part of ['xccdf', 'oval', 'ocil', 'cpeDictionary', 'cpeOval', 'dataStream'] as const) {
    const content = files[part];
    if (content !== undefined) yield { path: `${benchmark.name}/${names[part]}`, content };
  }
}
