import type { Benchmark, Rule } from '../../model/benchmark.js';
import type { GuidePieces, OvalPiece } from '../../model/pieces.js';
import type { ByteStore, Chunks } from '../../text/chunks.js';
import { assetFiles } from './assets.js';
import { definitionPieces } from './checks.js';
import { contextOf } from './context.js';
import { guidePieces } from './items/pieces.js';
import type { GuideFile, GuideOptions } from './options.js';
import { pageHtml } from './page.js';

export type { GuideFile, GuideOptions } from './options.js';

/** What compiles rules for the guide of a benchmark that no profile was chosen for. */
export interface GuideCompiler {
  rule(rule: Rule): GuidePieces;
  /** What is said of an OVAL definition where others extend it. */
  definition(id: string): OvalPiece['guide'];
  /** Ids of the Values that a rule uses, in document order. */
  valuesUsedBy(rule: Rule): readonly string[];
}

export function compilerOfGuide(benchmark: Benchmark, store: ByteStore): GuideCompiler {
  const context = contextOf(benchmark, {});
  return {
    rule: (rule) => guidePieces(rule, context, store),
    definition: definitionPieces(context),
    valuesUsedBy: context.valuesUsedBy,
  };
}

const pagePath = 'index.html';

/** The page of a guide that no profile was chosen for, and where it stands below the folder of its product. */
export const guidePage = (benchmark: Benchmark): Chunks => pageHtml(contextOf(benchmark, {}));
export const guidePagePath = `guide/${pagePath}`;

/**
 * The guide of a benchmark: a folder of static files that needs neither a server nor a network.
 *
 * `index.html` is the whole document; the script and style beside it make it searchable. Same benchmark and
 * options, same bytes.
 */
export function* guideFiles(benchmark: Benchmark, options: GuideOptions = {}): Generator<GuideFile> {
  yield { path: pagePath, content: pageHtml(contextOf(benchmark, options)) };
  yield* assetFiles();
}
