import { XMLBuilder } from 'fast-xml-parser';
import type { Element, ElementContent } from 'xast';

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** fast-xml-parser's ordered form: one key, the element's name, and its attributes under `:@`. */
type Ordered = Record<string, unknown>;

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  suppressEmptyNode: true,
  // Escaped below, because the builder leaves line breaks in attributes, which a reader would take for spaces.
  processEntities: false,
  suppressBooleanAttributes: false,
});

/**
 * An element as XML text, without a declaration. White space is written as it is in the tree; `indented`
 * makes a tree whose elements hold only elements readable first.
 */
export const writeXml = (node: Element): string => builder.build([ordered(node)]) as string;

/** A whole document: declaration, the element, a final line break. */
export const writeDocument = (node: Element): string => `${xmlDeclaration}${writeXml(node)}\n`;

function ordered(node: Element): Ordered {
  const children: Ordered[] = [];
  for (const child of node.children) {
    if (child.type === 'element') children.push(ordered(child));
    else if (child.type === 'text' || child.type === 'cdata') children.push({ '#text': escapeText(child.value) });
  }
  const attributes: Record<string, string> = {};
  for (const name in node.attributes) attributes[name] = escapeAttribute(node.attributes[name] ?? '');
  return { [node.name]: children, ':@': attributes };
}

/** Elements that hold only elements get one line for each child; mixed content stays as it is. */
export function indented(node: Element, depth = 0): Element {
  const elementOnly = node.children.length > 0 && node.children.every((child) => child.type === 'element');
  if (!elementOnly) return node;
  const children: ElementContent[] = [];
  for (const child of node.children) {
    children.push({ type: 'text', value: `\n${'  '.repeat(depth + 1)}` }, indented(child as Element, depth + 1));
  }
  children.push({ type: 'text', value: `\n${'  '.repeat(depth)}` });
  return { ...node, children };
}

/** Characters that XML 1.0 cannot hold at all, not even as references (2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this finds
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const special = /[&<>\r]/;

/** Text for between tags; what XML cannot hold becomes U+FFFD. */
export function escapeText(value: string): string {
  const clean = value.replace(notXml, '\ufffd');
  if (!special.test(clean)) return clean;
  return clean.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;');
}

/** Text for between double quotes; white space survives attribute-value normalisation (3.3.3). */
export function escapeAttribute(value: string): string {
  return escapeText(value)
    .replace(/"/g, '&quot;')
    .replace(/\t/g, '&#9;')
    .replace(/\n/g, '&#10;');
}
