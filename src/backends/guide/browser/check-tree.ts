import { h } from './dom.js';
import { entryNodes, entrySource } from './entries.js';

/** A definition that a check extends unfolds in its place; without the script the link leads to it. */
export function enhanceCheck(root: ParentNode, decorate: (part: ParentNode) => void): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a.extends')) {
    const anchor = decodeURIComponent(link.hash.slice(1));
    if (entrySource(anchor) === undefined) continue;
    const details = h('details', {}, h('summary', {}, link.textContent ?? ''));
    details.addEventListener('toggle', () => {
      if (!details.open || details.childElementCount > 1) return;
      const nodes = entryNodes(anchor);
      decorate(nodes);
      details.append(nodes);
    });
    link.replaceWith(details);
  }
}
