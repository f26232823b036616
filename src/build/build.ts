import type { Diagnostics } from '../diagnostics/diagnostic.js';
import { compile, type Memory, type WriteOptions } from './compile.js';
import type { ReadOptions } from './read.js';
import { type BuildRecord, type RecordKey, readRecord, writeRecord } from './record.js';
import { inPlace } from './remember.js';
import { FormerOutput } from './splice.js';
import type { ProductSummary } from './summary.js';
import { writeOutput } from './write.js';

export interface BuildOptions extends ReadOptions, Omit<WriteOptions, 'staged' | 'memory'> {
  /** The output folder. */
  readonly out: string;
  /** The folder in which builds remember; absent where nothing is to be remembered. */
  readonly cache?: string;
}

/** Builds products; nothing in `out` changes unless everything is right. */
export async function build(
  { out, date, version, cache, ...options }: BuildOptions,
  diagnostics: Diagnostics,
): Promise<ProductSummary[]> {
  let built: ProductSummary[] = [];
  const records: BuildRecord[] = [];
  const keyOf = (product: string): RecordKey => ({
    content: options.content,
    out,
    product,
    settings: [date?.getTime(), version, options.sce, options.outputs],
  });
  const memory: Memory | undefined =
    cache === undefined
      ? undefined
      : {
          recall(product) {
            const record = readRecord(cache, keyOf(product));
            const former = record && new FormerOutput(out, record);
            return record && former?.isWhole ? { record, former } : undefined;
          },
          remember: (record) => records.push(record),
        };
  await writeOutput(out, diagnostics, async (output) => {
    built = await compile(options, diagnostics, (products) => ({
      staged: output.start(products),
      version,
      ...(date === undefined ? {} : { date }),
      ...(memory ? { memory } : {}),
    }));
  });
  if (cache !== undefined && !diagnostics.hasErrors) {
    for (const record of records) writeRecord(cache, keyOf(record.summary.name), inPlace(record, out));
  }
  return built;
}
