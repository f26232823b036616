import { setImmediate } from 'node:timers/promises';
import { type CompiledRules, compileRules, type Outputs } from '../backends/compile.js';
import { type MergedRules, mergeRules } from '../backends/merge.js';
import { Diagnostics } from '../diagnostics/diagnostic.js';
import type { ContentReader } from '../frontends/index.js';
import type { Answers, ReaderMemo } from '../frontends/memo.js';
import type { Benchmark } from '../model/benchmark.js';
import type { RuleChoice } from '../model/content.js';
import { resolve } from '../resolve/index.js';
import { tuneEngine } from './engine.js';
import {
  type BuildInputs,
  mergeBuildInputs,
  openReader,
  type ReadOptions,
  type RecordingReader,
} from './read.js';
import { countOf, noneTaken, partsFor, type TakenParts, takeAll } from './shares.js';
import { ShareWorker } from './workers.js';

/** What one of several threads compiles of a product. */
export interface Share {
  readonly product: string;
  /** Which thread it is, from 0. */
  readonly thread: number;
  readonly threads: number;
  /** Whether somebody is to remember what was read. */
  readonly remembers: boolean;
}

/** What the threads wait for: what the first of them worked out of a product. */
export interface Beginning {
  readonly memo: ReaderMemo | undefined;
  readonly taken: TakenParts;
}

/** A benchmark whose rules are compiled. */
export interface Built {
  readonly benchmark: Benchmark;
  /** Only where somebody is to remember it. */
  readonly known?: Known;
}

/** What it took to read a benchmark. */
export interface Known {
  readonly inputs: BuildInputs;
  /** What the front-end worked out beyond the rules. */
  readonly memo: ReaderMemo | undefined;
  readonly answers: Answers;
}

/** What a thread made of its share. */
export interface CompiledShare {
  /** By their numbers; nothing stands for a part with which something is wrong. */
  readonly parts: ReadonlyMap<number, CompiledRules | undefined>;
  readonly inputs?: BuildInputs | undefined;
  readonly answers?: Answers | undefined;
}

