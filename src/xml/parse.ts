import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Element, ElementContent, Root, Text } from 'xast';

/** What is wrong with a text that should be XML, with its UTF-16 offset. */
export interface XmlError {
  readonly message: string;
  readonly offset: number;
  /** The innermost element that was open where the text ends too early. */
  readonly unclosed?: { readonly name: string; readonly offset: number };
  /** The name of the document type, where a declaration of one is what is wrong. */
  readonly doctype?: string;
}

export type XmlResult =
  | { readonly root: Root; readonly element: Element }
  | { readonly errors: readonly [XmlError, ...XmlError[]] };

export interface ParseOptions {
  /** Prefixes that fragments use without declaring them. */
  readonly prefixes?: Readonly<Record<string, string>>;
  /** Whether each element says where it starts (`position.start.offset`), for diagnostics. */
  readonly positions?: boolean;
}

/**
 * Reads one XML document into xast. Names keep their prefixes; callers that read documents of others, where
 * prefixes mean nothing, ask for `parseForeignXml`.
 *
 * saxes reads it because fast-xml-parser accepts what XML 1.0 forbids: undefined entities, two roots,
 * unbound prefixes. A document type declaration is refused: SCAP needs none, and entities are bombs.
 */
export function parseXml(text: string, options: ParseOptions = {}): XmlResult {
  const found = read<Element>(text, options.prefixes, {
    make: (tag, start, end) => {
      const attributes: Record<string, string> = {};
      for (const name in tag.attributes) attributes[name] = tag.attributes[name]?.value ?? '';
      const element: Element = { type: 'element', name: tag.name, attributes, children: [] };
      if (options.positions) element.position = pointAt(start, end);
      return element;
    },
    keep: () => true,
  });
  if ('errors' in found) return found;
  return { root: { type: 'root', children: [found.element] }, element: found.element };
}

/** An element of somebody else's document, and the UTF-16 offset of its `<`. */
export interface ForeignElement extends Element {
  attributes: Record<string, string>;
  children: (ForeignElement | Text)[];
  readonly offset: number;
}

export interface ForeignOptions {
  /** The prefix that stands for a namespace in the tree, whatever prefix the document uses; `''` for none. */
  readonly prefixOf: (namespace: string) => string;
  /**
   * Called where an element other than the root ends, with the elements around it, outermost first, and the offset behind it.
   * What it answers `false` for is not added to the tree, so that a large document never stands in memory
   * as a whole.
   */
  readonly keep: (element: ForeignElement, ancestors: readonly ForeignElement[], end: number) => boolean;
}

export type ForeignResult =
  | { readonly element: ForeignElement }
  | { readonly errors: readonly [XmlError, ...XmlError[]] };

/** Reads a document whose prefixes are its author's choice: names come out with our prefixes. */
export function parseForeignXml(text: string, { prefixOf, keep }: ForeignOptions): ForeignResult {
  const namers = new Map<string, (local: string) => string>();
  const nameOf = (namespace: string, local: string): string => {
    let namer = namers.get(namespace);
    if (!namer) {
      namer = namerFor(prefixOf(namespace));
      namers.set(namespace, namer);
    }
    return namer(local);
  };
  return read<ForeignElement>(text, undefined, {
    make: (tag, offset) => {
      const attributes: Record<string, string> = {};
      for (const name in tag.attributes) {
        const { prefix, uri, local, value } = tag.attributes[name] as SaxesTagNS['attributes'][string];
        if (prefix === 'xmlns' || name === 'xmlns') continue;
        attributes[prefix === '' ? name : nameOf(uri, local)] = value;
      }
      return { type: 'element', name: nameOf(tag.uri, tag.local), attributes, children: [], offset };
    },
    keep,
  });
}

/** One string for each name: a document of 20 MB has some hundred names and some hundred thousand elements. */
function namerFor(prefix: string): (local: string) => string {
  const names = new Map<string, string>();
  return (local) => {
    let name = names.get(local);
    if (name === undefined) {
      name = prefix === '' ? local : `${prefix}:${local}`;
      names.set(local, name);
    }
    return name;
  };
}

/** No sane document comes near this, and what walks the tree may recurse this deep. */
const maxDepth = 500;

interface Handlers<E extends Element> {
  make(tag: SaxesTagNS, start: number, end: number): E;
  keep(element: E, ancestors: readonly E[], end: number): boolean;
}

function read<E extends Element>(
  text: string,
  prefixes: Readonly<Record<string, string>> | undefined,
  { make, keep }: Handlers<E>,
): { element: E } | { errors: [XmlError] } {
  // Lines and columns are worked out from the offset when somebody prints it.
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    ...(prefixes ? { additionalNamespaces: prefixes } : {}),
  });
  const open: E[] = [];
  const starts: number[] = [];
  const names: string[] = [];
  /** The last element that ended, for better or worse. */
  let closing = '';
  let root: E | undefined;
  let problem: XmlError | undefined;
  const stop = (error: XmlError): never => {
    problem = error;
    throw new Stop();
  };

  // No more than six handlers: with a seventh V8 keeps the parser's fields in a dictionary, and parsing takes
  // three times as long.
  parser.on('error', (error) => {
    const message = error.message.replace(/\.$/, '');
    const innermost = starts.length - 1;
    if (message === 'unexpected close tag') {
      const offset = text.lastIndexOf('</', parser.position);
      const closed = text.slice(offset, parser.position);
      stop({ message: `${closed} stands where <${closing}> is open`, offset });
    }
    const isCutOff = innermost >= 0 && parser.position >= text.length;
    const unclosed = isCutOff ? { name: names[innermost] ?? '', offset: starts[innermost] ?? 0 } : undefined;
    stop({ message, offset: Math.min(parser.position, text.length), ...(unclosed ? { unclosed } : {}) });
  });
  parser.on('doctype', (declaration) => {
    const doctype = /^\s*([^\s[>]*)/.exec(declaration)?.[1] ?? '';
    const offset = Math.max(0, text.search(/<!DOCTYPE/));
    stop({ message: 'a document type declaration (<!DOCTYPE …>) is not allowed', offset, doctype });
  });
  parser.on('opentag', (tag) => {
    // No attribute value can hold a `<`.
    const tagStart = text.lastIndexOf('<', parser.position - 1);
    if (open.length >= maxDepth) {
      stop({ message: `elements are nested more than ${maxDepth} deep`, offset: tagStart });
    }
    open.push(make(tag as SaxesTagNS, tagStart, parser.position));
    starts.push(tagStart);
    names.push(tag.name);
  });
  parser.on('closetag', () => {
    const element = open.pop() as E;
    starts.pop();
    closing = names.pop() ?? '';
    const parent = open[open.length - 1];
    if (!parent) root = element;
    else if (keep(element, open, parser.position)) parent.children.push(element);
  });
  const addText = (value: string): void => {
    const parent = open[open.length - 1];
    if (parent) (parent.children as ElementContent[]).push({ type: 'text', value });
  };
  parser.on('text', addText);
  parser.on('cdata', addText);

  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  if (problem) return { errors: [problem] };
  if (!root) return { errors: [{ message: 'there is no element', offset: 0 }] };
  return { element: root };
}

/** Ends the parse at the first error: what follows one is seldom true. */
class Stop extends Error {}

/** Where an element stands, as UTF-16 offsets; nobody asks for lines. */
export const pointAt = (start: number, end: number): NonNullable<Element['position']> => ({
  start: { line: 1, column: 1, offset: start },
  end: { line: 1, column: 1, offset: end },
});
