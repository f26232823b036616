import type { Benchmark, Rule } from '../../model/benchmark.js';
import type { GuidePieces, OvalPiece, OwnData } from '../../model/pieces.js';
import type { ByteStore } from '../../text/chunks.js';
import { assetFiles } from './assets.js';
import { definitionPieces } from './checks.js';
import { contextOf } from './context.js';
import { restated } from './data.js';
import type { GuideData } from './guide-data.js';
import { jsonForScript } from './html.js';
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

const page = 'index.html';

/** Where the page of a guide stands below the folder of its product. */
export const guidePagePath = `guide/${page}`;

/** The data of a page as it stands there, where some rules say something else of themselves than they did. */
export const restatedData = (data: string, own: ReadonlyMap<number, OwnData>): string =>
  jsonForScript(restated(JSON.parse(data) as GuideData, own));

/**
 * The guide of a benchmark: a folder of static files that needs neither a server nor a network.
 *
 * `index.html` is the whole document; the script and style beside it make it searchable. Same benchmark and
 * options, same bytes.
 */
export function* guideFiles(benchmark: Benchmark, options: GuideOptions = {}): Generator<GuideFile> {
  yield { path: page, content: pageHtml(contextOf(benchmark, options)) };
  yield* assetFiles();
}
