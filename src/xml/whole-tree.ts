import { parseXml as parseWhole, type XmlElement, type XmlNode, type XmlText } from '@rgrove/parse-xml';
import type { Naming } from './names.js';
import type { PlacedElement } from './nodes.js';

/** No sane document comes near this, and what walks the tree may recurse this deep. */
export const maxDepth = 500;

/**
 * The tree of a whole document; nothing where parse-xml finds a mistake, or where namespaces are used in a way that is
 * wrong or rare. Who then reads it with saxes finds out what it is.
 *
 * parse-xml takes a third of the time of saxes, but knows no namespaces, and holds all of a document at once.
 *
 * @param before how much of the text is not counted in offsets
 */
export function readWhole(
  text: string,
  prefixes: Readonly<Record<string, string>>,
  naming: Naming,
  before = 0,
): PlacedElement | undefined {
  // Document types are refused; names of processing instructions have no colon. parse-xml lets both pass.
  if (text.includes('<!DOCTYPE') || text.includes('<?', 1)) return undefined;
  try {
    const { root } = parseWhole(text, { includeOffsets: true });
    return root ? converted(root, Scope.of(prefixes, naming), before, 1) : undefined;
  } catch {
    return undefined;
  }
}

function converted(node: XmlElement, around: Scope, before: number, depth: number): PlacedElement {
  if (depth > maxDepth) throw new NotPlain();
  const scope = around.with(node.attributes);
  const attributes: Record<string, string> = {};
  let withPrefix = 0;
  for (const raw in node.attributes) {
    const name = scope.attribute(raw);
    if (name !== undefined) attributes[name] = node.attributes[raw] as string;
    if (raw.includes(':') && ++withPrefix > 1) scope.refuseTwice(node.attributes);
  }
  const element: PlacedElement = {
    type: 'element',
    name: scope.element(node.name),
    attributes,
    children: [],
    offset: node.start - before,
  };
  const { children } = node;
  for (let at = 0; at < children.length; at++) {
    const child = children[at] as XmlNode;
    if (child.type === 'text') element.children.push({ type: 'text', value: (child as XmlText).text });
    else if (child.type === 'element')
      element.children.push(converted(child as XmlElement, scope, before, depth + 1));
  }
  return element;
}

/** Ends the look at a document that saxes has to read. */
class NotPlain extends Error {}

const reserved = ['http://www.w3.org/XML/1998/namespace', 'http://www.w3.org/2000/xmlns/'];

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

  /** The scope of an element with such attributes. */
  with(attributes: Readonly<Record<string, string>>): Scope {
    let bound: Map<string, string> | undefined;
    for (const name in attributes) {
      if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue;
      const prefix = name.slice('xmlns:'.length);
      const uri = (attributes[name] as string).trim();
      const isWrong = prefix === '' ? name.length > 5 : prefix === 'xml' || prefix === 'xmlns' || uri === '';
      if (isWrong || reserved.includes(uri)) throw new NotPlain();
      bound ??= new Map(this.#bound);
      bound.set(prefix, uri);
    }
    return bound ? new Scope(bound, this.#naming) : this;
  }

  element(raw: string): string {
    let name = this.#elements.get(raw);
    if (name === undefined) {
      const { prefix, local } = split(raw);
      name = this.#naming.element(raw, this.#uriOf(prefix), local);
      this.#elements.set(raw, name);
    }
    return name;
  }

  attribute(raw: string): string | undefined {
    if (this.#attributes.has(raw)) return this.#attributes.get(raw);
    const { prefix, local } = split(raw);
    const isDeclaration = prefix === 'xmlns' || raw === 'xmlns';
    const uri = prefix === '' || isDeclaration ? '' : this.#uriOf(prefix);
    const name = this.#naming.attribute(raw, uri, local, isDeclaration);
    this.#attributes.set(raw, name);
    return name;
  }

  /** Two attributes may be one, under two prefixes. */
  refuseTwice(attributes: Readonly<Record<string, string>>): void {
    const locals = Object.keys(attributes)
      .filter((name) => name.includes(':') && !name.startsWith('xmlns:'))
      .map((name) => split(name).local);
    if (new Set(locals).size < locals.length) throw new NotPlain();
  }

  #uriOf(prefix: string): string {
    const uri = this.#bound.get(prefix);
    if (uri === undefined && prefix !== '') throw new NotPlain();
    return uri ?? '';
  }
}

function split(raw: string): { prefix: string; local: string } {
  const colon = raw.indexOf(':');
  if (colon < 0) return { prefix: '', local: raw };
  if (colon === 0 || colon === raw.length - 1 || raw.includes(':', colon + 1)) throw new NotPlain();
  return { prefix: raw.slice(0, colon), local: raw.slice(colon + 1) };
}
