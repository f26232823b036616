import type { Identifier, Reference } from '../../model/benchmark.js';
import type { PlacedElement } from '../../xml/nodes.js';
import { all, first } from './scope.js';
import { words } from './text.js';

/** XCCDF `reference`: its text, or the Dublin Core in it (NIST IR 7275r4, 6.2.4). */
export const referencesOf = (item: PlacedElement): Reference[] =>
  all(item, 'xccdf:reference').map((element) => {
    const { href } = element.attributes;
    const text = dublinCore(element) || words(element);
    return href === undefined || href === '' ? { text } : { href, text };
  });

function dublinCore(element: PlacedElement): string {
  const title = words(first(element, 'dc:title'));
  const identifier = words(first(element, 'dc:identifier'));
  return [title, identifier].filter(Boolean).join(', ');
}

export const identifiersOf = (rule: PlacedElement): Identifier[] =>
  all(rule, 'xccdf:ident').map((element) => ({
    system: element.attributes['system'] ?? '',
    value: words(element),
  }));
