import type { Rule } from '../../../model/benchmark.js';
import type { GuidePieces } from '../../../model/pieces.js';
import type { ByteStore } from '../../../text/chunks.js';
import type { GuideContext } from '../context.js';
import { ownData } from '../own-data.js';
import { escapeExpression } from '../templates.js';
import { entryHtml } from './entry.js';
import { linkLater } from './links.js';
import { rowHtml } from './row.js';

/** A rule as it stands in the page. */
export function guidePieces(rule: Rule, context: GuideContext, store: ByteStore): GuidePieces {
  const links: string[] = [];
  return {
    row: store.add(rowHtml(rule, context)),
    entry: store.add(entryHtml(rule, context, linkLater(links))),
    title: store.add(escapeExpression(context.titleOf(rule.id))),
    links,
    own: ownData(rule, context),
  };
}
