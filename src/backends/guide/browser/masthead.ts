import { button } from './button.js';
import { byId } from './dom.js';
import { selectField } from './fields.js';
import type { Profiles } from './profiles.js';
import type { Store } from './store.js';
import { themeToggle } from './theme-toggle.js';

/** Profile chooser, print and theme. */
export function createMasthead(store: Store, profiles: Profiles): { update(): void } {
  const actions = byId('actions');
  const profile = (): HTMLElement =>
    selectField({
      id: 'profile',
      label: 'Profile',
      choices: profiles.choices,
      value: store.state.profile,
      onChange: (value) => store.set({ profile: value }, 'push'),
    });
  let shown = profile();
  actions.append(
    shown,
    button({ label: 'Print', icon: 'print', look: 'plain', onClick: () => print() }),
    themeToggle(),
  );
  return {
    update() {
      const focused = shown.contains(document.activeElement);
      const next = profile();
      shown.replaceWith(next);
      shown = next;
      if (focused) next.querySelector('select')?.focus();
    },
  };
}
