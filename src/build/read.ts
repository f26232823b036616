import type { Outputs } from '../backends/compile.js';
import type { Diagnostics } from '../diagnostics/diagnostic.js';
import { type ContentReader, openContent } from '../frontends/index.js';
import type { Benchmark } from '../model/benchmark.js';
import type { Scenario } from '../model/scenario.js';
import { resolve } from '../resolve/index.js';
import { type Inputs, mergeInputs } from '../source/inputs.js';
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
  /** Whether rules of a ComplianceAsCode checkout have their check scripts (SCE), whatever the checkout says. */
  readonly sce?: boolean;
  /** What is written of the products; everything, where nothing is said. */
  readonly outputs?: Outputs;
  /** Told what is being done with which product, for a progress line. */
  readonly onPhase?: (doing: string, what: string) => void;
}

/** A benchmark with the scenarios that its rules are tried on. */
export interface TestableBenchmark {
  readonly benchmark: Benchmark;
  readonly scenarios: readonly Scenario[];
  /** Every product of the content root, by name. */
  readonly products: readonly string[];
}

/** The benchmarks of the products that were asked for, with the scenarios of their rules. */
export const readTestable = (options: ReadOptions, diagnostics: Diagnostics): Promise<TestableBenchmark[]> =>
  readEach(options, diagnostics, (benchmark, reader) => {
    if (!reader.scenarios) diagnostics.report(noScenarioFormat(options.content));
    const scenarios = diagnostics.hasErrors ? [] : (reader.scenarios?.(benchmark.name) ?? []);
    return { benchmark, scenarios, products: reader.products };
  });

/** The products that were asked for, as far as there are such; reports those that do not exist. */
export async function chosenProducts(
  options: ReadOptions,
  diagnostics: Diagnostics,
): Promise<readonly string[]> {
  const reader = await openReader(options, diagnostics);
  reader?.close();
  return reader ? chooseProducts(reader, options, diagnostics) : [];
}

/** Reads the products that were asked for, one after the other, and hands each on that could be linked. */
export async function readEach<T>(
  options: ReadOptions,
  diagnostics: Diagnostics,
  use: (benchmark: Benchmark, reader: ContentReader) => T,
): Promise<T[]> {
  const { report } = diagnostics;
  const reader = await openReader(options, diagnostics);
  if (!reader) return [];
  try {
    const read: T[] = [];
    for (const product of chooseProducts(reader, options, diagnostics)) {
      options.onPhase?.('reading', product);
      const content = await reader.read(product);
      if (content) read.push(use(resolve(content, report), reader));
    }
    return read;
  } finally {
    reader.close();
  }
}

/**
 * @param former what a build read of the same content, as far as it is the same today; or that another reader reads
 * all of it as well
 */
export async function openReader(
  options: ReadOptions,
  { report }: Diagnostics,
  former?: BuildInputs | 'elsewhere',
): Promise<RecordingReader | undefined> {
  const root = ContentRoot.open(options.content, report, options.shownAs);
  const templates = ContentRoot.open(options.templates, report, 'templates');
  if (former === 'elsewhere') {
    if (root) root.isReadElsewhere = true;
  } else if (former) {
    root?.trust(former.content);
    templates?.trust(former.templates);
  }
  const reader = root && (await openContent(root, templates, options.sce === true, report));
  return (
    reader && {
      ...reader,
      inputs: () => ({
        content: root.inputs,
        templates: templates?.inputs ?? noInputs,
        declaring: root.filesWith('external_variable'),
      }),
    }
  );
}

const noInputs: Inputs = { files: new Map(), folders: new Map(), probes: new Map() };

/** What a build read. */
export interface BuildInputs {
  readonly content: Inputs;
  /** Of the templates that come with scapc. */
  readonly templates: Inputs;
  /** Files of the content that declare external variables: which one counts is for all of them to say. */
  readonly declaring: readonly string[];
}

export const mergeBuildInputs = (all: readonly BuildInputs[]): BuildInputs => ({
  content: mergeInputs(all.map(({ content }) => content)),
  templates: mergeInputs(all.map(({ templates }) => templates)),
  declaring: [...new Set(all.flatMap(({ declaring }) => declaring))],
});

/** A reader that tells what it read. */
export interface RecordingReader extends ContentReader {
  inputs(): BuildInputs;
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
