import { availableParallelism } from 'node:os';
import type { Outputs } from '../backends/compile.js';
import { guideFiles } from '../backends/guide/index.js';
import { documentFiles, outputFiles } from '../backends/index.js';
import { nameOwners } from '../backends/owners.js';
import type { Diagnostics } from '../diagnostics/diagnostic.js';
import type { Benchmark } from '../model/benchmark.js';
import { compiledRulesOf } from '../model/content.js';
import { type OutputFile, writeStaged } from './output.js';
import { chosenProducts, type ReadOptions, readEach } from './read.js';
import type { BuildRecord } from './record.js';
import { recordOf, rewritten } from './remember.js';
import type { FormerOutput } from './splice.js';
import { type ProductSummary, summaryOf } from './summary.js';

/** Where the files of a build go, and what they say of it. */
export interface WriteOptions {
  /** The folder that they are staged in (`OutputFolder`). */
  readonly staged: string;
  /** SOURCE_DATE_EPOCH; the output carries the date of the content where it is absent. */
  readonly date?: Date;
  /** The version of scapc, which the output names. */
  readonly version: string;
  /** What former builds remember, and who remembers this one; absent where nobody is to. */
  readonly memory?: Memory;
}

/** What builds remember of each other. */
export interface Memory {
  /** What the last build of a product into this output folder remembers, as far as that is still whole. */
  recall(product: string): { readonly record: BuildRecord; readonly former: FormerOutput } | undefined;
  /** Takes what this one remembers; it counts once the output is in its place. */
  remember(record: BuildRecord): void;
}

export interface CompileOptions extends ReadOptions {
  /** Absent where nothing is to be written. */
  readonly write?: WriteOptions;
}

/**
 * Reads products, one after the other, and writes their files as long as nothing is wrong. No more than one
 * product is held in memory.
 */
export const compileProducts = (
  options: CompileOptions,
  diagnostics: Diagnostics,
): Promise<ProductSummary[]> =>
  readEach(options, diagnostics, (benchmark) => {
    const { write, onPhase } = options;
    if (write && !diagnostics.hasErrors) {
      onPhase?.('writing', benchmark.name);
      for (const file of filesOf(benchmark, write, options.outputs)) writeStaged(write.staged, file);
    }
    return summaryOf(benchmark);
  });

/**
 * As `compileProducts`, several products side by side: each processor takes its share. `start` is told the
 * products before the first is read, and says where to write.
 */
export async function compile(
  options: ReadOptions,
  diagnostics: Diagnostics,
  start?: (products: readonly string[]) => WriteOptions,
): Promise<ProductSummary[]> {
  const products = await chosenProducts(options, diagnostics);
  if (products.length === 0) return [];
  const write = start?.(products);
  const all: CompileOptions = { ...options, products, ...(write ? { write: forThreads(write) } : {}) };
  const count = Math.min(availableParallelism(), products.length);
  const [product] = products;
  if (count === 1 && write && product !== undefined) return compileOne(all, write, product, diagnostics);
  if (count === 1) return compileProducts(all, diagnostics);
  const { compileInWorkers } = await import('./workers.js');
  return compileInWorkers(all, count, diagnostics);
}

/** Memory is for this thread alone. */
const forThreads = ({ memory: _, ...write }: WriteOptions): WriteOptions => write;

/**
 * One product alone: what was edited since the last build, where that is enough; else all processors take their share
 * of its rules, unless something is wrong with it.
 */
async function compileOne(
  options: CompileOptions,
  write: WriteOptions,
  product: string,
  diagnostics: Diagnostics,
): Promise<ProductSummary[]> {
  const { memory, staged } = write;
  const known = memory?.recall(product);
  const { compileEdited } = await import('./again.js');
  const edited = known && (await compileEdited(options, product, known.record, known.former));
  if (known && edited) {
    const { rules, data, inputs, answers } = edited;
    const outputs = known.former.write(staged, rules, data);
    memory?.remember(rewritten(known.record, rules.rules, { inputs, outputs, answers }));
    return [known.record.summary];
  }
  const { compileInParts } = await import('./parts.js');
  const built = await compileInParts(options, product, availableParallelism());
  if (!built) return compileProducts(options, diagnostics);
  options.onPhase?.('writing', product);
  const { benchmark } = built;
  if (memory) nameOwners(compiledRulesOf(benchmark), benchmark.ovalPieces?.values() ?? []);
  const files = new Map(
    [...filesOf(benchmark, write, options.outputs)].map(
      (file) => [file.path, writeStaged(staged, file)] as const,
    ),
  );
  const record = memory && recordOf(built, files);
  if (record) memory.remember(record);
  return [summaryOf(benchmark)];
}

/** Everything that is written for a benchmark; paths start with its name. */
function* filesOf(
  benchmark: Benchmark,
  { date, version }: WriteOptions,
  outputs: Outputs = 'all',
): Generator<OutputFile> {
  if (outputs === 'datastream') {
    yield* documentFiles(benchmark, { date, version });
    return;
  }
  yield* outputFiles(benchmark, { date, version });
  for (const { path, content } of guideFiles(benchmark)) {
    yield { path: `${benchmark.name}/guide/${path}`, content };
  }
}
