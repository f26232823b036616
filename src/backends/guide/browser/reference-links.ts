import { button } from './button.js';
import type { Guide } from './guide.js';
import { itemAt } from './guide.js';
import { referenceName } from './references.js';
import type { Store } from './store.js';

/** Each reference becomes a button that lists everything that carries it. */
export function enhanceReferences(root: ParentNode, guide: Guide, store: Store): void {
  const index = guide.byAnchor.get(store.state.item);
  const item = index === undefined ? undefined : itemAt(guide, index);
  if (!item || item.kind === 'value') return;
  const names = new Map<string, string>();
  for (const reference of item.references ?? []) {
    const { text = '' } = guide.references[reference] ?? {};
    if (!names.has(text)) names.set(text, referenceName(guide, reference));
  }
  for (const span of root.querySelectorAll('[data-references] span')) {
    const text = span.textContent ?? '';
    const name = names.get(text);
    if (name === undefined) continue;
    span.replaceWith(
      button({
        label: text,
        look: 'link',
        attributes: { title: `List everything for ${name}` },
        onClick: () => store.set({ reference: name, query: '', view: 'list' }, 'push'),
      }),
    );
  }
}
