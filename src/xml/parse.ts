import { SaxesParser } from 'saxes';
import type { Element, ElementContent, Root } from 'xast';

/** What is wrong with a text that should be XML, with its UTF-16 offset. */
export interface XmlError {
  readonly message: string;
  readonly offset: number;
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
 * Reads one XML document into xast. Names keep their prefixes; `namespaces` of each element's `data` is not
 * kept, since callers that read foreign documents ask for `parseNamespaced`.
 *
 * saxes reads it because fast-xml-parser accepts what XML 1.0 forbids: undefined entities, two roots,
 * unbound prefixes. A document type declaration is refused: SCAP needs none, and entities are bombs.
 */
export function parseXml(text: string, options: ParseOptions = {}): XmlResult {
  const parser = new SaxesParser({
    xmlns: true,
    position: true,
    ...(options.prefixes ? { additionalNamespaces: options.prefixes } : {}),
  });
  const errors: XmlError[] = [];
  const root: Root = { type: 'root', children: [] };
  const open: (Root | Element)[] = [root];
  const add = (node: ElementContent): void => {
    const parent = open[open.length - 1];
    if (parent && (parent.type === 'element' || node.type !== 'text')) (parent.children as ElementContent[]).push(node);
  };
  let tagStart = 0;

  parser.on('error', (error) => {
    errors.push({ message: withoutPlace(error.message), offset: parser.position });
    throw new Stop();
  });
  parser.on('doctype', () => {
    errors.push({ message: 'a document type declaration (<!DOCTYPE …>) is not allowed', offset: tagStart });
    throw new Stop();
  });
  if (options.positions) {
    parser.on('opentagstart', (tag) => {
      tagStart = text.lastIndexOf('<', parser.position - tag.name.length - 1);
    });
  }
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {};
    for (const name in tag.attributes) attributes[name] = tag.attributes[name]?.value ?? '';
    const element: Element = { type: 'element', name: tag.name, attributes, children: [] };
    if (options.positions) element.position = pointAt(tagStart, parser.position);
    add(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (value) => add({ type: 'text', value }));
  parser.on('cdata', (value) => add({ type: 'text', value }));

  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  const element = root.children.find((child): child is Element => child.type === 'element');
  if (errors[0]) return { errors: [errors[0], ...errors.slice(1)] };
  if (!element) return { errors: [{ message: 'there is no element', offset: 0 }] };
  return { root, element };
}

/** Ends the parse at the first error: what follows one is seldom true. */
class Stop extends Error {}

const withoutPlace = (message: string): string => message.replace(/^\S*\d+:\d+: /, '').replace(/\.$/, '');

const pointAt = (start: number, end: number): NonNullable<Element['position']> => ({
  start: { line: 1, column: 1, offset: start },
  end: { line: 1, column: 1, offset: end },
});
