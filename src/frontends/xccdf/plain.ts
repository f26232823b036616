import type { ElementContent, RootContent } from 'hast';
import type { RichText } from '../../model/text.js';

/** The text of a rich text without its markup; references to Values leave nothing. */
export const plainOf = (text: RichText): string => text.children.map(textIn).join('');

function textIn(node: RootContent | ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textIn).join('') : '';
}
