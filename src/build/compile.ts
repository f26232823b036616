import { availableParallelism } from 'node:os';
import type { Outputs } from '../backends/compile.js';
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
export async function compileProducts(
  options: CompileOptions,
  diagnostics: Diagnostics,
): Promise<ProductSummary[]> {
  const { write, onPhase } = options;
  const guideFiles = write && (await guideFor(options.outputs));
  return readEach(options, diagnostics, (benchmark) => {
    if (write && !diagnostics.hasErrors) {
      onPhase?.('writing', benchmark.name);
      for (const file of filesOf(benchmark, write, guideFiles)) writeStaged(write.staged, file);
    }
    return summaryOf(benchmark);
  });
}

/**
 * Compiles the products that were asked for: what was edited since the last build, where that is enough, and all else
 * as a whole. One product is divided between the processors; of several, each processor takes its share. `start` is
 * told the products before the first is read, and says where to write.
 */
export async function compile(
  options: ReadOptions,
  diagnostics: Diagnostics,
  start?: (products: readonly string[]) => WriteOptions,
): Promise<ProductSummary[]> {
  const products = await chosenProducts(options, diagnostics);
  if (products.length === 0) return [];
  const write = start?.(products);
  const edited = write?.memory ? await compileEdits({ ...options, products }, write, write.memory) : [];
  const known = new Set(edited.map(({ name }) => name));
  const rest = products.filter((name) => !known.has(name));
  const whole =
    rest.length === 0 ? [] : await compileRest({ ...options, products: rest }, write, diagnostics);
  return [...edited, ...whole].sort((a, b) => products.indexOf(a.name) - products.indexOf(b.name));
}

/** Products of which so little was edited since the last build that all else in the output stays. */
async function compileEdits(
  options: ReadOptions,
  { staged }: WriteOptions,
  memory: Memory,
): Promise<ProductSummary[]> {
  const summaries: ProductSummary[] = [];
  for (const product of options.products) {
    const known = memory.recall(product);
    if (!known) continue;
    const { compileEdited } = await import('./again.js');
    const edited = await compileEdited(options, product, known.record, known.former);
    if (!edited) continue;
    const { rules, data, inputs, answers } = edited;
    const outputs = known.former.write(staged, rules, data);
    memory.remember(rewritten(known.record, rules.rules, { inputs, outputs, answers }));
    summaries.push(known.record.summary);
  }
  return summaries;
}

async function compileRest(
  options: ReadOptions,
  write: WriteOptions | undefined,
  diagnostics: Diagnostics,
): Promise<readonly ProductSummary[]> {
  const { products } = options;
  const [product = ''] = products;
  const processors = availableParallelism();
  if (products.length === 1 && !write) return compileProducts(options, diagnostics);
  if (products.length === 1 && write) {
    const how = { threads: processors, remembers: write.memory !== undefined };
    const { summaries, record } = await compileOne(options, write, product, how, diagnostics);
    if (record) write.memory?.remember(record);
    return summaries;
  }
  const { compileInWorkers } = await import('./workers.js');
  const all: CompileOptions = { ...options, ...(write ? { write: forThreads(write) } : {}) };
  // A thread that reads several products does not know what it read for which.
  const remembers = write?.memory !== undefined && products.length <= processors;
  const { summaries, records } = await compileInWorkers(
    all,
    Math.min(processors, products.length),
    remembers,
    diagnostics,
  );
  for (const record of records) write?.memory?.remember(record);
  return summaries;
}

/** Memory is for this thread alone. */
const forThreads = ({ memory: _, ...write }: WriteOptions): WriteOptions => write;

/** What came of one product, and what is remembered of it. */
export interface CompiledProduct {
  readonly summaries: readonly ProductSummary[];
  readonly record?: BuildRecord | undefined;
}

/** One product alone, divided between threads, unless something is wrong with it. */
export async function compileOne(
  options: ReadOptions,
  write: WriteOptions,
  product: string,
  { threads, remembers }: { readonly threads: number; readonly remembers: boolean },
  diagnostics: Diagnostics,
): Promise<CompiledProduct> {
  const { compileInParts } = await import('./parts.js');
  const built = await compileInParts(options, product, { threads, remembers });
  if (!built) {
    const alone = { ...options, products: [product], write: forThreads(write) };
    return { summaries: await compileProducts(alone, diagnostics) };
  }
  options.onPhase?.('writing', product);
  const { benchmark, known } = built;
  if (known) nameOwners(compiledRulesOf(benchmark), benchmark.ovalPieces?.values() ?? []);
  const files = new Map(
    [...filesOf(benchmark, write, await guideFor(options.outputs))].map(
      (file) => [file.path, writeStaged(write.staged, file)] as const,
    ),
  );
  return {
    summaries: [summaryOf(benchmark)],
    record: known && recordOf(benchmark, known, files),
  };
}

type GuideFiles = typeof import('../backends/guide/index.js').guideFiles;

/** Who makes the guide, where there is to be one. */
const guideFor = async (outputs: Outputs = 'all'): Promise<GuideFiles | undefined> =>
  outputs === 'all' ? (await import('../backends/guide/index.js')).guideFiles : undefined;

/** Everything that is written for a benchmark, or without a guide its documents; paths start with its name. */
function* filesOf(
  benchmark: Benchmark,
  { date, version }: WriteOptions,
  guideFiles: GuideFiles | undefined,
): Generator<OutputFile> {
  if (!guideFiles) {
    yield* documentFiles(benchmark, { date, version });
    return;
  }
  yield* outputFiles(benchmark, { date, version });
  for (const { path, content } of guideFiles(benchmark)) {
    yield { path: `${benchmark.name}/guide/${path}`, content };
  }
}
