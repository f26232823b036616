import type { Rule } from '../../../model/benchmark.js';
import type { GuidePieces } from '../../../model/pieces.js';
import type { ByteStore } from '../../../text/chunks.js';
import type { GuideContext } from '../context.js';
import { entryHtml } from './entry.js';
import { linkLater } from './links.js';
import { rowHtml } from './row.js';

/** A rule as it stands in the page. */
export function guidePieces(rule: Rule, context: GuideContext, store: ByteStore): GuidePieces {
  const links: string[] = [];
  const row = store.add(rowHtml(rule, context));
  return { row, entry: store.add(entryHtml(rule, context, linkLater(links))), links };
}
