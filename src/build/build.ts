import type { Diagnostics } from '../diagnostics/diagnostic.js';
import { compile, type WriteOptions } from './compile.js';
import type { ReadOptions } from './read.js';
import type { ProductSummary } from './summary.js';
import { writeOutput } from './write.js';

export interface BuildOptions extends ReadOptions, Omit<WriteOptions, 'staged'> {
  /** The output folder. */
  readonly out: string;
}

/** Builds products; nothing in `out` changes unless everything is right. */
export async function build(
  { out, date, version, ...options }: BuildOptions,
  diagnostics: Diagnostics,
): Promise<ProductSummary[]> {
  let built: ProductSummary[] = [];
  await writeOutput(out, diagnostics, async (output) => {
    built = await compile(options, diagnostics, (products) => ({
      staged: output.start(products),
      version,
      ...(date === undefined ? {} : { date }),
    }));
  });
  return built;
}
