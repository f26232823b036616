import type { Group, Rule, Value } from '../../model/benchmark.js';
import type { PlacedElement } from '../../xml/nodes.js';
import { idrefsOf, itemOf, platformsOf } from './item.js';
import { referencesOf } from './reference.js';
import { flag, type Scope } from './scope.js';
import { localized } from './text.js';

/** XCCDF `Group` (NIST IR 7275r4, 6.4.3). */
export const readGroup = (
  element: PlacedElement,
  end: number,
  children: readonly (Value | Rule | Group)[],
  scope: Scope,
): Group => ({
  kind: 'group',
  ...itemOf(element, end, scope),
  rationale: localized(element, 'xccdf:rationale', scope),
  platforms: platformsOf(element),
  requires: idrefsOf(element, 'requires', scope),
  conflicts: idrefsOf(element, 'conflicts', scope),
  references: referencesOf(element),
  children,
  selected: flag(element.attributes['selected'], true),
});
