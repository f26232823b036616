import { filterOf } from './filters.js';
import { type Guide, itemAt } from './guide.js';
import type { Chosen } from './profiles.js';
import type { Search } from './search.js';
import type { State } from './state.js';

/** What the list shows for a state. */
export interface Results {
  readonly indices: readonly number[];
  /** Words to mark in the rows. */
  readonly words: readonly string[];
}

const severityOrder = ['high', 'medium', 'low', 'info', 'unknown'];

export function resultsOf(state: State, guide: Guide, chosen: Chosen, search: Search): Results {
  const passes = filterOf(state, guide, chosen);
  const found = state.query.trim() === '' ? undefined : search.find(state.query);
  const candidates = found ? found.indices : guide.items.map((_, index) => index);
  const indices = sorted(candidates.filter(passes), state, guide, chosen, found !== undefined);
  return { indices, words: found?.words ?? [] };
}

/** In the order that the reader asks for; else the best hits first, or as the document has it. */
function sorted(indices: number[], state: State, guide: Guide, chosen: Chosen, searched: boolean): number[] {
  switch (state.sort) {
    case 'title':
      return indices.sort((a, b) => collator.compare(itemAt(guide, a).title, itemAt(guide, b).title));
    case 'severity': {
      const rank = (index: number): number =>
        itemAt(guide, index).kind === 'rule'
          ? severityOrder.indexOf(chosen.severityOf(index))
          : severityOrder.length;
      return indices.sort((a, b) => rank(a) - rank(b) || a - b);
    }
    case 'document':
      return searched ? indices.sort((a, b) => a - b) : indices;
    default:
      return indices;
  }
}

const collator = new Intl.Collator('en', { numeric: true });
