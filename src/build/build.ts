import { outputFiles } from '../backends/index.js';
import type { Diagnostics } from '../diagnostics/diagnostic.js';
import type { Benchmark } from '../model/benchmark.js';
import { isFileSystemError, outputFailed } from './messages.js';
import { OutputFolder } from './output.js';
import { type ReadOptions, readBenchmarks } from './read.js';

/** Builds products into `out`; nothing there changes unless everything is right. */
export async function build(
  options: ReadOptions,
  out: string,
  diagnostics: Diagnostics,
): Promise<Benchmark[]> {
  const benchmarks = await readBenchmarks(options, diagnostics);
  if (diagnostics.hasErrors) return benchmarks;
  const output = new OutputFolder(out);
  try {
    for (const benchmark of benchmarks) {
      options.onPhase?.(`writing ${benchmark.name}`);
      for (const file of outputFiles(benchmark, dateOf(options))) output.write(benchmark.name, file);
    }
    output.commit();
  } catch (error) {
    discardQuietly(output);
    if (!isFileSystemError(error)) throw error;
    diagnostics.report(outputFailed(error.path ?? out, error));
  }
  return benchmarks;
}

const dateOf = ({ sourceDate }: ReadOptions) => (sourceDate === undefined ? {} : { sourceDate });

/** A disk that cannot be written may not let go either; the first error is the one to tell. */
function discardQuietly(output: OutputFolder): void {
  try {
    output.discard();
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
  }
}
