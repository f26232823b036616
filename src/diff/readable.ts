import type { RootContent } from 'hast';
import type { RichText } from '../model/text.js';

const blocks = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'pre',
  'table',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'dl',
  'dt',
  'dd',
]);

/** How inline markup shows in a text: enough to see that it changed. */
const marks: Readonly<Record<string, string>> = {
  code: '`',
  tt: '`',
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
};

/**
 * A rich text as people read and compare it: white space as one space outside `pre`, one line for each
 * block, a reference to a Value as `{name}`.
 *
 * @param nameOf the short name of the Value with that id
 */
export function readable(text: RichText, nameOf: (id: string) => string): string {
  const out: string[] = [];
  for (const node of text.children) write(node, { out, nameOf, pre: false });
  return out
    .join('')
    .replace(/[ \t]*\n[ \t]*(?:\n[ \t]*)+/g, '\n')
    .replace(/ +\n/g, '\n')
    .replace(/\n +(?=\S)/g, (indent) => indent)
    .trim();
}

interface Writer {
  readonly out: string[];
  readonly nameOf: (id: string) => string;
  readonly pre: boolean;
}

function write(node: RootContent, writer: Writer): void {
  const { out, nameOf, pre } = writer;
  if (node.type === 'text') out.push(pre ? node.value : node.value.replace(/\s+/g, ' '));
  else if (node.type === 'valueReference') out.push(`{${nameOf(node.value)}}`);
  else if (node.type === 'element') {
    const { tagName, properties, children } = node;
    if (tagName === 'br') {
      out.push('\n');
      return;
    }
    const isBlock = blocks.has(tagName);
    const mark = marks[tagName] ?? '';
    if (isBlock) out.push('\n');
    else if (tagName === 'li') out.push('\n- ');
    out.push(mark);
    for (const child of children) write(child, tagName === 'pre' ? { ...writer, pre: true } : writer);
    out.push(mark);
    if (tagName === 'a' && typeof properties['href'] === 'string') out.push(` <${properties['href']}>`);
    if (isBlock) out.push('\n');
  }
}
