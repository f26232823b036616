import { h } from './dom.js';
import { type Guide, itemAt } from './guide.js';
import { noProfile, type Profiles } from './profiles.js';

/** Which profiles select a Rule or Group; which value each profile gives a Value, and which Rules use it. */
export function itemUse(index: number, guide: Guide, profiles: Profiles): HTMLElement | undefined {
  const item = itemAt(guide, index);
  const names = profiles.choices.filter(({ value }) => value !== noProfile);
  if (item.kind === 'value') return valueUse(index, guide, profiles, names);
  if (names.length === 0) return undefined;
  const selecting = names.filter(({ value }) => profiles.get(value).isSelected(index));
  return part(
    'Profiles',
    selecting.length === 0
      ? h('p', {}, 'No profile selects it.')
      : h('ul', {}, ...selecting.map(({ label }) => h('li', {}, label))),
  );
}

function valueUse(
  index: number,
  guide: Guide,
  profiles: Profiles,
  names: readonly { readonly value: string; readonly label: string }[],
): HTMLElement {
  const users = guide.usersOf(index).map((rule) => {
    const { anchor, title } = itemAt(guide, rule);
    return h('li', {}, h('a', { href: `#${anchor}` }, title));
  });
  const values = names.map(({ value, label }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, label),
      h('td', {}, h('code', {}, profiles.get(value).valueOf(index))),
    ),
  );
  return h(
    'div',
    {},
    part('Used by', users.length === 0 ? h('p', {}, 'No rule uses it.') : h('ul', {}, ...users)),
    values.length > 0 &&
      part(
        'In the profiles',
        h(
          'table',
          {},
          h(
            'thead',
            {},
            h('tr', {}, h('th', { scope: 'col' }, 'Profile'), h('th', { scope: 'col' }, 'Value')),
          ),
          h('tbody', {}, ...values),
        ),
      ),
  );
}

const part = (title: string, content: HTMLElement): HTMLElement =>
  h('section', {}, h('h3', {}, title), content);
