import type { Element } from 'xast';
import type { Report } from '../../diagnostics/diagnostic.js';
import { type OvalItem, type OvalKind, type OvalLibrary, ovalKinds } from '../../model/oval.js';
import { type SourceFile, spanPlace } from '../../source/file.js';
import { elementsOf, localName, offsetOf } from '../../xml/nodes.js';
import { parseXml } from '../../xml/parse.js';
import { notDefGroup, ovalIdTwice, ovalWithoutId, unknownOvalElement, xmlSyntax } from './messages.js';

const schema = 'http://oval.mitre.org/XMLSchema/oval-definitions-5';

/** The prefixes that OVAL files of content use without declaring them. */
export const ovalPrefixes: Readonly<Record<string, string>> = {
  ind: `${schema}#independent`,
  unix: `${schema}#unix`,
  linux: `${schema}#linux`,
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};

/** Gathers the OVAL of all files into one library, where every id stands once. */
export class OvalCollector {
  readonly #items: Record<OvalKind, Map<string, OvalItem>> = {
    definition: new Map(),
    test: new Map(),
    object: new Map(),
    state: new Map(),
    variable: new Map(),
  };

  constructor(readonly report: Report) {}

  get library(): OvalLibrary {
    return this.#items;
  }

  hasDefinition(id: string): boolean {
    return this.#items.definition.has(id);
  }

  /**
   * Adds what a `def-group` holds, and says whether it is one; mistakes are reported at the author's line.
   *
   * @param precedence sorts files as the tree is walked, whether all of it is or a part
   */
  add(file: SourceFile, precedence: string): boolean {
    const result = parseXml(file.text, { prefixes: ovalPrefixes });
    if ('errors' in result) {
      for (const { message, offset } of result.errors)
        this.report(xmlSyntax(spanPlace(file, offset, offset), message));
      return false;
    }
    if (result.element.name !== 'def-group') {
      this.report(notDefGroup(placeOf(file, result.element), result.element.name));
      return false;
    }
    for (const element of elementsOf(result.element)) this.#addElement(file, element, precedence);
    return true;
  }

  #addElement(file: SourceFile, element: Element, precedence: string): void {
    const place = placeOf(file, element);
    const kind = ovalKindOf(element);
    if (!kind) {
      this.report(unknownOvalElement(place, element.name));
      return;
    }
    const id = element.attributes['id'] ?? '';
    if (id === '') {
      this.report(ovalWithoutId(place, element.name));
      return;
    }
    const first = this.#items[kind].get(id);
    if (!first) {
      const rank = isExternal(element) ? { precedence } : {};
      this.#items[kind].set(id, { kind, id, element, origin: place, ...rank });
    } else if (!isSameExternal(first.element, element))
      this.report(ovalIdTwice(place, kind, id, first.origin));
  }
}

const isExternal = ({ name }: Element): boolean => name === 'external_variable';

/** Any number of rules may read one Value, each through an external variable of its name. */
const isSameExternal = (a: Element, b: Element): boolean =>
  isExternal(a) && b.name === a.name && a.attributes['datatype'] === b.attributes['datatype'];

export const placeOf = (file: SourceFile, element: Element) => {
  const start = offsetOf(element) ?? 0;
  return spanPlace(file, start, start + element.name.length + 1);
};

/** Which of OVAL's five kinds an element is, by its name: `ind:textfilecontent54_test` is a test. */
export function ovalKindOf(element: Element): OvalKind | undefined {
  const name = localName(element);
  return ovalKinds.find((kind) => name === kind || name.endsWith(`_${kind}`));
}
