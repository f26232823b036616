import { type Change, differencesOf, titleAt } from './differences.js';
import { byId, h } from './dom.js';
import { selectField } from './fields.js';
import { type Guide, itemAt } from './guide.js';
import { noProfile, type Profiles } from './profiles.js';
import type { State } from './state.js';
import type { Store } from './store.js';

/** Two profiles side by side. */
export function createCompare(guide: Guide, store: Store, profiles: Profiles): { show(state: State): void } {
  const node = byId('compare');
  return {
    show(state) {
      const focused = node.contains(document.activeElement) ? document.activeElement?.id : undefined;
      const [first, second] = defaults(state, profiles);
      const left = profiles.get(first);
      const right = profiles.get(second);
      const { onlyLeft, onlyRight, both, values, severities, roles } = differencesOf(guide, left, right);
      const names = [left.title, right.title] as const;
      node.replaceChildren(
        h('h2', { id: 'compare-title', tabindex: '-1' }, 'Compare profiles'),
        h(
          'div',
          { class: 'choosers' },
          chooser('left', 'First profile', first),
          chooser('right', 'Second profile', second),
        ),
        h(
          'p',
          { role: 'status' },
          `${both} rules are in both, ${onlyLeft.length} only in the first, ${onlyRight.length} only in the second.`,
        ),
        h(
          'div',
          { class: 'sides' },
          ruleList(`Only in ${names[0]}`, onlyLeft, guide, store),
          ruleList(`Only in ${names[1]}`, onlyRight, guide, store),
        ),
        changeTable('Other values', values, names, guide, store),
        changeTable('Other severities', severities, names, guide, store),
        changeTable('Other roles', roles, names, guide, store),
      );
      if (focused) document.getElementById(focused)?.focus();
    },
  };

  function chooser(side: 'left' | 'right', label: string, value: string): HTMLElement {
    return selectField({
      id: `compare-${side}`,
      label,
      choices: profiles.choices,
      value,
      onChange: (chosen) => store.set({ [side]: chosen }, 'push'),
    });
  }
}

/** Without a choice: the profile of the page, and the first other one. */
function defaults({ left, right, profile }: State, profiles: Profiles): [string, string] {
  const names = profiles.choices.map(({ value }) => value);
  const first = names.includes(left) ? left : profile;
  const others = names.filter((name) => name !== first && name !== noProfile);
  return [first, names.includes(right) ? right : (others[0] ?? noProfile)];
}

function ruleList(title: string, rules: readonly number[], guide: Guide, store: Store): HTMLElement {
  return h(
    'section',
    { class: 'side' },
    h('h3', {}, `${title} (${rules.length})`),
    rules.length === 0
      ? h('p', {}, 'No rule.')
      : h('ul', {}, ...rules.map((rule) => h('li', {}, itemLink(rule, guide, store)))),
  );
}

function changeTable(
  caption: string,
  changes: readonly Change[],
  names: readonly [string, string],
  guide: Guide,
  store: Store,
): HTMLElement {
  if (changes.length === 0) return h('section', {}, h('h3', {}, `${caption} (0)`), h('p', {}, 'None.'));
  const rows = changes.map(({ index, left, right }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, itemLink(index, guide, store)),
      h('td', {}, h('code', {}, left)),
      h('td', {}, h('code', {}, right)),
    ),
  );
  return h(
    'section',
    {},
    h('h3', {}, `${caption} (${changes.length})`),
    h(
      'table',
      { class: 'grid' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, 'Entry'),
          ...names.map((name) => h('th', { scope: 'col' }, name)),
        ),
      ),
      h('tbody', {}, ...rows),
    ),
  );
}

const itemLink = (index: number, guide: Guide, store: Store): HTMLElement =>
  h('a', { href: store.linkTo({ view: 'list', item: itemAt(guide, index).anchor }) }, titleAt(guide, index));
