import { button } from './button.js';
import { type Guide, itemAt } from './guide.js';
import type { State } from './state.js';
import type { Store } from './store.js';

const cleared = {
  query: '',
  kinds: [],
  severities: [],
  platform: '',
  check: '',
  remediation: '',
  selection: '',
  reference: '',
  group: '',
} satisfies Partial<State>;

/** A button for each filter in force that takes it away, and one for all. */
export function activeFilters(state: State, guide: Guide, store: Store): HTMLElement[] {
  const filters: [keyof typeof cleared, string][] = [];
  const { group, reference, kinds, severities, platform, check, remediation, selection } = state;
  if (group !== '') filters.push(['group', `In ${itemAt(guide, guide.byAnchor.get(group) ?? 0).title}`]);
  if (reference.trim() !== '') filters.push(['reference', `Reference ${reference.trim()}`]);
  if (kinds.length > 0) filters.push(['kinds', kinds.join(' or ')]);
  if (severities.length > 0) filters.push(['severities', `${severities.join(' or ')} severity`]);
  if (platform !== '') filters.push(['platform', `On ${platform}`]);
  if (check !== '') filters.push(['check', `Check: ${check}`]);
  if (remediation !== '') filters.push(['remediation', `Remediation: ${remediation}`]);
  if (selection !== '') filters.push(['selection', `Show: ${selection}`]);
  const remove = (label: string, change: Partial<State>): HTMLElement =>
    button({
      label,
      icon: 'close',
      look: 'secondary',
      attributes: {
        class: 'pf-v6-c-button pf-m-secondary pf-m-small chip',
        'aria-label': `Remove filter: ${label}`,
      },
      onClick: () => {
        store.set(change, 'push');
        document.getElementById('search')?.focus();
      },
    });
  const chips = filters.map(([key, label]) => remove(label, { [key]: cleared[key] }));
  if (filters.length > 1) {
    chips.push(
      button({
        label: 'Clear all filters',
        look: 'link',
        onClick: () => {
          store.set(cleared, 'push');
          document.getElementById('search')?.focus();
        },
      }),
    );
  }
  return chips;
}
