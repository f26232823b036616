import type { Element } from 'xast';
import type { Report } from '../../../diagnostics/diagnostic.js';
import {
  isExternal,
  type OvalItem,
  type OvalKind,
  type OvalLibrary,
  ovalKinds,
} from '../../../model/oval.js';
import { filePlace } from '../../../source/file.js';
import { ovalIdTwice } from './messages.js';
import type { Shorthand } from './shorthand.js';

/**
 * One library from many files, in their order. An item may stand in several files if it is the same in all;
 * of external variables, which say nothing but a type, the first counts.
 */
export function mergeShorthands(files: readonly Shorthand[], report: Report): OvalLibrary {
  const maps = Object.fromEntries(ovalKinds.map((kind) => [kind, new Map()])) as Record<
    OvalKind,
    Map<string, OvalItem>
  >;
  for (const { file, items } of files) {
    for (const item of items) {
      const map = maps[item.kind];
      const first = map.get(item.id);
      if (!first) map.set(item.id, item);
      else if (
        !isExternal(first) &&
        !isExternal(item) &&
        canonical(first.element) !== canonical(item.element)
      ) {
        report(ovalIdTwice(item.kind, item.id, item.origin ?? filePlace(file), first.origin));
      }
    }
  }
  return maps;
}

/** The same text for the same element, whatever the order of its attributes. */
function canonical(node: Element): string {
  const attributes = Object.entries(node.attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  const children = node.children.map((child) =>
    child.type === 'element' ? canonical(child) : child.type === 'text' ? JSON.stringify(child.value) : '',
  );
  return `<${node.name} ${JSON.stringify(attributes)}>${children.join('')}`;
}
