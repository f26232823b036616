import { outputFiles } from '../backends/index.js';
import type { Diagnostics } from '../diagnostics/diagnostic.js';
import { type ContentReader, openContent } from '../frontends/index.js';
import { noProducts, unknownProduct } from '../frontends/native/messages.js';
import type { Benchmark } from '../model/benchmark.js';
import { resolve } from '../resolve/index.js';
import { ContentRoot } from '../source/root.js';
import { isFileSystemError, outputFailed } from './messages.js';
import { OutputFolder } from './output.js';

export interface BuildOptions {
  /** The content root. */
  readonly content: string;
  /** Put before paths in messages, so that they lead from the working directory to the file. */
  readonly shownAs: string;
  /** The folder of the rule templates and guide templates that come with scapc. */
  readonly templates: string;
  /** Empty for all. */
  readonly products: readonly string[];
  /** Seconds since 1970, from SOURCE_DATE_EPOCH; the date of the content where it is absent. */
  readonly sourceDate?: number;
  /** Told what is being done, for a progress line. */
  readonly onPhase?: (phase: string) => void;
}

/** The benchmarks of the products that were asked for; fewer, or none, where something is wrong. */
export function readBenchmarks(options: BuildOptions, diagnostics: Diagnostics): Benchmark[] {
  const { report } = diagnostics;
  const root = ContentRoot.open(options.content, report, options.shownAs);
  const templates = ContentRoot.open(options.templates, report, 'templates');
  const reader = root && openContent(root, templates, report);
  if (!reader) return [];
  return chooseProducts(reader, options, diagnostics).flatMap((product) => {
    options.onPhase?.(`reading ${product}`);
    const content = reader.read(product);
    return content ? [resolve(content, report)] : [];
  });
}

function chooseProducts(
  reader: ContentReader,
  { products, content }: BuildOptions,
  { report }: Diagnostics,
): readonly string[] {
  if (reader.products.length === 0) report(noProducts(content));
  if (products.length === 0) return reader.products;
  for (const name of products)
    if (!reader.products.includes(name)) report(unknownProduct(name, reader.products));
  return reader.products.filter((name) => products.includes(name));
}

/** Builds products into `out`; nothing there changes unless everything is right. */
export function build(options: BuildOptions, out: string, diagnostics: Diagnostics): Benchmark[] {
  const benchmarks = readBenchmarks(options, diagnostics);
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

const dateOf = ({ sourceDate }: BuildOptions) => (sourceDate === undefined ? {} : { sourceDate });

/** A disk that cannot be written may not let go either; the first error is the one to tell. */
function discardQuietly(output: OutputFolder): void {
  try {
    output.discard();
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
  }
}
