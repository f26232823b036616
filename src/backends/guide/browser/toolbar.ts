import { activeFilters } from './active-filters.js';
import { button } from './button.js';
import { byId, h } from './dom.js';
import { selectField, setField } from './fields.js';
import type { Guide } from './guide.js';
import { icon } from './icons.js';
import type { List } from './list.js';
import type { State } from './state.js';
import type { Store } from './store.js';

const sorts = [
  { value: '', label: 'Best match, else document order' },
  { value: 'document', label: 'Document order' },
  { value: 'title', label: 'Title' },
  { value: 'severity', label: 'Severity' },
];

/** The search box, the order, how many entries there are, and what they are filtered by. */
export function createToolbar(guide: Guide, store: Store, list: List): { update(state: State): void } {
  const toolbar = byId('toolbar');
  toolbar.hidden = false;
  const input = h('input', {
    id: 'search',
    class: 'pf-v6-c-text-input-group__text-input',
    type: 'search',
    'aria-label': 'Search titles, ids, texts, identifiers and references',
    placeholder: 'Search titles, ids, texts, identifiers, references',
    autocomplete: 'off',
    spellcheck: 'false',
    on: { input: () => store.set({ query: input.value }) },
  });
  const search = h(
    'div',
    { class: 'pf-v6-c-text-input-group search', role: 'search' },
    h(
      'div',
      { class: 'pf-v6-c-text-input-group__main pf-m-icon' },
      h(
        'span',
        { class: 'pf-v6-c-text-input-group__text' },
        h('span', { class: 'pf-v6-c-text-input-group__icon' }, icon('search')),
        input,
      ),
    ),
  );
  const sort = selectField({
    id: 'sort',
    label: 'Sort by',
    choices: sorts,
    value: store.state.sort,
    onChange: (value) => store.set({ sort: value }),
  });
  const sidebar = byId('sidebar');
  const toggle = button({
    label: 'Filters',
    icon: 'filter',
    attributes: {
      'aria-expanded': 'false',
      'aria-controls': 'sidebar',
      class: 'pf-v6-c-button pf-m-secondary filters-toggle',
    },
    onClick: () => {
      const shown = sidebar.classList.toggle('sidebar--shown');
      toggle.setAttribute('aria-expanded', String(shown));
    },
  });
  const count = h('p', { class: 'count', id: 'count' });
  const active = h('div', { class: 'active-filters' });
  toolbar.append(h('div', { class: 'toolbar__row' }, search, sort, toggle), active, count);
  return {
    update(state) {
      if (input !== document.activeElement || input.value !== state.query) input.value = state.query;
      setField(sort, state.sort);
      count.textContent = countWords(list.shown.length, guide.items.length);
      active.replaceChildren(...activeFilters(state, guide, store));
    },
  };
}

const countWords = (shown: number, all: number): string =>
  shown === all ? `${all} entries` : `${shown} of ${all} entries`;
