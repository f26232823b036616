import type { AnyItem } from '../../model/items.js';
import type { GuidePieces } from '../../model/pieces.js';
import { asString, type Chunk, type Chunks, ChunkWriter } from '../../text/chunks.js';
import type { ShownCatalogue } from './catalogues.js';
import { type SharedCheck, sharedChecks } from './checks.js';
import type { GuideContext } from './context.js';
import { guideData } from './data.js';
import { jsonForScript } from './html.js';
import { entryHtml } from './items/entry.js';
import { linkTo, withLinks } from './items/links.js';
import { rowHtml } from './items/row.js';
import { type ProfileEntry, profileEntries } from './profiles.js';
import { escapeExpression, template } from './templates.js';
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

/** Where the rows and the entries go. No text of a benchmark can hold this, since its markup is escaped. */
const here = { rows: '<!--rows-->', entries: '<!--entries-->' } as const;

/** `index.html`: the list, the data of the page, then every item in full. */
export function pageHtml(context: GuideContext): Chunks {
  const { items } = context;
  for (const item of items) findCatalogues(item, context);
  const [start = '', afterRows = ''] = frameHtml(context).split(here.rows);
  const [middle = '', end = ''] = afterRows.split(here.entries);
  const out = new ChunkWriter();
  const addAll = (chunkOf: (item: AnyItem) => Chunk): void => {
    for (const item of items) {
      out.add(chunkOf(item));
      out.add('\n');
    }
  };
  out.add(start);
  addAll((item) => piecesOf(item)?.row ?? rowHtml(item, context));
  out.add(middle);
  addAll((item) => entryChunk(item, context));
  out.add(end);
  return out.chunks;
}

const piecesOf = (item: AnyItem): GuidePieces | undefined =>
  item.kind === 'rule' ? item.pieces?.guide : undefined;

function entryChunk(item: AnyItem, context: GuideContext): Chunk {
  const pieces = piecesOf(item);
  if (!pieces) return entryHtml(item, context);
  const { entry, links } = pieces;
  return links.length === 0 ? entry : withLinks(asString([entry]), links, linkTo(context), escapeExpression);
}

/** Those that references name, then those of identifiers: the order in which the page lists them. */
function findCatalogues(item: AnyItem, { catalogueOf }: GuideContext): void {
  if (item.kind === 'value') return;
  for (const { href = '', text } of item.references) if (href !== '' && text.trim() !== '') catalogueOf(href);
  if (item.kind === 'rule') for (const { system } of item.identifiers) catalogueOf(system);
}

/** The page without its rows and entries. */
function frameHtml(context: GuideContext): string {
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
    profiles: profileEntries(context),
    sharedChecks: sharedChecks(context),
    data: jsonForScript(guideData(context)),
    catalogues: [...context.catalogues.values()],
  });
}