/** A part of the rules of a product: those whose names hash to numbers of a range within 0 and 1. */
interface Part {
  readonly product: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Compiles one product in several threads: each reads, links and compiles a share of the rules, and this one puts the
 * benchmark together. Its rules have pieces in the place of their texts.
 *
 * Nothing where something is wrong with the content. Who then reads it as a whole finds every mistake, each once and
 * in the order of the content.
 */
export async function compileInParts(
  options: ReadOptions,
  product: string,
  { threads, remembers }: { readonly threads: number; readonly remembers: boolean },
): Promise<Built | undefined> {
  const shareOf = (thread: number): Share => ({ product, thread, threads, remembers });
  const others = Array.from({ length: threads - 1 }, (_, at) => new ShareWorker(options, shareOf(at + 1)));
  const answered = others.map((each) => each.answer);
  const { outputs = 'all' } = options;
  const diagnostics = new Diagnostics();
  let reader: RecordingReader | undefined;
  try {
    reader = await openReader(options, diagnostics);
    options.onPhase?.('reading', product);
    if (!reader) return undefined;
    // What goes before the rules is worked out once, while the other threads make themselves ready.
    const memo = reader.memo?.(product);
    const taken = noneTaken(Math.ceil(reader.ruleCount(product) / rulesAtOnce) || 1);
    for (const each of others) each.begin({ memo, taken });
    const own = await compileWith(reader, shareOf(0), taken, outputs, diagnostics);
    const answers = await Promise.all(answered);
    const parts = new Map([own, ...answers.map((answer) => answer.parts)].flatMap((each) => [...each]));
    const inOrder = [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
    const benchmark = await linkParts(reader, product, inOrder, outputs, diagnostics);
    if (!benchmark) return undefined;
    if (!remembers) return { benchmark };
    const inputs = [reader.inputs(), ...answers.flatMap((answer) => answer.inputs ?? [])];
    const asked = [reader.answers?.(), ...answers.map((answer) => answer.answers)];
    return {
      benchmark,
      known: {
        inputs: mergeBuildInputs(inputs),
        memo,
        answers: new Map(asked.flatMap((each) => [...(each ?? [])])),
      },
    };
  } finally {
    reader?.close();
    // Whoever cleans up must be the last to touch what the threads use.
    for (const each of others) each.begin({ memo: undefined, taken: noneTaken(0) });
    await Promise.allSettled(answered);
  }
}

/** Compiles a share of a product, part after part, once the first thread has begun. */
export async function compileShare(
  options: ReadOptions,
  share: Share,
  begin: Promise<Beginning>,
): Promise<CompiledShare> {
  const diagnostics = new Diagnostics();
  const reader = await openReader(options, diagnostics, 'elsewhere');
  try {
    const { memo, taken } = await anticipated(reader, share, begin);
    if (memo) reader?.recall?.(share.product, memo);
    const parts = reader
      ? await compileWith(reader, share, taken, options.outputs ?? 'all', diagnostics)
      : new Map();
    if (!share.remembers) return { parts };
    return { parts, inputs: reader?.inputs(), answers: reader?.answers?.() };
  } finally {
    reader?.close();
  }
}

/** Does what can be done until the other thread says what it knows; returns that. */
async function anticipated(
  reader: ContentReader | undefined,
  { product, thread, threads }: Share,
  begin: Promise<Beginning>,
): Promise<Beginning> {
  let hasBegun = false;
  const begun = begin.then((beginning) => {
    hasBegun = true;
    return beginning;
  });
  const { isWanted } = choiceOf({ product, from: thread / threads, to: (thread + 1) / threads });
  for (const _ of reader?.anticipate?.(product, isWanted) ?? []) {
    await setImmediate();
    if (hasBegun) break;
  }
  return begun;
}

/** As many rules as a thread holds with all their texts, more or less. */
const rulesAtOnce = 300;

async function compileWith(
  reader: ContentReader,
  { product, thread, threads }: Share,
  taken: TakenParts,
  outputs: Outputs,
  diagnostics: Diagnostics,
): Promise<Map<number, CompiledRules | undefined>> {
  const count = countOf(taken);
  const parts = new Map<number, CompiledRules | undefined>();
  for (const number of partsFor(thread, threads, taken)) {
    const part = { product, from: number / count, to: (number + 1) / count };
    const compiled = await compilePart(reader, part, outputs, diagnostics);
    if (!compiled) takeAll(taken);
    parts.set(number, compiled);
    if (parts.size > 2) tuneEngine('long');
  }
  return parts;
}

/** Compiles one part; nothing where something is wrong with the content. */
export async function compilePart(
  reader: ContentReader,
  part: Part,
  outputs: Outputs,
  diagnostics: Diagnostics,
): Promise<CompiledRules | undefined> {
  return compileChosen(reader, part.product, choiceOf(part), outputs, diagnostics);
}

/** Compiles some rules of a product; nothing where something is wrong with the content. */
export async function compileChosen(
  reader: ContentReader,
  product: string,
  choice: RuleChoice,
  outputs: Outputs,
  diagnostics: Diagnostics,
): Promise<CompiledRules | undefined> {
  const content = await reader.read(product, choice);
  const benchmark = content && resolve(content, diagnostics.report);
  return benchmark && diagnostics.all.length === 0
    ? compileRules(benchmark, content.ruleNames, outputs)
    : undefined;
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
  outputs: Outputs,
  diagnostics: Diagnostics,
): Promise<Benchmark | undefined> {
  const complete = parts.filter((part) => part !== undefined);
  const merged = complete.length === parts.length ? mergeRules(complete) : undefined;
  if (!merged) return undefined;
  const first = await link(reader, product, merged, diagnostics);
  if (!first || first.misfits.size === 0) return first?.benchmark;
  // They named a Platform before they knew that others do, and are compiled anew.
  const again = await compileChosen(
    reader,
    product,
    {
      isWanted: (name) => first.misfits.has(name),
      compiled: new Map(),
      isPart: true,
      platforms: platformOrder(first.benchmark),
    },
    outputs,
    diagnostics,
  );
  if (!again) return undefined;
  const rules = new Map([...merged.rules, ...again.rules.map((rule) => [rule.name, rule] as const)]);
  const second = await link(reader, product, { ...merged, rules }, diagnostics);
  return second?.misfits.size === 0 ? second.benchmark : undefined;
}

/** The platform expressions of a benchmark, in the order in which they gave their names to Platforms. */
export const platformOrder = ({ platformDefinitions }: Benchmark): string[] =>
  [...platformDefinitions.values()].map(({ source }) => source);

interface Linked {
  readonly benchmark: Benchmark;
  /** Names of rules that would be others as a part of this benchmark. */
  readonly misfits: ReadonlySet<string>;
}

async function link(
  reader: ContentReader,
  product: string,
  { rules, oval }: MergedRules,
  diagnostics: Diagnostics,
): Promise<Linked | undefined> {
  const content = await reader.read(product, { isWanted: () => false, compiled: rules, isPart: false });
  const misfits = new Set<string>();
  const benchmark = content && resolve(content, diagnostics.report, ({ name }) => misfits.add(name));
  if (!benchmark || diagnostics.all.length > 0) return undefined;
  return { benchmark: { ...benchmark, ovalPieces: oval }, misfits };
}

const choiceOf = ({ from, to }: Part): RuleChoice => ({
  isWanted: (name) => {
    const at = hash(name);
    return from <= at && at < to;
  },
  compiled: new Map(),
  isPart: true,
});

/** Spreads names evenly from 0 up to 1, the same way in every thread. */
function hash(name: string): number {
  let sum = 0;
  for (let at = 0; at < name.length; at++) sum = (Math.imul(sum, 31) + name.charCodeAt(at)) >>> 0;
  // The last characters of a name have not reached the high bits yet (the finaliser of MurmurHash3).
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return ((sum ^ (sum >>> 16)) >>> 0) / 2 ** 32;
}
