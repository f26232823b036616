import { guideFiles } from '../backends/guide/index.js';
import { outputFiles } from '../backends/index.js';
import type { Diagnostics } from '../diagnostics/diagnostic.js';
import type { Benchmark } from '../model/benchmark.js';
import type { OutputFile } from './output.js';
import { type ReadOptions, readBenchmarks } from './read.js';
import { writeOutput } from './write.js';

export interface BuildOptions extends ReadOptions {
  /** The output folder. */
  readonly out: string;
  /** SOURCE_DATE_EPOCH; the output carries the date of the content where it is absent. */
  readonly date?: Date;
  /** The version of scapc, which the output names. */
  readonly version: string;
}

/** Builds products; nothing in `out` changes unless everything is right. */
export async function build(options: BuildOptions, diagnostics: Diagnostics): Promise<Benchmark[]> {
  const benchmarks = await readBenchmarks(options, diagnostics);
  if (diagnostics.hasErrors) return benchmarks;
  writeOutput(options.out, diagnostics.report, (output) => {
    for (const benchmark of benchmarks) {
      options.onPhase?.(`writing ${benchmark.name}`);
      for (const file of filesOf(benchmark, options)) output.write(benchmark.name, file);
    }
  });
  return benchmarks;
}

/** Everything that is written for a benchmark; paths start with its name. */
function* filesOf(benchmark: Benchmark, { date, version }: BuildOptions): Generator<OutputFile> {
  yield* outputFiles(benchmark, { date, version });
  for (const { path, content } of guideFiles(benchmark)) {
    yield { path: `${benchmark.name}/guide/${path}`, content };
  }
}
