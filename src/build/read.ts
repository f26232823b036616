import type { Diagnostics } from '../diagnostics/diagnostic.js';
import { type ContentReader, openContent } from '../frontends/index.js';
import type { Benchmark } from '../model/benchmark.js';
import type { Scenario } from '../model/scenario.js';
import { resolve } from '../resolve/index.js';
import { ContentRoot } from '../source/root.js';
import { noProducts, noScenarioFormat, unknownProduct } from './messages.js';

export interface ReadOptions {
  /** The content root. */
  readonly content: string;
  /** Put before paths in messages, so that they lead from the working directory to the file. */
  readonly shownAs: string;
  /** The folder of the rule templates and guide templates that come with scapc. */
  readonly templates: string;
  /** Empty for all. */
  readonly products: readonly string[];
  /** Told what is being done, for a progress line. */
  readonly onPhase?: (phase: string) => void;
}

/** The benchmarks of the products that were asked for; fewer, or none, where something is wrong. */
export const readBenchmarks = (options: ReadOptions, diagnostics: Diagnostics): Promise<Benchmark[]> =>
  readEach(options, diagnostics, (benchmark) => benchmark);

/** A benchmark with the scenarios that its rules are tried on. */
export interface TestableBenchmark {
  readonly benchmark: Benchmark;
  readonly scenarios: readonly Scenario[];
  /** Every product of the content root, by name. */
  readonly products: readonly string[];
}

/** As `readBenchmarks`, with their scenarios. */
export const readTestable = (options: ReadOptions, diagnostics: Diagnostics): Promise<TestableBenchmark[]> =>
  readEach(options, diagnostics, (benchmark, reader) => {
    if (!reader.scenarios) diagnostics.report(noScenarioFormat(options.content));
    const scenarios = diagnostics.hasErrors ? [] : (reader.scenarios?.(benchmark.name) ?? []);
    return { benchmark, scenarios, products: reader.products };
  });

async function readEach<T>(
  options: ReadOptions,
  diagnostics: Diagnostics,
  use: (benchmark: Benchmark, reader: ContentReader) => T,
): Promise<T[]> {
  const { report } = diagnostics;
  const root = ContentRoot.open(options.content, report, options.shownAs);
  const templates = ContentRoot.open(options.templates, report, 'templates');
  const reader = root && (await openContent(root, templates, report));
  if (!reader) return [];
  try {
    const read: T[] = [];
    for (const product of chooseProducts(reader, options, diagnostics)) {
      options.onPhase?.(`reading ${product}`);
      const content = await reader.read(product);
      if (content) read.push(use(resolve(content, report), reader));
    }
    return read;
  } finally {
    reader.close();
  }
}

function chooseProducts(
  reader: ContentReader,
  { products, content }: ReadOptions,
  { report }: Diagnostics,
): readonly string[] {
  if (reader.products.length === 0) report(noProducts(content));
  if (products.length === 0) return reader.products;
  for (const name of products)
    if (!reader.products.includes(name)) report(unknownProduct(name, reader.products));
  return reader.products.filter((name) => products.includes(name));
}
