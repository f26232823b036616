import type { Chunk } from '../../../text/chunks.js';
import type { GuideContext } from '../context.js';
import { escapeExpression } from '../templates.js';

/** A link to another item. */
export interface Link {
  readonly anchor: string;
  readonly title: string;
}

/** Finds the title and address of an item by its id. */
export type LinkTo = (id: string) => Link;

export const linkTo =
  ({ anchorOf, titleOf }: Pick<GuideContext, 'anchorOf' | 'titleOf'>): LinkTo =>
  (id) => ({ anchor: anchorOf(id), title: titleOf(id) });

/** Characters that no author writes stand around what is not known yet. */
const mark = (index: number, part: 'a' | 't'): string => `\ue010${index}${part}\ue011`;
const marks = /\ue010(\d+)([at])\ue011/;

/**
 * For an item that is compiled before others are known: a link is a mark, and its id is noted in `ids`. `withLinks`
 * puts the titles and addresses in.
 */
export function linkLater(ids: string[]): LinkTo {
  return (id) => {
    const index = ids.push(id) - 1;
    return { anchor: mark(index, 'a'), title: mark(index, 't') };
  };
}

/** A text with the links that `linkLater` noted. */
export function withLinks(
  html: string,
  ids: readonly string[],
  { anchorOf, linkTitle }: Pick<GuideContext, 'anchorOf' | 'linkTitle'>,
): Chunk[] {
  const pieces = html.split(marks);
  const chunks: Chunk[] = [pieces[0] ?? ''];
  for (let at = 1; at < pieces.length; at += 3) {
    const [index, part, after = ''] = pieces.slice(at, at + 3);
    const id = ids[Number(index)] ?? '';
    chunks.push(part === 'a' ? escapeExpression(anchorOf(id)) : linkTitle(id), after);
  }
  return chunks;
}
