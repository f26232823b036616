import { ownHtml } from './trusted.js';

/**
 * The HTML of an entry.
 *
 * The full texts lie in `noscript` elements, so that a browser with the script reads each as one text, at
 * next to no cost, and one without it as the document that it is. Undefined while the page is still being read,
 * or where there is none.
 */
export function entrySource(anchor: string): string | undefined {
  const article = document.getElementById(anchor);
  return article?.querySelector('noscript')?.textContent ?? undefined;
}

/** The nodes of an entry without its heading and kind, which each place shows in its own way. */
export function entryNodes(anchor: string): DocumentFragment {
  const source = entrySource(anchor);
  if (source === undefined) return document.createDocumentFragment();
  const fragment = ownHtml(source);
  fragment.querySelector('h2')?.remove();
  fragment.querySelector('p.kind')?.remove();
  return fragment;
}

const factsMark = '<section data-part="facts">';
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The words of an entry, without its facts, checks and remediations: what a search looks through. */
export function entryText(anchor: string): string {
  const source = entrySource(anchor);
  if (source === undefined) return '';
  const start = source.indexOf('</p>') + 4;
  const end = source.indexOf(factsMark);
  return source
    .slice(start, end < 0 ? undefined : end)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d+)|#[xX]([\da-fA-F]+)|(\w+));/g, (whole, decimal, hex, name) => {
      if (name !== undefined) return entities[name] ?? whole;
      return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16));
    })
    .replace(/\s+/g, ' ')
    .trim();
}
