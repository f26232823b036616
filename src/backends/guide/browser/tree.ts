import { h } from './dom.js';
import { type Guide, itemAt } from './guide.js';
import { icon } from './icons.js';
import type { State } from './state.js';
import type { Store } from './store.js';

/** The Groups as a tree that limits the list to one of them. Branches are made when they are first opened. */
export function createTree(
  guide: Guide,
  store: Store,
): { readonly node: HTMLElement; update(state: State): void } {
  const counts = ruleCounts(guide);
  const names = new Map<number, HTMLButtonElement>();
  const branches = new Map<number, (open: boolean) => void>();

  const choose = (anchor: string): void =>
    store.set({ group: store.state.group === anchor ? '' : anchor, view: 'list' }, 'push');

  function branch(group: number): HTMLLIElement {
    const { anchor, title } = itemAt(guide, group);
    const subgroups = groupsIn(guide, group);
    const name = h(
      'button',
      {
        type: 'button',
        class: 'tree__name',
        'aria-pressed': String(store.state.group === anchor),
        on: { click: () => choose(anchor) },
      },
      h('span', {}, title),
      h(
        'span',
        { class: 'number' },
        String(counts.get(group) ?? 0),
        h('span', { class: 'pf-v6-screen-reader' }, ' rules'),
      ),
    );
    names.set(group, name);
    if (subgroups.length === 0)
      return h('li', {}, h('div', { class: 'tree__row' }, h('span', { class: 'tree__gap' }), name));
    const toggle = h(
      'button',
      { type: 'button', class: 'tree__toggle', 'aria-expanded': 'false', 'aria-label': `Groups in ${title}` },
      icon('next'),
    );
    const inner = h('ul', { hidden: true });
    const open = (wanted: boolean): void => {
      if (wanted && inner.childElementCount === 0) inner.append(...subgroups.map(branch));
      inner.hidden = !wanted;
      toggle.setAttribute('aria-expanded', String(wanted));
    };
    branches.set(group, open);
    toggle.addEventListener('click', () => open(inner.hidden === true));
    return h('li', {}, h('div', { class: 'tree__row' }, toggle, name), inner);
  }

  const top = groupsIn(guide, -1).map(branch);
  const node = h(
    'nav',
    { class: 'tree', 'aria-labelledby': 'tree-title' },
    h('h2', { id: 'tree-title' }, 'Groups'),
    h('ul', {}, ...top),
  );
  let pressed: number | undefined;
  return {
    node,
    update(state) {
      const group = guide.byAnchor.get(state.group);
      if (pressed !== undefined) names.get(pressed)?.setAttribute('aria-pressed', 'false');
      pressed = group;
      if (group === undefined) return;
      for (const ancestor of guide.ancestors(group)) branches.get(ancestor)?.(true);
      names.get(group)?.setAttribute('aria-pressed', 'true');
    },
  };
}

const groupsIn = (guide: Guide, parent: number): number[] =>
  guide.items.flatMap((item, index) => (item.kind === 'group' && item.parent === parent ? [index] : []));

function ruleCounts(guide: Guide): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const rule of guide.rules) {
    for (const group of guide.ancestors(rule)) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}
