import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Report } from '../../../diagnostics/diagnostic.js';
import { plainText, type RichText } from '../../../model/text.js';
import type { NodePlace } from '../../../source/file.js';
import { badXhtml } from '../messages.js';

/** What texts of one benchmark have in common. */
export interface TextContext {
  /** Starts the id of a Value: `xccdf_org.ssgproject.content_value_`. */
  readonly valuePrefix: string;
  readonly report: Report;
}

/** What is wrong with a text, at an offset into it. */
interface Problem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** The element of a text is written though there is nothing in it. */
const blankText: RichText = { type: 'root', children: [{ type: 'text', value: '' }] };

/**
 * A text of the checkout: XHTML without its namespace, in which `sub` elements stand for Values and the old
 * `tt` for `code`.
 *
 * @param place where the text stands; what is wrong is reported at its place within
 */
export function richText(source: unknown, place: NodePlace, { valuePrefix, report }: TextContext): RichText {
  if (source === undefined || source === null || source === '') return blankText;
  const text = String(source);
  if (!text.includes('<') && !text.includes('&')) return plainText(text);
  const parsed = parseXhtml(text, valuePrefix, place);
  if (!('message' in parsed)) return parsed;
  report(
    badXhtml({ ...place, within: [parsed.start, Math.max(parsed.end, parsed.start + 1)] }, parsed.message),
  );
  return plainText(text);
}

/** A text whose tags count for nothing, only what stands between them. */
export function untagged(source: string): string {
  const text = source.replace(/<\/?[^>]+>/g, '');
  return text.includes('&') ? text.replace(reference, (all, name) => decoded(name) ?? all) : text;
}

const tag =
  /<(?:!--([\s\S]*?)-->|!\[CDATA\[([\s\S]*?)\]\]>|(\/)?([A-Za-z_][\w:.-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/)?>)/y;
const attribute = /\s+([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const reference = /&(#\d+|#x[0-9a-fA-F]+|\w+);/g;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Reads a fragment of XHTML; a problem where it is not well-formed. */
function parseXhtml(text: string, valuePrefix: string, place: NodePlace): Root | Problem {
  const root: Root = { type: 'root', children: [] };
  const open: { element: Element; name: string; start: number }[] = [];
  let children: (RootContent | ElementContent)[] = root.children;
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const end = next < 0 ? text.length : next;
    if (end > at) {
      const value = plain(text, at, end);
      if (typeof value !== 'string') return value;
      children.push({ type: 'text', value });
    }
    if (next < 0) break;
    tag.lastIndex = next;
    const found = tag.exec(text);
    if (!found)
      return {
        message: 'this `<` starts no tag; write `&lt;` where a less-than sign is meant',
        start: next,
        end: next + 1,
      };
    at = tag.lastIndex;
    const [, comment, data, closes, rawName, rawAttributes, selfCloses] = found;
    if (comment !== undefined) continue;
    if (data !== undefined) {
      children.push({ type: 'text', value: data });
      continue;
    }
    const name = tagName(rawName as string);
    if (closes) {
      const last = open.pop();
      if (last?.element.tagName !== name) {
        return last
          ? { message: `\`</${rawName}>\` closes \`<${last.name}>\``, start: next, end: at }
          : { message: `\`</${rawName}>\` closes nothing`, start: next, end: at };
      }
      children = open.at(-1)?.element.children ?? root.children;
      continue;
    }
    const attributes = readAttributes(rawAttributes ?? '');
    if (typeof attributes === 'number') {
      const start = next + 1 + (rawName as string).length + attributes;
      return {
        message: `the attributes of \`<${rawName}>\` are not written \`name="value"\``,
        start,
        end: at,
      };
    }
    if (name === 'sub' && typeof attributes.idref === 'string') {
      const origin = { ...place, within: [next, at] as const };
      children.push({ type: 'valueReference', value: valuePrefix + attributes.idref, origin });
      // A reference written as a pair of tags holds nothing.
      if (!selfCloses) {
        const close = /\s*<\/sub\s*>/y;
        close.lastIndex = at;
        if (close.test(text)) at = close.lastIndex;
        else return { message: '`<sub>` is not closed', start: next, end: at };
      }
      continue;
    }
    const element: Element = { type: 'element', tagName: name, properties: attributes, children: [] };
    children.push(element);
    if (selfCloses) continue;
    open.push({ element, name: rawName as string, start: next });
    children = element.children;
  }
  const last = open.at(-1);
  if (last) return { message: `\`<${last.name}>\` is not closed`, start: last.start, end: last.start + 1 };
  return root;
}

const tagName = (raw: string): string => {
  const name = raw.startsWith('xhtml:') ? raw.slice('xhtml:'.length) : raw;
  return name === 'tt' ? 'code' : name;
};

/** Attributes as hast's properties; the offset of what is none where something is wrong. */
function readAttributes(raw: string): Element['properties'] | number {
  const properties: Element['properties'] = {};
  let at = 0;
  while (/\S/.test(raw.slice(at))) {
    attribute.lastIndex = at;
    const found = attribute.exec(raw);
    if (!found) return at;
    at = attribute.lastIndex;
    const [, name, double, single] = found;
    const value = (double ?? single ?? '').replace(reference, (all, entity) => decoded(entity) ?? all);
    if (name === 'class') properties.className = value.split(/\s+/).filter((word) => word !== '');
    else properties[name as string] = value;
  }
  return properties;
}

function plain(text: string, start: number, end: number): string | Problem {
  const raw = text.slice(start, end);
  if (!raw.includes('&')) return raw;
  let problem: Problem | undefined;
  const value = raw.replace(
    /&(?:(#\d+|#x[0-9a-fA-F]+|\w+);)?/g,
    (all, name: string | undefined, at: number) => {
      const char = name === undefined ? undefined : decoded(name);
      if (char !== undefined) return char;
      const message =
        name === undefined
          ? 'this `&` starts no character reference; write `&amp;`'
          : `XML knows no \`${all}\``;
      problem ??= { message, start: start + at, end: start + at + all.length };
      return all;
    },
  );
  return problem ?? value;
}

function decoded(name: string): string | undefined {
  if (!name.startsWith('#')) return Object.hasOwn(entities, name) ? entities[name] : undefined;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
