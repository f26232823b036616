import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { RichText } from '../../../model/text.js';
import { escapeAttribute, escapeText } from '../html.js';
import { allowed, isSafeLink } from './allowed.js';

/** What stands for a reference to a Value: its address in the page, and the value in force. */
export interface ShownValue {
  readonly anchor: string;
  readonly value: string;
}

export type ShowValue = (id: string) => ShownValue;

/**
 * A rich text as HTML that is safe to show, whoever wrote it: elements and attributes off the list of
 * `allowed` are left out, their text stays. References to Values become `var` elements that the browser
 * fills anew when another profile is chosen.
 */
export function richTextHtml(text: RichText, showValue: ShowValue): string {
  if (text.children.length === 0) return '';
  const plain = onlyText(text);
  if (plain !== undefined) return escapeText(plain);
  const prepared: Root = {
    type: 'root',
    children: text.children.flatMap((child) => prepare(child, showValue)) as RootContent[],
  };
  return toHtml(sanitize(prepared, allowed));
}

/** The value of a Value, marked so that the browser can put another one there. */
export const valueHtml = ({ anchor, value }: ShownValue): string =>
  `<var data-value="${escapeAttribute(anchor)}">${escapeText(value)}</var>`;

function onlyText(text: RichText): string | undefined {
  const [child] = text.children;
  return text.children.length === 1 && child?.type === 'text' ? child.value : undefined;
}

function prepare(node: Nodes, showValue: ShowValue): ElementContent[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: node.value }];
    case 'valueReference': {
      const { anchor, value } = showValue(node.value);
      return [element('var', [{ type: 'text', value }], { dataValue: anchor })];
    }
    case 'element':
      return prepareElement(node, showValue);
    default:
      return [];
  }
}

function prepareElement(node: Element, showValue: ShowValue): ElementContent[] {
  const children = node.children.flatMap((child) => prepare(child, showValue));
  const name = node.tagName.toLowerCase();
  if (name === 'a') {
    const href = String(node.properties?.href ?? '');
    return isSafeLink(href)
      ? [element('a', children, { href: withoutMarkup(href), rel: ['noreferrer'] })]
      : children;
  }
  // The page has its own headings; those of a text would tear its outline.
  if (/^h[1-6]$/.test(name)) return [element('p', [element('strong', children)])];
  if (name === 'var') return [element('em', children)];
  return [element(name, children, name === 'td' || name === 'th' ? spans(node) : {})];
}

/** The serialiser leaves `<` in attributes, where it could end the `noscript` around it: see `escapeText`. */
const withoutMarkup = (href: string): string =>
  href
    .trim()
    .replace(/[<>"']/g, encodeURIComponent)
    .replace(/'/g, '%27');

function spans({ properties }: Element): Element['properties'] {
  const kept: Element['properties'] = {};
  for (const name of ['colSpan', 'rowSpan']) {
    const value = String(properties?.[name] ?? properties?.[name.toLowerCase()] ?? '');
    if (/^\d{1,3}$/.test(value)) kept[name] = value;
  }
  return kept;
}

const element = (
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
