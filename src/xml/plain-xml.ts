import { notPlain, plainly } from '../text/plain.js';
import type { Naming } from './names.js';
import { maxDepth, type PlacedElement } from './nodes.js';

/**
 * The tree of a document in the form in which nearly all are written: elements, attributes, texts and comments. Nothing
 * where it has anything else in it, or any mistake; saxes then reads it, and finds out what is wrong.
 *
 * A benchmark has thousands of documents of OVAL, and a build is over before V8 has optimised a parser that goes by
 * characters; patterns are compiled at once.
 *
 * @param before how much of the text is not counted in offsets
 */
export function readPlainXml(
  text: string,
  prefixes: Readonly<Record<string, string>>,
  naming: Naming,
  before = 0,
): PlacedElement | undefined {
  return unusual.test(text)
    ? undefined
    : plainly(() => new Reader(text, before).document(Scope.of(prefixes, naming)));
}

/** Characters that XML does not allow or changes, and the end of a section that nobody began. */
const unusual = /[^\t\n -~\xa0-\ud7ff\ue000-\ufffd]|\]\]>/;

const name = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const openTag = new RegExp(`<(${name})`, 'y');
const attributePattern = new RegExp(`[ \\t\\n]+(${name})[ \\t\\n]*=[ \\t\\n]*(?:"([^"<]*)"|'([^'<]*)')`, 'y');
const endOfTag = /[ \t\n]*(\/?)>/y;
const closeTag = new RegExp(`</(${name})[ \\t\\n]*>`, 'y');
const blank = /^[ \t\n]*$/;

const slash = 0x2f;
const exclamation = 0x21;

class Reader {
  readonly #text: string;
  readonly #before: number;
  #at = 0;

  constructor(text: string, before: number) {
    this.#text = text;
    this.#before = before;
  }

  document(scope: Scope): PlacedElement {
    this.#skipBlank();
    const root = this.#element(scope, 1);
    this.#skipBlank();
    return this.#at === this.#text.length ? root : notPlain();
  }

  /** Goes on behind white space and comments. */
  #skipBlank(): void {
    for (;;) {
      const start = this.#text.indexOf('<', this.#at);
      const end = start < 0 ? this.#text.length : start;
      if (!blank.test(this.#text.slice(this.#at, end))) notPlain();
      this.#at = end;
      if (this.#text.charCodeAt(end + 1) !== exclamation) return;
      this.#at = endOfComment(this.#text, end);
    }
  }

  #element(around: Scope, depth: number): PlacedElement {
    const text = this.#text;
    if (depth > maxDepth) notPlain();
    const start = this.#at;
    openTag.lastIndex = start;
    const raw = (openTag.exec(text) ?? notPlain())[1] as string;
    const written: Record<string, string> = {};
    let at = openTag.lastIndex;
    let scope = around;
    let withPrefix = 0;
    for (;;) {
      attributePattern.lastIndex = at;
      const match = attributePattern.exec(text);
      if (!match) break;
      at = attributePattern.lastIndex;
      const key = match[1] as string;
      if (key === '__proto__' || Object.hasOwn(written, key)) notPlain();
      written[key] = attributeValue(match[2] ?? (match[3] as string));
      if (key.includes(':')) withPrefix++;
      if (key.startsWith('xmlns')) scope = scope.declaring(key, written[key] as string);
    }
    if (withPrefix > 1) refuseTwice(written);
    const attributes = scope.attributes(written);
    endOfTag.lastIndex = at;
    const isEmpty = (endOfTag.exec(text) ?? notPlain())[1] === '/';
    this.#at = endOfTag.lastIndex;
    const children: PlacedElement['children'] = [];
    const element: PlacedElement = {
      type: 'element',
      name: scope.element(raw),
      attributes,
      children,
      offset: start - this.#before,
    };
    if (!isEmpty) this.#content(children, raw, scope, depth);
    return element;
  }

  /** What an element holds, and its end. */
  #content(children: PlacedElement['children'], raw: string, scope: Scope, depth: number): void {
    const text = this.#text;
    let value = '';
    for (;;) {
      const at = this.#at;
      const next = text.indexOf('<', at);
      if (next < 0) notPlain();
      if (next > at) value += unescaped(text.slice(at, next));
      const first = text.charCodeAt(next + 1);
      if (first === exclamation) {
        this.#at = endOfComment(text, next);
        continue;
      }
      if (value !== '') children.push({ type: 'text', value });
      value = '';
      this.#at = next;
      if (first !== slash) {
        children.push(this.#element(scope, depth + 1));
        continue;
      }
      closeTag.lastIndex = next;
      if (closeTag.exec(text)?.[1] !== raw) notPlain();
      this.#at = closeTag.lastIndex;
      return;
    }
  }
}

/** The offset behind a comment, which holds no two dashes. */
function endOfComment(text: string, at: number): number {
  const end = text.startsWith('<!--', at) ? text.indexOf('--', at + 4) : -1;
  return end >= 0 && text[end + 2] === '>' ? end + 3 : notPlain();
}

/** White space in the value of an attribute is spaces (XML 1.0, 3.3.3). */
const attributeValue = (source: string): string =>
  unescaped(source.includes('\n') || source.includes('\t') ? source.replace(/[\t\n]/g, ' ') : source);

const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** A text with the characters that its references stand for; those by number are left to saxes. */
function unescaped(source: string): string {
  if (!source.includes('&')) return source;
  return source.replace(/&(?:(\w+);)?/g, (_, entity?: string) => entities.get(entity ?? '') ?? notPlain());
}

/** Two attributes may be one, under two prefixes. */
function refuseTwice(attributes: Readonly<Record<string, string>>): void {
  const locals = Object.keys(attributes)
    .filter((key) => key.includes(':') && !key.startsWith('xmlns:'))
    .map((key) => split(key).local);
  if (new Set(locals).size < locals.length) notPlain();
}

const reserved: readonly string[] = ['http://www.w3.org/XML/1998/namespace', 'http://www.w3.org/2000/xmlns/'];

/** The prefixes that are bound at a place in a document, and what names come out as there. */
class Scope {
  readonly #bound: ReadonlyMap<string, string>;
  readonly #naming: Naming;
  // Of the same names there are hundreds of elements.
  readonly #elements = new Map<string, string>();
  readonly #attributes = new Map<string, string | undefined>();

