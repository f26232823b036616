import type { Rule, RuleRole, RuleSeverity } from '../../model/benchmark.js';
import type { PlacedElement } from '../../xml/nodes.js';
import { type CheckSource, checksOf } from './check.js';
import { remediationsOf } from './fix.js';
import { idrefsOf, itemOf, platformsOf } from './item.js';
import { paragraphs } from './prose.js';
import { identifiersOf, referencesOf } from './reference.js';
import { first, flag, present, type Scope } from './scope.js';
import { localized, words } from './text.js';

/** A Rule whose checks are named but not found yet. */
export interface RuleDraft {
  readonly rule: Rule;
  readonly checks: readonly CheckSource[];
}

/** XCCDF `Rule` (NIST IR 7275r4, 6.4.4). */
export function readRule(element: PlacedElement, end: number, scope: Scope): RuleDraft {
  const { role, severity, weight, selected } = element.attributes;
  const rule: Rule = {
    kind: 'rule',
    ...itemOf(element, end, scope),
    rationale: paragraphs(localized(element, 'xccdf:rationale', scope), 'flowing'),
    severity: severityOf(severity) ?? 'unknown',
    ...present({
      role: roleOf(role),
      weight: weightOf(weight),
      version: words(first(element, 'xccdf:version')) || undefined,
      fixText: first(element, 'xccdf:fixtext')
        ? paragraphs(localized(element, 'xccdf:fixtext', scope), 'kept')
        : undefined,
    }),
    selected: flag(selected, true),
    identifiers: identifiersOf(element),
    references: referencesOf(element),
    platforms: platformsOf(element),
    requires: idrefsOf(element, 'requires', scope),
    conflicts: idrefsOf(element, 'conflicts', scope),
    remediations: remediationsOf(element, scope),
    checks: [],
  };
  return { rule, checks: checksOf(element, scope) };
}

export const severityOf = (value: string | undefined): RuleSeverity | undefined =>
  value === 'unknown' || value === 'info' || value === 'low' || value === 'medium' || value === 'high'
    ? value
    : undefined;

export const roleOf = (value: string | undefined): RuleRole | undefined =>
  value === 'full' || value === 'unscored' || value === 'unchecked' ? value : undefined;

export function weightOf(value: string | undefined): number | undefined {
  const weight = value === undefined ? Number.NaN : Number.parseFloat(value);
  return Number.isFinite(weight) ? weight : undefined;
}
