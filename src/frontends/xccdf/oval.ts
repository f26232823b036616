import type { Element } from 'xast';
import type { OvalItem, OvalKind, OvalLibrary } from '../../model/oval.js';
import { ovalKinds } from '../../model/oval.js';
import { type SourceFile, spanPlace } from '../../source/file.js';
import type { PlacedElement } from '../../xml/nodes.js';

/** OVAL that is still being read or merged. */
export type OpenLibrary = Readonly<Record<OvalKind, Map<string, OvalItem>>>;

export const openLibrary = (): OpenLibrary => ({
  definition: new Map(),
  test: new Map(),
  object: new Map(),
  state: new Map(),
  variable: new Map(),
});

/** The containers of an OVAL document, by their names in the tree. */
export const ovalContainers: ReadonlyMap<string, OvalKind> = new Map(
  ovalKinds.map((kind) => [`${kind}s`, kind]),
);

/**
 * One definition, test, object, state or variable, its id as it is. Its elements carry the prefixes that
 * content usually writes (`ind:`, `unix:`, none for the core), and no white space between elements.
 */
export function readOvalItem(
  element: PlacedElement,
  end: number,
  kind: OvalKind,
  file: SourceFile,
): OvalItem {
  return {
    kind,
    id: element.attributes['id'] ?? '',
    element: withoutIndentation(element),
    origin: spanPlace(file, element.offset, end),
  };
}

/** In place: a copy of all OVAL would cost a tenth of the time that reading a large file takes. */
function withoutIndentation(element: PlacedElement): Element {
  if (element.children.some((child) => child.type === 'element')) {
    element.children = element.children.filter((child) => child.type === 'element');
    for (const child of element.children) if (child.type === 'element') withoutIndentation(child);
  }
  return element;
}

/**
 * Puts what `from` holds into `into`. Of two items with one id the first stays; `clash` hears of it where
 * they differ.
 */
export function mergeOval(
  into: OpenLibrary,
  from: OvalLibrary,
  clash: (first: OvalItem, second: OvalItem) => void,
): void {
  for (const kind of ovalKinds) {
    for (const [id, item] of from[kind]) {
      const known = into[kind].get(id);
      if (!known) into[kind].set(id, item);
      else if (known !== item && sourceOf(known) !== sourceOf(item)) clash(known, item);
    }
  }
}

function sourceOf({ origin }: OvalItem): string {
  if (origin?.kind !== 'span') return '';
  return origin.file.text.slice(origin.start, origin.end).replace(/\s+/g, ' ');
}
