import { byId, h } from '../dom.js';
import type { Store } from '../store.js';
import { countChanges } from './model.js';
import type { Session } from './session.js';
import { undoButtons } from './view.js';

/** Above the list while the reader's own profile is chosen: how much differs, undo, and the way on. */
export function createTailoringBar(session: Session, store: Store): { update(): void } {
  const bar = h('div', { class: 'tailoring-bar', hidden: true, role: 'region', 'aria-label': 'Tailoring' });
  byId('toolbar').append(bar);
  return {
    update() {
      const { tailoring } = session;
      const focused = bar.contains(document.activeElement) ? document.activeElement?.id : undefined;
      bar.hidden = !tailoring || store.state.profile !== 'tailoring';
      if (!tailoring || bar.hidden) return bar.replaceChildren();
      const changes = countChanges(tailoring);
      bar.replaceChildren(
        h('p', {}, `Tailoring “${tailoring.title}”: ${changes} ${changes === 1 ? 'change' : 'changes'}`),
        ...undoButtons(session),
        h(
          'a',
          { class: 'pf-v6-c-button pf-m-primary', href: store.linkTo({ view: 'tailoring', item: '' }) },
          'Review and export',
        ),
      );
      const again = focused ? document.getElementById(focused) : null;
      if (again && !(again as HTMLButtonElement).disabled) again.focus();
      else if (focused) bar.querySelector('a')?.focus();
    },
  };
}