  private constructor(bound: ReadonlyMap<string, string>, naming: Naming) {
    this.#bound = bound;
    this.#naming = naming;
  }

  static of(prefixes: Readonly<Record<string, string>>, naming: Naming): Scope {
    return new Scope(new Map([['xml', reserved[0] as string], ...Object.entries(prefixes)]), naming);
  }

  /** The scope of an element with such an attribute. */
  declaring(key: string, value: string): Scope {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) return this;
    const prefix = key.slice('xmlns:'.length);
    const uri = value.trim();
    if (reserved.includes(uri) || prefix === 'xml' || prefix === 'xmlns') notPlain();
    if (prefix !== '' && uri === '') notPlain();
    return new Scope(new Map(this.#bound).set(prefix, uri), this.#naming);
  }

  element(raw: string): string {
    let found = this.#elements.get(raw);
    if (found === undefined) {
      const { prefix, local } = split(raw);
      found = this.#naming.element(raw, this.#uriOf(prefix), local);
      this.#elements.set(raw, found);
    }
    return found;
  }

  /** Attributes under the names that they come out as. */
  attributes(written: Readonly<Record<string, string>>): Record<string, string> {
    const attributes: Record<string, string> = {};
    for (const raw in written) {
      const found = this.#attribute(raw);
      if (found !== undefined) attributes[found] = written[raw] as string;
    }
    return attributes;
  }

  #attribute(raw: string): string | undefined {
    if (this.#attributes.has(raw)) return this.#attributes.get(raw);
    const { prefix, local } = split(raw);
    const isDeclaration = prefix === 'xmlns' || raw === 'xmlns';
    const uri = prefix === '' || isDeclaration ? '' : this.#uriOf(prefix);
    const found = this.#naming.attribute(raw, uri, local, isDeclaration);
    this.#attributes.set(raw, found);
    return found;
  }

  #uriOf(prefix: string): string {
    const uri = this.#bound.get(prefix);
    return uri === undefined && prefix !== '' ? notPlain() : (uri ?? '');
  }
}

function split(raw: string): { prefix: string; local: string } {
  const colon = raw.indexOf(':');
  return colon < 0
    ? { prefix: '', local: raw }
    : { prefix: raw.slice(0, colon), local: raw.slice(colon + 1) };
}
