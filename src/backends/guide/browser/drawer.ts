import { announce } from './announce.js';
import { button } from './button.js';
import { enhanceCheck } from './check-tree.js';
import { copyButton } from './copy.js';
import { byId, h } from './dom.js';
import { entryNodes } from './entries.js';
import { type Guide, itemAt } from './guide.js';
import { label, severityLabel } from './labels.js';
import type { List } from './list.js';
import { noProfile, type Profiles } from './profiles.js';
import { enhanceReferences } from './reference-links.js';
import { enhanceRemediations } from './remediations.js';
import type { State } from './state.js';
import type { Store } from './store.js';
import { itemUse } from './use.js';
import { showValues } from './values.js';

interface Parts {
  readonly guide: Guide;
  readonly store: Store;
  readonly profiles: Profiles;
  readonly list: List;
  /** What the reader may change of the item, while tailoring. */
  readonly controls: (index: number) => HTMLElement | undefined;
}

export interface Drawer {
  /** `fresh`: what it shows changed, though the item is the same; `moveFocus`: the reader opened it. */
  show(state: State, fresh: boolean, moveFocus: boolean): void;
  close(): void;
}

const kinds = { group: 'Group', rule: 'Rule', value: 'Value' } as const;

/** The panel beside the list with one item in full. */
export function createDrawer(parts: Parts): Drawer {
  const { guide, store, list } = parts;
  const node = byId('drawer');
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });

  function close(): void {
    const index = guide.byAnchor.get(store.state.item);
    store.set({ item: '' }, 'push');
    if (index === undefined) return;
    if (list.shown.includes(index)) list.focus(index);
    else byId('list-title').focus();
  }

  function step(index: number, by: number): void {
    const next = list.shown[list.shown.indexOf(index) + by];
    if (next === undefined) return;
    store.set({ item: itemAt(guide, next).anchor }, 'push');
    const name = by > 0 ? 'next' : 'previous';
    const button = node.querySelector<HTMLButtonElement>(`[data-step="${name}"]`);
    // At the end of the list the button is disabled and could not keep the focus.
    if (button && !button.disabled) button.focus();
    else node.querySelector('h2')?.focus();
    byId('list').querySelector('.row--open')?.scrollIntoView({ block: 'nearest' });
  }

  const open = (index: number, state: State, fresh: boolean): void => {
    const at = list.shown.indexOf(index);
    const top = node.scrollTop;
    const head = headOf(index, parts, {
      close,
      previous: at > 0 ? () => step(index, -1) : undefined,
      next: at >= 0 && at < list.shown.length - 1 ? () => step(index, 1) : undefined,
    });
    const { item, profile } = node.dataset;
    const same = item === state.item;
    if (same && profile === state.profile && !fresh) {
      // Only the list changed: what is the next entry may be another.
      if (!node.firstElementChild?.contains(document.activeElement))
        node.firstElementChild?.replaceWith(head);
      return;
    }
    const focused = node.contains(document.activeElement) ? document.activeElement?.id : undefined;
    node.replaceChildren(head, bodyOf(index, state, parts));
    node.dataset.item = state.item;
    node.dataset.profile = state.profile;
    node.scrollTop = same ? top : 0;
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  };

  return {
    close,
    show(state, fresh, moveFocus) {
      const index = guide.byAnchor.get(state.item);
      list.setOpen(index);
      if (node.hidden !== (index === undefined)) {
        list.keepPlace(() => {
          node.hidden = index === undefined;
          byId('list-view').classList.toggle('panes--open', index !== undefined);
        });
      }
      if (index === undefined) {
        node.replaceChildren();
        delete node.dataset.item;
        delete node.dataset.profile;
        return;
      }
      open(index, state, fresh);
      if (!moveFocus) return;
      announce(`${itemAt(guide, index).title}, opened`);
      if (!node.contains(document.activeElement)) node.querySelector('h2')?.focus({ preventScroll: true });
    },
  };
}

interface Moves {
  readonly close: () => void;
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
}

function headOf(index: number, { guide, profiles, store }: Parts, moves: Moves): HTMLElement {
  const item = itemAt(guide, index);
  const chosen = profiles.get(store.state.profile);
  const move = (name: 'previous' | 'next', onClick: (() => void) | undefined): HTMLElement =>
    button({
      label: name === 'next' ? 'Next entry' : 'Previous entry',
      icon: name,
      look: 'plain',
      onClick: () => onClick?.(),
      attributes: { 'data-step': name, disabled: onClick === undefined },
    });
  return h(
    'div',
    { class: 'drawer__head' },
    h('h2', { id: 'drawer-title', tabindex: '-1' }, item.title),
    h(
      'div',
      { class: 'drawer__actions' },
      move('previous', moves.previous),
      move('next', moves.next),
      linkButton(item.anchor),
      button({ label: 'Close', icon: 'close', look: 'plain', onClick: moves.close }),
    ),
    h(
      'p',
      { class: 'labels' },
      label(kinds[item.kind]),
      item.kind === 'rule' && severityLabel(chosen.severityOf(index)),
      store.state.profile !== noProfile &&
        item.kind !== 'value' &&
        !chosen.isSelected(index) &&
        label('Not selected'),
    ),
  );
}

/** The address of the item alone, without what the reader filters by. */
function linkButton(anchor: string): HTMLElement {
  return copyButton(
    'Copy the link to this entry',
    () => `${location.href.replace(/#.*$/, '')}#${anchor}`,
    'link',
  );
}

function bodyOf(index: number, state: State, parts: Parts): HTMLElement {
  const { guide, profiles, store } = parts;
  const chosen = profiles.get(state.profile);
  const nodes = entryNodes(itemAt(guide, index).anchor);
  const decorate = (part: ParentNode): void => {
    showValues(part, guide, chosen);
    enhanceCheck(part, decorate);
  };
  decorate(nodes);
  enhanceReferences(nodes, guide, store, index);
  enhanceRemediations(nodes);
  for (const code of nodes.querySelectorAll('code[data-copy]')) {
    code.after(copyButton(`Copy ${code.textContent}`, () => code.textContent ?? ''));
  }
  return h(
    'div',
    { class: 'drawer__body' },
    pathOf(index, guide),
    parts.controls(index),
    nodes,
    itemUse(index, guide, profiles),
  );
}

/** The Groups around the item, as links. */
function pathOf(index: number, guide: Guide): HTMLElement | undefined {
  const groups = guide.ancestors(index);
  if (groups.length === 0) return undefined;
  const links = groups.map((group) => {
    const { anchor, title } = itemAt(guide, group);
    return h('li', {}, h('a', { href: `#${anchor}` }, title));
  });
  return h('nav', { class: 'path', 'aria-label': 'Groups around this entry' }, h('ol', {}, ...links));
}
