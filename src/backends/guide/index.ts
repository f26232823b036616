import type { Benchmark } from '../../model/benchmark.js';
import { assetFiles } from './assets.js';
import { contextOf } from './context.js';
import type { GuideFile, GuideOptions } from './options.js';
import { pageHtml } from './page.js';

export type { GuideFile, GuideOptions } from './options.js';

/**
 * The guide of a benchmark: a folder of static files that needs neither a server nor a network.
 *
 * `index.html` is the whole document; the script and style beside it make it searchable. Same benchmark and
 * options, same bytes.
 */
export function* guideFiles(benchmark: Benchmark, options: GuideOptions = {}): Generator<GuideFile> {
  yield { path: 'index.html', content: pageHtml(contextOf(benchmark, options)) };
  yield* assetFiles();
}
