import type { GuideContext } from '../context.js';

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
const marks = /\ue010(\d+)([at])\ue011/g;

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
export const withLinks = (
  html: string,
  ids: readonly string[],
  link: LinkTo,
  escaped: (text: string) => string,
): string =>
  html.replace(marks, (_, index: string, part: string) => {
    const { anchor, title } = link(ids[Number(index)] ?? '');
    return escaped(part === 'a' ? anchor : title);
  });
