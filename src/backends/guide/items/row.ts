import type { RuleSeverity } from '../../../model/benchmark.js';
import type { AnyItem } from '../../../model/items.js';
import type { GuideContext } from '../context.js';
import { template } from '../templates.js';
import { excerptHtml } from '../text/plain-text.js';
import { kindWord, severityWords } from './words.js';

interface Row {
  readonly anchor: string;
  readonly title: string;
  readonly excerpt: string;
  readonly kind: string;
  readonly severity?: RuleSeverity;
  readonly severityWords?: string;
}

/** One entry of the list: title, excerpt, kind and, for a Rule, its severity. */
export function rowHtml(item: AnyItem, context: GuideContext): string {
  const row: Row = {
    anchor: context.anchorOf(item.id),
    title: context.titleOf(item.id),
    excerpt: excerptHtml(item.description, context.showValue),
    kind: kindWord(item),
  };
  if (item.kind !== 'rule') return template<Row>('row')(row);
  const severity = context.view.severityOf(item.id);
  return template<Row>('row')({ ...row, severity, severityWords: severityWords(severity) });
}
