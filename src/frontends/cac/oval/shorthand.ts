import type { Report } from '../../../diagnostics/diagnostic.js';
import type { OvalItem, OvalKind } from '../../../model/oval.js';
import { type SourceFile, spanPlace } from '../../../source/file.js';
import { elementsOf, localName, type PlacedElement } from '../../../xml/nodes.js';
import { parseForeignXml } from '../../../xml/parse.js';
import { definition } from './definition.js';
import { entity, test } from './items.js';
import { ovalAttributeMissing, ovalNotWellFormed, ovalRoot, ovalUnknownElement } from './messages.js';
import { ovalPrefix, shorthandFrame } from './namespaces.js';

/** What one file of the shorthand holds, in its own order. */
export interface Shorthand {
  readonly file: SourceFile;
  readonly items: readonly OvalItem[];
  /** What definitions say of the platforms that they are for: each text, one list for each definition. */
  readonly affected: readonly (readonly string[])[];
}

/** Takes part in reading one file. */
export interface Reading {
  readonly file: SourceFile;
  readonly report: Report;
  /** The name of the product, which takes the place of the platforms that a definition is for. */
  readonly product: AffectedProduct;
  span(element: PlacedElement): ReturnType<typeof spanPlace>;
}

export interface AffectedProduct {
  readonly element: 'platform' | 'product';
  readonly fullName: string;
}

/**
 * Reads a text in ComplianceAsCode's shorthand: `def-group` elements whose prefixes nobody declares. Each
 * definition, test, object, state and variable comes out in the form that a build of that project gives it.
 * Reports what is wrong, and then returns nothing.
 */
export function readShorthand(
  file: SourceFile,
  product: AffectedProduct,
  report: Report,
): Shorthand | undefined {
  const parsed = parseForeignXml(file.text, { prefixOf: ovalPrefix, around: shorthandFrame });
  if ('errors' in parsed) {
    for (const { message, offset, unclosed } of parsed.errors) {
      const at = unclosed?.offset ?? offset;
      report(ovalNotWellFormed(message, spanPlace(file, at, at + 1)));
    }
    return undefined;
  }
  let isWrong = false;
  const reading: Reading = {
    file,
    product,
    report: (problem) => {
      isWrong = true;
      report(problem);
    },
    span: ({ offset, name }) => spanPlace(file, offset, offset + name.length + 1),
  };
  const items: OvalItem[] = [];
  const affected: string[][] = [];
  for (const group of elementsOf(parsed.element) as PlacedElement[]) {
    if (group.name !== 'def-group') {
      reading.report(ovalRoot(group.name, reading.span(group)));
      continue;
    }
    for (const child of elementsOf(group) as PlacedElement[]) {
      const item = readItem(child, affected, reading);
      if (item) items.push(item);
    }
  }
  return isWrong ? undefined : { file, items, affected };
}

const kinds: readonly [ending: string, kind: OvalKind][] = [
  ['definition', 'definition'],
  ['_test', 'test'],
  ['_object', 'object'],
  ['_state', 'state'],
  ['_variable', 'variable'],
];

function readItem(element: PlacedElement, affected: string[][], reading: Reading): OvalItem | undefined {
  const name = localName(element);
  const kind = kinds.find(([ending]) => name.endsWith(ending))?.[1];
  if (!kind) {
    reading.report(ovalUnknownElement(element.name, 'def-group', reading.span(element)));
    return undefined;
  }
  const missing = requiredAttributes[kind].filter((attribute) => element.attributes[attribute] === undefined);
  for (const attribute of missing) {
    reading.report(ovalAttributeMissing(element.name, attribute, reading.span(element)));
  }
  const id = element.attributes.id;
  if (missing.length > 0 || typeof id !== 'string') return undefined;
  const origin = reading.span(element);
  if (kind === 'definition') {
    const made = definition(element, affected, reading);
    return made && { kind, id, element: made, origin };
  }
  return {
    kind,
    id,
    element: kind === 'test' ? test(element, reading) : entity(element, kind),
    origin,
  };
}

const requiredAttributes: Readonly<Record<OvalKind, readonly string[]>> = {
  definition: ['id', 'version', 'class'],
  test: ['id', 'version', 'check', 'comment'],
  object: ['id', 'version'],
  state: ['id', 'version'],
  variable: ['id', 'version', 'datatype'],
};
