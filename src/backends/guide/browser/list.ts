import { announce } from './announce.js';
import { byId, h } from './dom.js';
import { type Guide, itemAt } from './guide.js';
import { markPattern } from './mark.js';
import type { Chosen } from './profiles.js';
import type { Results } from './results.js';
import { Row } from './row.js';
import type { Search } from './search.js';

/** Rows that are put in place and marked at once; the others follow, some with every frame. */
const atOnce = 40;
const eachFrame = 120;

export interface List {
  readonly shown: readonly number[];
  /** `whole`: all rows at once, so that the list can keep its place. */
  show(results: Results, search: Search, whole: boolean): void;
  /** Values and severities of a profile. */
  showProfile(chosen: Chosen): void;
  /** Boxes to select by, or none. */
  showBoxes(boxes: Boxes | undefined): void;
  setOpen(index: number | undefined): void;
  /** Makes the list wider or narrower and keeps the open entry, or the first in sight, where it is. */
  keepPlace(change: () => void): void;
  focus(index: number): void;
}

export interface Boxes {
  isOn(index: number): boolean;
  onChange(index: number, checked: boolean): void;
}

/** The list that the generator wrote: its rows are taken out, put back and moved, never made anew. */
export function createList(guide: Guide): List {
  const list = byId('list');
  const rows = [...list.children].map((node) => new Row(node as HTMLElement));
  const empty = h('p', { class: 'empty', hidden: true }, 'Nothing matches. Take away a filter or a word.');
  list.after(empty);
  let shown: readonly number[] = rows.map((_, index) => index);
  let markedRows: Row[] = [];
  let open: number | undefined;
  let later = 0;

  list.addEventListener('keydown', (event) => moveFocus(event, list));

  /** Whether all rows of the last results are in place already. */
  const complete = (): boolean => list.childElementCount === shown.length;

  const rowAt = (index: number): Row => rows[index] as Row;

  /** Puts some of the rows in place and marks their hits. */
  function place({ indices, words }: Results, search: Search, attach: boolean, whole: boolean): void {
    cancelAnimationFrame(later);
    for (const row of markedRows) row.unmark();
    markedRows = [];
    const pattern = markPattern(words);
    const mark = (index: number): void => {
      if (!pattern) return;
      const row = rowAt(index);
      row.mark(pattern, () => search.textOf(index));
      markedRows.push(row);
    };
    const first = indices.slice(0, whole ? indices.length : atOnce);
    if (attach) list.replaceChildren(...first.map((index) => rowAt(index).node));
    for (const index of first) mark(index);
    let next = first.length;
    const more = (): void => {
      const some = indices.slice(next, next + eachFrame);
      if (attach) list.append(...some.map((index) => rowAt(index).node));
      for (const index of some) mark(index);
      next += some.length;
      if (next < indices.length) later = requestAnimationFrame(more);
    };
    if (next < indices.length) later = requestAnimationFrame(more);
  }

  return {
    get shown() {
      return shown;
    },
    show(results, search, whole) {
      const { indices } = results;
      const same =
        complete() && indices.length === shown.length && indices.every((index, at) => index === shown[at]);
      shown = indices;
      place(results, search, !same, whole);
      if (!same && !whole) byId('listing').scrollTop = 0;
      empty.hidden = indices.length > 0;
      if (!same) announce(`${indices.length} of ${guide.items.length} entries`);
    },
    showProfile(chosen) {
      for (const row of markedRows) row.unmark();
      const valueAt = (anchor: string): string => {
        const index = guide.byAnchor.get(anchor);
        return index === undefined ? '' : chosen.valueOf(index);
      };
      rows.forEach((row, index) => {
        row.showValues(valueAt);
        if (itemAt(guide, index).kind === 'rule') row.showSeverity(chosen.severityOf(index));
      });
    },
    showBoxes(boxes) {
      rows.forEach((row, index) => {
        if (!boxes || itemAt(guide, index).kind === 'value') row.hideBox();
        else row.showBox(boxes.isOn(index), (checked) => boxes.onChange(index, checked));
      });
    },
    setOpen(index) {
      if (open !== undefined) {
        rowAt(open).node.classList.remove('row--open');
        rowAt(open).link.removeAttribute('aria-current');
      }
      open = index;
      if (index === undefined) return;
      rowAt(index).node.classList.add('row--open');
      rowAt(index).link.setAttribute('aria-current', 'true');
    },
    keepPlace(change) {
      const pane = byId('listing');
      const { top, bottom } = pane.getBoundingClientRect();
      const topOf = (node: Element): number => node.getBoundingClientRect().top;
      const inSight = (node: Element): boolean => topOf(node) >= top && topOf(node) < bottom;
      const openNode = list.querySelector('.row--open');
      const asked = document.activeElement?.closest('.row') ?? openNode;
      const kept = asked && inSight(asked) ? asked : [...list.children].find(inSight);
      const before = kept ? topOf(kept) : 0;
      // At the top nothing has a place to lose, unless the reader just asked for an entry.
      const atTop = pane.scrollTop === 0 && kept !== asked;
      change();
      if (kept && !atTop) pane.scrollTop += topOf(kept) - before;
    },
    focus(index) {
      const { link } = rowAt(index);
      link.focus({ preventScroll: true });
      link.scrollIntoView({ block: 'nearest' });
    },
  };
}

/** The arrow keys lead from entry to entry. */
function moveFocus(event: KeyboardEvent, list: HTMLElement): void {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  const row = (event.target as Element).closest('li');
  if (step === undefined || !row || !(event.target as Element).matches('a')) return;
  const links = [...list.children];
  links[links.indexOf(row) + step]?.querySelector('a')?.focus();
  event.preventDefault();
}
