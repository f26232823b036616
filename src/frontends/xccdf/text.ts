import type { ElementContent, Properties, Text } from 'hast';
import { emptyText, type RichText, type ValueReference } from '../../model/text.js';
import { type PlacedElement, textOf } from '../../xml/nodes.js';
import { all, type Scope } from './scope.js';

/**
 * The text of a child that may occur once for each language: the one in the benchmark's language, else the
 * first (NIST IR 7275r4, 6.2.5).
 */
export function localized(parent: PlacedElement, name: string, scope: Scope): RichText {
  const chosen = inLanguage(all(parent, name), scope.language);
  return chosen ? richText(chosen, scope) : emptyText;
}

function inLanguage(texts: readonly PlacedElement[], language: string): PlacedElement | undefined {
  if (texts.length < 2) return texts[0];
  const base = language.split('-')[0]?.toLowerCase();
  const languageOf = (text: PlacedElement): string => (text.attributes['xml:lang'] ?? language).toLowerCase();
  return (
    texts.find((text) => languageOf(text) === language.toLowerCase()) ??
    texts.find((text) => languageOf(text).split('-')[0] === base) ??
    texts[0]
  );
}

/**
 * Mixed content as hast: XHTML whatever its prefix, `sub` as references to Values. Elements that are neither
 * become HTML elements of their local name: whoever shows them sanitises first.
 */
export function richText(element: PlacedElement, scope: Scope): RichText {
  if (element.children.length === 0) return emptyText;
  return { type: 'root', children: contentOf(element, scope) };
}

function contentOf(element: PlacedElement, scope: Scope): ElementContent[] {
  const out: ElementContent[] = [];
  for (const child of element.children) {
    if (child.type === 'text') addText(out, child.value, element.offset, scope);
    else if (child.type === 'element') out.push(elementOf(child, scope));
  }
  return out;
}

function elementOf(element: PlacedElement, scope: Scope): ElementContent {
  if (element.name === 'xccdf:sub') return sub(element, scope);
  const tagName = element.name.slice(element.name.indexOf(':') + 1).toLowerCase();
  return { type: 'element', tagName, properties: propertiesOf(element), children: contentOf(element, scope) };
}

/** XCCDF `sub`: a Value, or a plain text of the benchmark (NIST IR 7275r4, 6.2.5 and 6.3.8). */
function sub(element: PlacedElement, scope: Scope): Text | ValueReference {
  const { idref = '', use } = element.attributes;
  const plain = scope.plainTexts.get(idref);
  if (plain !== undefined) return { type: 'text', value: plain };
  return reference(idref, use === 'title', element.offset, scope);
}

function reference(id: string, title: boolean, offset: number, scope: Scope): ValueReference {
  const node: { type: string; value: string } = { type: 'valueReference', value: id };
  scope.pendingValues.push({
    id,
    title,
    offset,
    become(text) {
      node.type = 'text';
      node.value = text;
    },
  });
  return node as ValueReference;
}

/** A `sub` that a generator escaped instead of writing it: `&lt;sub idref="…"/&gt;`. */
const escapedSub =
  /<(?:[\w.-]+:)?sub\s+(?:use="\w*"\s+)?idref="([^"<>]+)"[^<>]*?(?:\/>|>\s*<\/(?:[\w.-]+:)?sub>)/g;

function addText(out: ElementContent[], value: string, offset: number, scope: Scope): void {
  if (!value.includes('idref=')) {
    out.push({ type: 'text', value });
    return;
  }
  let at = 0;
  for (const match of value.matchAll(escapedSub)) {
    if (match.index > at) out.push({ type: 'text', value: value.slice(at, match.index) });
    out.push(reference(match[1] ?? '', false, offset, scope));
    at = match.index + match[0].length;
  }
  if (at < value.length) out.push({ type: 'text', value: value.slice(at) });
}

/** hast's names for the attributes of HTML that are not simply lower case. */
const propertyNames: Readonly<Record<string, string>> = {
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  datetime: 'dateTime',
  'xml:lang': 'lang',
};

function propertiesOf(element: PlacedElement): Properties {
  const properties: Properties = {};
  for (const name in element.attributes) {
    const value = element.attributes[name] ?? '';
    if (name === 'class') properties['className'] = value.split(/\s+/).filter(Boolean);
    else properties[propertyNames[name] ?? name.toLowerCase()] = value;
  }
  return properties;
}

/** All text of an element with white space as one space: for what the model holds as a plain string. */
export const words = (element: PlacedElement | undefined): string =>
  element ? textOf(element).replace(/\s+/g, ' ').trim() : '';
