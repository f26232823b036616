import type { ShownCatalogue } from './catalogues.js';
import { type SharedCheck, sharedChecks } from './checks.js';
import type { GuideContext } from './context.js';
import { guideData } from './data.js';
import { jsonForScript } from './html.js';
import { entryHtml } from './items/entry.js';
import { rowHtml } from './items/row.js';
import { type ProfileEntry, profileEntries } from './profiles.js';
import { template } from './templates.js';
import { plainTextOf } from './text/plain-text.js';
import { richTextHtml } from './text/rich-text.js';

/** What `index.hbs` shows. */
interface Page {
  readonly language: string;
  readonly title: string;
  readonly productName: string;
  readonly version: string;
  readonly status: string;
  readonly id: string;
  readonly description: string;
  readonly frontMatter: string;
  readonly rearMatter: string;
  readonly notices: readonly string[];
  readonly rows: readonly string[];
  readonly entries: readonly string[];
  readonly profiles: readonly ProfileEntry[];
  readonly sharedChecks: readonly SharedCheck[];
  readonly data: string;
  readonly catalogues: readonly ShownCatalogue[];
}

/** `index.html`: the list, the data of the page, then every item in full. */
export function pageHtml(context: GuideContext): string {
  const { benchmark, items, showValue } = context;
  const { status } = benchmark;
  return template<Page>('index')({
    language: benchmark.language || 'en',
    title: plainTextOf(benchmark.title, showValue),
    productName: benchmark.productName,
    version: benchmark.version,
    status: status.date === undefined ? status.value : `${status.value}, ${status.date}`,
    id: benchmark.id,
    description: richTextHtml(benchmark.description, showValue),
    frontMatter: richTextHtml(benchmark.frontMatter, showValue),
    rearMatter: richTextHtml(benchmark.rearMatter, showValue),
    notices: benchmark.notices
      .map(({ text }) => richTextHtml(text, showValue))
      .filter((notice) => notice !== ''),
    rows: items.map((item) => rowHtml(item, context)),
    entries: items.map((item) => entryHtml(item, context)),
    profiles: profileEntries(context),
    sharedChecks: sharedChecks(context),
    data: jsonForScript(guideData(context)),
    catalogues: [...context.catalogues.values()],
  });
}
