import type { RootContent } from 'hast';
import type { Element, ElementContent } from 'xast';
import type { RichText } from '../../model/text.js';
import { element } from '../../xml/nodes.js';
import { htmlAttributes } from './html-attributes.js';

/** Elements in which white space counts: what holds text for people, scripts and values. */
export const mixedElements: ReadonlySet<string> = new Set([
  'title',
  'description',
  'notice',
  'front-matter',
  'rear-matter',
  'warning',
  'rationale',
  'reference',
  'fixtext',
  'fix',
]);

/** An element with XHTML and `sub`; nothing where there is no text. */
export const htmlElement = (
  name: string,
  text: RichText,
  attributes: Readonly<Record<string, string>> = {},
): Element | undefined =>
  text.children.length === 0 ? undefined : element(name, attributes, nodes(text.children, 'html', true));

/** An element with `sub` and no markup, as titles of items are. */
export const textElement = (
  name: string,
  text: RichText,
  attributes: Readonly<Record<string, string>> = {},
): Element => element(name, attributes, nodes(text.children, 'text', true));

/** XHTML without `sub`, for where XCCDF allows none. */
export const withoutSub = (text: RichText): ElementContent[] => nodes(text.children, 'html', false);

/** Where a consumer puts the current value of a Value (NIST IR 7275r4, 6.2.5 and 7.2.3.6.3). */
export const subElement = (idref: string): Element => element('sub', { idref, use: 'legacy' });

function nodes(children: readonly RootContent[], markup: 'html' | 'text', sub: boolean): ElementContent[] {
  const out: ElementContent[] = [];
  for (const child of children) {
    if (child.type === 'text') out.push({ type: 'text', value: child.value });
    else if (child.type === 'valueReference') {
      if (sub) out.push(subElement(child.value));
    } else if (child.type === 'element') {
      const inside = nodes(child.children, markup, sub);
      if (markup === 'text') out.push(...inside);
      else out.push(element(`html:${child.tagName}`, htmlAttributes(child.properties), inside));
    }
  }
  return out;
}
