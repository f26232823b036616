import type { Nodes } from 'hast';
import type { RichText } from '../../../model/text.js';
import { escapeText } from '../html.js';
import { type ShowValue, valueHtml } from './rich-text.js';

/** Elements whose text does not run on into what follows. */
const blocks = new Set([
  'p',
  'br',
  'hr',
  'div',
  'blockquote',
  'pre',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'tr',
  'td',
  'th',
]);
const hidden = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'title',
]);

/** The text alone, in one line. */
export function plainTextOf(text: RichText, showValue: ShowValue): string {
  let out = '';
  walk(text, (piece) => {
    out += typeof piece === 'string' ? piece : showValue(piece.value).value;
    return true;
  });
  return out.replace(/\s+/g, ' ').trim();
}

/** About as many characters as two lines hold beside an open drawer. */
const excerptLength = 150;

/** The beginning of a text in one line, as HTML: text and `var` elements, nothing else. */
export function excerptHtml(text: RichText, showValue: ShowValue): string {
  let html = '';
  let length = 0;
  let gap = false;
  walk(text, (piece) => {
    if (typeof piece !== 'string') {
      const shown = showValue(piece.value);
      html += (gap ? ' ' : '') + valueHtml(shown);
      gap = false;
      length += shown.value.length;
      return length < excerptLength;
    }
    for (const word of piece.split(/(\s+)/)) {
      if (word === '') continue;
      if (/^\s/.test(word)) {
        gap = html !== '';
        continue;
      }
      if (length + word.length > excerptLength) {
        html += '…';
        length = excerptLength;
        return false;
      }
      html += (gap ? ' ' : '') + escapeText(word);
      length += word.length + (gap ? 1 : 0);
      gap = false;
    }
    return true;
  });
  return html;
}

type Visit = (piece: string | { readonly value: string }) => boolean;

/** Calls `visit` for each stretch of text and each value reference until it says stop. */
function walk(node: Nodes, visit: Visit): boolean {
  switch (node.type) {
    case 'text':
      return visit(node.value);
    case 'valueReference':
      return visit(node);
    case 'element': {
      if (hidden.has(node.tagName.toLowerCase())) return true;
      const apart = blocks.has(node.tagName.toLowerCase());
      return (
        (!apart || visit(' ')) && node.children.every((child) => walk(child, visit)) && (!apart || visit(' '))
      );
    }
    case 'root':
      return node.children.every((child) => walk(child, visit));
    default:
      return true;
  }
}
