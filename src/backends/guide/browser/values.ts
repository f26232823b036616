import { type Guide, itemAt } from './guide.js';
import type { Chosen } from './profiles.js';

/** Writes the values that a profile gives into a text. */
export function showValues(root: ParentNode, guide: Guide, chosen: Chosen): void {
  for (const node of root.querySelectorAll<HTMLElement>('var[data-value]')) {
    const index = guide.byAnchor.get(node.dataset.value ?? '');
    if (index === undefined) continue;
    node.textContent = chosen.valueOf(index);
    node.title = itemAt(guide, index).title;
  }
}
