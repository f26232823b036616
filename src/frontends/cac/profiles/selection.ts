import type { Sourced } from '../../../model/content.js';
import type { Place } from '../../../source/file.js';

/** One line of the selection language of profiles and controls. */
export type Selection =
  | { readonly kind: 'select' | 'unselect'; readonly rule: string }
  | { readonly kind: 'value'; readonly value: string; readonly option: string }
  | { readonly kind: 'refine'; readonly rule: string; readonly property: string; readonly to: string }
  | { readonly kind: 'policy'; readonly policy: string; readonly control: string };

/**
 * Reads one line: `rule`, `!rule`, `value=option`, `rule.severity=high` (with `!` before it, the refinement
 * is taken back) or, in profiles, `policy:control`. Nothing where a refinement lacks its `=`.
 */
export function parseSelection(line: string): Selection | undefined {
  const equals = line.indexOf('=');
  const colon = line.indexOf(':');
  if (colon >= 0 && equals < 0) {
    return { kind: 'policy', policy: line.slice(0, colon), control: line.slice(colon + 1) };
  }
  const dot = line.indexOf('.');
  if (dot >= 0) {
    const end = line.indexOf('=', dot);
    if (end < 0) return undefined;
    return {
      kind: 'refine',
      rule: line.slice(0, dot),
      property: line.slice(dot + 1, end),
      to: line.slice(end + 1),
    };
  }
  if (equals >= 0) return { kind: 'value', value: line.slice(0, equals), option: line.slice(equals + 1) };
  return line.startsWith('!') ? { kind: 'unselect', rule: line.slice(1) } : { kind: 'select', rule: line };
}

/** Properties of a rule that a profile may refine (NIST IR 7275r4, table 25). */
export const refinable: readonly string[] = ['weight', 'severity', 'role', 'selector'];

export interface Refinement {
  readonly property: string;
  readonly to: string;
  readonly place: Place | undefined;
}

/** What a profile or control selects, sets and refines; who wrote it first keeps it. */
export class SelectionSet {
  readonly selected = new Map<string, Place | undefined>();
  readonly unselected = new Map<string, Place | undefined>();
  readonly values = new Map<string, Sourced<string>>();
  readonly refinements = new Map<string, readonly Refinement[]>();

  add(selection: Exclude<Selection, { kind: 'policy' }>, place: Place | undefined): void {
    switch (selection.kind) {
      case 'select':
        this.selected.set(selection.rule, place);
        return;
      case 'unselect':
        this.unselected.set(selection.rule, place);
        return;
      case 'value':
        this.values.set(
          selection.value,
          place ? { value: selection.option, place } : { value: selection.option },
        );
        return;
      case 'refine': {
        const { rule, property, to } = selection;
        this.refinements.set(rule, [...(this.refinements.get(rule) ?? []), { property, to, place }]);
      }
    }
  }

  /** Takes over what another one selects, sets and refines, as far as this one says nothing of it. */
  inherit(other: SelectionSet, except: ReadonlySet<string> = new Set()): void {
    for (const [rule, place] of other.selected) if (!this.selected.has(rule)) this.selected.set(rule, place);
    for (const [value, option] of other.values) {
      if (!this.values.has(value) && !except.has(value)) this.values.set(value, option);
    }
    for (const [rule, list] of other.refinements)
      if (!this.refinements.has(rule)) this.refinements.set(rule, list);
  }

  /** Applies the refinements that are taken back (`!rule.severity=high`). */
  takeBackRefinements(): void {
    for (const [key, taken] of [...this.refinements]) {
      if (!key.startsWith('!')) continue;
      this.refinements.delete(key);
      const rule = key.slice(1);
      const left = (this.refinements.get(rule) ?? []).filter(
        ({ property, to }) => !taken.some((other) => other.property === property && other.to === to),
      );
      if (left.length > 0) this.refinements.set(rule, left);
      else this.refinements.delete(rule);
    }
  }
}
