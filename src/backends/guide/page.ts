import type { AnyItem } from '../../model/items.js';
import type { GuidePieces } from '../../model/pieces.js';
import { asString, type Chunks, ChunkWriter, encode, owned } from '../../text/chunks.js';
import { guideDataOwner } from '../owners.js';
import { type ShownCatalogue, shownCatalogues } from './catalogues.js';
import { type SharedCheck, sharedChecks } from './checks.js';
import type { GuideContext } from './context.js';
import { guideData } from './data.js';
import { jsonForScript } from './html.js';
import { entryHtml } from './items/entry.js';
import { linkLater, withLinks } from './items/links.js';
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
  readonly rows: string;
  readonly entries: string;
  readonly profiles: readonly ProfileEntry[];
  readonly sharedChecks: readonly SharedCheck[];
  readonly data: string;
  readonly catalogues: readonly ShownCatalogue[];
}

/** Where these parts go. No text of a benchmark can hold this, since its markup is escaped. */
const here = { rows: '<!--rows-->', data: '<!--data-->', entries: '<!--entries-->' } as const;

/** `index.html`: the list, the data of the page, then every item in full. */
export function pageHtml(context: GuideContext): Chunks {
  const { items } = context;
  for (const item of items) findCatalogues(item, context);
  const links: string[] = [];
  const [start = '', afterRows = ''] = frameHtml(context, links).split(here.rows);
  const [beforeData = '', afterData = ''] = afterRows.split(here.data);
  const [beforeEntries = '', end = ''] = afterData.split(here.entries);
  const out = new ChunkWriter();
  const addAll = (chunksOf: (item: AnyItem) => Chunks): void => {
    for (const item of items) {
      for (const chunk of chunksOf(item)) out.add(chunk);
      out.add('\n');
    }
  };
  out.add(start);
  addAll((item) => [piecesOf(item)?.row ?? rowHtml(item, context)]);
  out.add(beforeData);
  out.add(owned(encode(jsonForScript(guideData(context))), guideDataOwner));
  out.add(beforeEntries);
  addAll((item) => entryChunks(item, context));
  for (const chunk of withLinks(end, links, context)) out.add(chunk);
  return out.chunks;
}

const piecesOf = (item: AnyItem): GuidePieces | undefined =>
  item.kind === 'rule' ? item.pieces?.guide : undefined;

function entryChunks(item: AnyItem, context: GuideContext): Chunks {
  const pieces = piecesOf(item);
  if (pieces?.links.length === 0) return [pieces.entry];
  if (pieces) return withLinks(asString([pieces.entry]), pieces.links, context);
  const links: string[] = [];
  return withLinks(entryHtml(item, context, linkLater(links)), links, context);
}

/** Those that its references and identifiers name. */
function findCatalogues(item: AnyItem, { catalogueOf }: GuideContext): void {
  if (item.kind === 'value') return;
  for (const { href = '', text } of item.references) if (href !== '' && text.trim() !== '') catalogueOf(href);
  if (item.kind === 'rule') for (const { system } of item.identifiers) catalogueOf(system);
}

/** The page without its rows, data and entries; what it links to is noted in `links`. */
function frameHtml(context: GuideContext, links: string[]): string {
  const { benchmark, showValue } = context;
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
    ...here,
    profiles: profileEntries(context, linkLater(links)),
    sharedChecks: sharedChecks(context),
    catalogues: shownCatalogues(context),
  });
}
