import { type CompiledRules, compileRules } from '../backends/compile.js';
import { mergeRules } from '../backends/merge.js';
import { Diagnostics } from '../diagnostics/diagnostic.js';
import type { ContentReader } from '../frontends/index.js';
import type { Benchmark } from '../model/benchmark.js';
import type { RuleChoice } from '../model/content.js';
import { resolve } from '../resolve/index.js';
import { openReader, type ReadOptions } from './read.js';
import { compilePartInWorker } from './workers.js';

/** One of several parts that the rules of a product are divided into, by their names. */
export interface Part {
  readonly product: string;
  readonly index: number;
  readonly count: number;
}

/**
 * Compiles one product in several threads: each reads, links and compiles a part of the rules, and this one puts the
 * benchmark together. Its rules have pieces in the place of their texts.
 *
 * Nothing where something is wrong with the content. Who then reads it as a whole finds every mistake, each once and
 * in the order of the content.
 *
 * @param count how many parts
 */
export async function compileInParts(
  options: ReadOptions,
  product: string,
  count: number,
): Promise<Benchmark | undefined> {
  const others = Array.from({ length: count - 1 }, (_, at) =>
    compilePartInWorker(options, { product, index: at + 1, count }),
  );
  const diagnostics = new Diagnostics();
  const reader = await openReader(options, diagnostics);
  try {
    options.onPhase?.('reading', product);
    const own = reader && (await compileWith(reader, { product, index: 0, count }, diagnostics));
    const parts = [own, ...(await Promise.all(others))];
    return reader && (await linkParts(reader, product, parts, diagnostics));
  } finally {
    reader?.close();
    // Whoever cleans up must be the last to touch what the threads use.
    await Promise.allSettled(others);
  }
}

/**
 * The benchmark whose rules are in some parts; nothing where a part is missing or the parts do not fit each other.
 *
 * @param reader of the content that the parts were compiled from
 */
export async function linkParts(
  reader: ContentReader,
  product: string,
  parts: readonly (CompiledRules | undefined)[],
  diagnostics: Diagnostics,
): Promise<Benchmark | undefined> {
  const complete = parts.filter((part) => part !== undefined);
  const merged = complete.length === parts.length ? mergeRules(complete) : undefined;
  if (!merged) return undefined;
  const choice = { isWanted: () => false, compiled: merged.rules, isPart: false };
  const content = await reader.read(product, choice);
  let fits = true;
  const benchmark =
    content &&
    resolve(content, diagnostics.report, () => {
      fits = false;
    });
  if (!benchmark || !fits || diagnostics.all.length > 0) return undefined;
  return { ...benchmark, ovalPieces: merged.oval };
}

/** Compiles one part; nothing where something is wrong with the content. */
export async function compilePart(options: ReadOptions, part: Part): Promise<CompiledRules | undefined> {
  const diagnostics = new Diagnostics();
  const reader = await openReader(options, diagnostics);
  try {
    return reader && (await compileWith(reader, part, diagnostics));
  } finally {
    reader?.close();
  }
}

async function compileWith(
  reader: ContentReader,
  part: Part,
  diagnostics: Diagnostics,
): Promise<CompiledRules | undefined> {
  const content = await reader.read(part.product, choiceOf(part));
  const benchmark = content && resolve(content, diagnostics.report);
  return benchmark && diagnostics.all.length === 0 ? compileRules(benchmark, content.ruleNames) : undefined;
}

const choiceOf = ({ index, count }: Part): RuleChoice => ({
  isWanted: (name) => hash(name) % count === index,
  compiled: new Map(),
  isPart: true,
});

/** Spreads names evenly, the same way in every thread. */
function hash(name: string): number {
  let sum = 0;
  for (let at = 0; at < name.length; at++) sum = (Math.imul(sum, 31) + name.charCodeAt(at)) >>> 0;
  return sum;
}
