import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Root } from 'xast';
import { asWritten, type Naming, withPrefixes } from './names.js';
import { maxDepth, type PlacedElement } from './nodes.js';
import { readPlainXml } from './plain-xml.js';

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
  | { readonly root: Root; readonly element: PlacedElement }
  | { readonly errors: readonly [XmlError, ...XmlError[]] };

export interface ParseOptions {
  /** Prefixes that fragments use without declaring them. */
  readonly prefixes?: Readonly<Record<string, string>>;
}

/**
 * Reads one XML document into xast. Names keep their prefixes; callers that read documents of others, where
 * prefixes mean nothing, ask for `parseForeignXml`.
 *
 * fast-xml-parser is not what reads it, because it accepts what XML 1.0 forbids: undefined entities, two roots,
 * unbound prefixes. A document type declaration is refused: SCAP needs none, and entities are bombs.
 */
export function parseXml(text: string, { prefixes = {} }: ParseOptions = {}): XmlResult {
  const plain = readPlainXml(text, prefixes, asWritten);
  const found = plain ? { element: plain } : readStepwise(text, prefixes, asWritten, () => true);
  if ('errors' in found) return found;
  return { root: { type: 'root', children: [found.element] }, element: found.element };
}

export interface ForeignOptions {
  /** The prefix that stands for a namespace in the tree, whatever prefix the document uses; `''` for none. */
  readonly prefixOf: (namespace: string) => string;
  /**
   * Called where an element other than the root ends, with the elements around it, outermost first, and the offset behind it.
   * What it answers `false` for is not added to the tree, so that a large document never stands in memory
   * as a whole. All of it is added where this is absent.
   */
  readonly keep?: Keep;
  /** What the text is a part of: written before and behind it, and no part of the offsets. */
  readonly around?: { readonly before: string; readonly after: string };
}

type Keep = (element: PlacedElement, ancestors: readonly PlacedElement[], end: number) => boolean;

export type ForeignResult =
  | { readonly element: PlacedElement }
  | { readonly errors: readonly [XmlError, ...XmlError[]] };

/** Reads a document whose prefixes are its author's choice: names come out with our prefixes. */
export function parseForeignXml(text: string, { prefixOf, keep, around }: ForeignOptions): ForeignResult {
  const naming = withPrefixes(prefixOf);
  const { before, after } = around ?? { before: '', after: '' };
  const all = before + text + after;
  const plain = keep ? undefined : readPlainXml(all, {}, naming, before.length);
  if (plain) return { element: plain };
  const found = readStepwise(all, {}, naming, keep ?? (() => true), before.length);
  return 'errors' in found ? { errors: [within(text, found.errors[0])] } : found;
}

/** An error at a place that is part of the text, whatever is around that. */
function within({ length }: string, { unclosed, ...error }: XmlError): XmlError {
  const offset = Math.min(Math.max(0, error.offset), length);
  return { ...error, offset, ...(unclosed && unclosed.offset >= 0 ? { unclosed } : {}) };
}

/**
 * Reads a document from one tag to the next, and finds out what is wrong with it.
 *
 * @param before how much of the text is not counted in offsets
 */
function readStepwise(
  text: string,
  prefixes: Readonly<Record<string, string>>,
  naming: Naming,
  keep: Keep,
  before = 0,
): { element: PlacedElement } | { errors: [XmlError] } {
  // Lines and columns are worked out from the offset when somebody prints it.
  const parser = new SaxesParser({ xmlns: true, position: false, additionalNamespaces: prefixes });
  const open: PlacedElement[] = [];
  const starts: number[] = [];
  const names: string[] = [];
  /** The last element that ended, for better or worse. */
  let closing = '';
  let root: PlacedElement | undefined;
  let problem: XmlError | undefined;
  const stop = (error: XmlError): never => {
    problem = { ...error, offset: error.offset - before };
    throw new Stop();
  };

  // No more than six handlers: with a seventh V8 keeps the parser's fields in a dictionary, and parsing takes
  // three times as long.
  parser.on('error', (error) => {
    const message = error.message.replace(/\.$/, '');
    const innermost = starts.length - 1;
    if (message === 'unexpected close tag') {
      // Another may follow at once.
      const offset = text.lastIndexOf('</', parser.position - 1);
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
    open.push(placed(tag as SaxesTagNS, tagStart - before, naming));
    starts.push(tagStart - before);
    names.push(tag.name);
  });
  parser.on('closetag', () => {
    const element = open.pop() as PlacedElement;
    starts.pop();
    closing = names.pop() ?? '';
    const parent = open[open.length - 1];
    if (!parent) root = element;
    else if (keep(element, open, parser.position - before)) parent.children.push(element);
  });
  const addText = (value: string): void => {
    open[open.length - 1]?.children.push({ type: 'text', value });
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

function placed(tag: SaxesTagNS, offset: number, naming: Naming): PlacedElement {
  const attributes: Record<string, string> = {};
  for (const raw in tag.attributes) {
    const { prefix, uri, local, value } = tag.attributes[raw] as SaxesTagNS['attributes'][string];
    const name = naming.attribute(raw, uri, local, prefix === 'xmlns' || raw === 'xmlns');
    if (name !== undefined) attributes[name] = value;
  }
  const name = naming.element(tag.name, tag.uri, tag.local);
  return { type: 'element', name, attributes, children: [], offset };
}

/** Ends the parse at the first error: what follows one is seldom true. */
class Stop extends Error {}
