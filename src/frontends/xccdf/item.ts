import type { Item, PlatformReference, Warning } from '../../model/benchmark.js';
import { spanPlace } from '../../source/file.js';
import type { PlacedElement } from '../../xml/nodes.js';
import { shortName } from './ids.js';
import { itemExtends, requiresAnyOf } from './messages.js';
import { description } from './prose.js';
import { all, type PendingId, placeOf, type Scope } from './scope.js';
import { localized, richText } from './text.js';

/** What Groups, Rules and Values have in common (NIST IR 7275r4, 6.4.1). */
export function itemOf(element: PlacedElement, end: number, scope: Scope): Item {
  const { id = '', extends: base } = element.attributes;
  if (base !== undefined) scope.report(itemExtends(placeOf(scope, element.offset), id, base));
  return {
    id,
    name: shortName(id),
    title: localized(element, 'xccdf:title', scope),
    description: description(localized(element, 'xccdf:description', scope)),
    warnings: warningsOf(element, scope),
    origin: spanPlace(scope.file, element.offset, end),
  };
}

const warningsOf = (element: PlacedElement, scope: Scope): Warning[] =>
  all(element, 'xccdf:warning').map((warning) => ({
    category: warning.attributes['category'] ?? 'general',
    text: richText(warning, scope),
  }));

/** Ids that the element's `requires` or `conflicts` name; the list fills when all items are known. */
export function idrefsOf(element: PlacedElement, what: 'requires' | 'conflicts', scope: Scope): string[] {
  const list: string[] = [];
  for (const child of all(element, `xccdf:${what}`)) {
    const ids = (child.attributes['idref'] ?? '').split(/\s+/).filter(Boolean);
    // A list is satisfied by any one of its items (NIST IR 7275r4, 6.4.1), which the model cannot say.
    if (ids.length > 1) scope.report(requiresAnyOf(placeOf(scope, child.offset), ids));
    const [id] = ids;
    if (ids.length === 1 && id !== undefined) {
      scope.pendingIds.push({ list, id, what, offset: child.offset } satisfies PendingId);
    }
  }
  return list;
}

/** XCCDF `platform`: `#id` names a platform of the benchmark, anything else is a CPE name. */
export const platformsOf = (element: PlacedElement): PlatformReference[] =>
  all(element, 'xccdf:platform').map((platform) => {
    const idref = (platform.attributes['idref'] ?? '').trim();
    return idref.startsWith('#') ? { kind: 'platform', id: idref.slice(1) } : { kind: 'cpe', name: idref };
  });
