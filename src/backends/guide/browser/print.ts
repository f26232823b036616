import { byId, h } from './dom.js';
import { entryNodes } from './entries.js';
import { type Guide, itemAt } from './guide.js';
import type { List } from './list.js';
import type { Profiles } from './profiles.js';
import type { Store } from './store.js';
import { showValues } from './values.js';

/**
 * Printing makes a document of what the list shows, in document order, with the values of the chosen profile;
 * afterwards the page is as it was.
 */
export function createPrint(guide: Guide, store: Store, profiles: Profiles, list: List): void {
  let printed: HTMLElement | undefined;
  let wasDark = false;
  const root = document.documentElement.classList;
  addEventListener('beforeprint', () => {
    wasDark = root.contains('pf-v6-theme-dark');
    root.remove('pf-v6-theme-dark'); // paper is white
    if (store.state.view !== 'list') return;
    printed?.remove();
    const chosen = profiles.get(store.state.profile);
    const indices = [...list.shown].sort((a, b) => a - b);
    printed = h(
      'div',
      { class: 'print' },
      h('h2', {}, `${chosen.title}: ${indices.length} of ${guide.items.length} entries`),
      ...indices.map((index) => article(guide, index, chosen)),
    );
    byId('main').append(printed);
    root.add('printing');
  });
  addEventListener('afterprint', () => {
    printed?.remove();
    printed = undefined;
    root.remove('printing');
    root.toggle('pf-v6-theme-dark', wasDark);
  });
}

const kinds = { group: 'Group', rule: 'Rule', value: 'Value' } as const;

function article(guide: Guide, index: number, chosen: ReturnType<Profiles['get']>): HTMLElement {
  const item = itemAt(guide, index);
  const nodes = entryNodes(item.anchor);
  showValues(nodes, guide, chosen);
  for (const details of nodes.querySelectorAll('details')) details.open = true;
  const kind = item.kind === 'rule' ? `Rule, ${chosen.severityOf(index)} severity` : kinds[item.kind];
  return h('article', { class: 'entry' }, h('h2', {}, item.title), h('p', { class: 'kind' }, kind), nodes);
}
