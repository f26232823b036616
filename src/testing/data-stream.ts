import { outputFiles } from '../backends/index.js';
import { fileNames } from '../backends/names.js';
import type { Benchmark } from '../model/benchmark.js';
import { asString } from '../text/chunks.js';

/** The text of the data stream that a build would write. */
export function dataStreamOf(benchmark: Benchmark): string {
  const path = `${benchmark.name}/${fileNames(benchmark).dataStream}`;
  for (const file of outputFiles(benchmark, {})) if (file.path === path) return asString(file.content);
  throw new Error(`the back-ends made no ${path}`);
}
