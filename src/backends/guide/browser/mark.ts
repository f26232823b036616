import { h } from './dom.js';

/** One pattern for all words, the longest first; undefined for none. */
export function markPattern(words: readonly string[]): RegExp | undefined {
  const wanted = words.filter((word) => word !== '').sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return undefined;
  return new RegExp(wanted.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'giu');
}

/** A text as nodes, its hits in `mark` elements. */
export function marked(text: string, pattern: RegExp): Node[] {
  const nodes: Node[] = [];
  let end = 0;
  pattern.lastIndex = 0; // a test before may have left it anywhere
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) nodes.push(document.createTextNode(text.slice(end, match.index)));
    nodes.push(h('mark', {}, match[0]));
    end = match.index + match[0].length;
  }
  if (end < text.length) nodes.push(document.createTextNode(text.slice(end)));
  return nodes;
}

/** The words around the first hit. */
export function snippet(text: string, pattern: RegExp, length = 150): string | undefined {
  pattern.lastIndex = 0;
  const at = pattern.exec(text)?.index;
  pattern.lastIndex = 0;
  if (at === undefined) return undefined;
  const start = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - 50)) + 1);
  const end = Math.min(text.length, start + length);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}
