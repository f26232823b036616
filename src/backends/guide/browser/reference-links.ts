import { button } from './button.js';
import { h } from './dom.js';
import { type Guide, itemAt } from './guide.js';
import { referenceName } from './references.js';
import type { Store } from './store.js';

/** Catalogues become links to their publishers, each reference a button that lists all that carries it. */
export function enhanceReferences(root: ParentNode, guide: Guide, store: Store, index: number): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('dt > a[href^="#c"]')) {
    const url = document.getElementById(link.hash.slice(1))?.querySelector('a')?.href;
    if (url !== undefined) link.href = url;
    link.rel = 'noreferrer';
  }
  const item = itemAt(guide, index);
  if (item.kind === 'value') return;
  const lists = root.querySelectorAll('[data-part="references"] dd');
  const byCatalogue = new Map<number, number[]>();
  for (const reference of item.references ?? []) {
    const catalogue = guide.references[reference]?.catalogue ?? -1;
    byCatalogue.set(catalogue, [...(byCatalogue.get(catalogue) ?? []), reference]);
  }
  [...byCatalogue.values()].forEach((references, at) => {
    lists[at]?.replaceChildren(
      ...references.flatMap((reference) => [
        referenceButton(reference, guide, store),
        document.createTextNode(' '),
      ]),
    );
  });
}

function referenceButton(reference: number, guide: Guide, store: Store): HTMLElement {
  const name = referenceName(guide, reference);
  return h(
    'span',
    { class: 'reference' },
    button({
      label: guide.references[reference]?.text ?? '',
      look: 'link',
      attributes: { title: `List everything for ${name}` },
      onClick: () => store.set({ reference: name, query: '', view: 'list' }, 'push'),
    }),
  );
}
