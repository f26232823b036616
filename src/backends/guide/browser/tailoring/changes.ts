import { type Guide, itemAt } from '../guide.js';
import type { Profiles } from '../profiles.js';
import {
  changeRole,
  changeSeverity,
  chooseValue,
  type Role,
  type Severity,
  select,
  type Tailoring,
} from './model.js';
import type { Session } from './session.js';

/** One difference from the base profile. */
export interface Difference {
  readonly index: number;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** The tailoring without it. */
  readonly revert: (tailoring: Tailoring) => Tailoring;
}

/** All differences from the base, in document order. */
export function differencesFromBase(session: Session, guide: Guide, profiles: Profiles): Difference[] {
  const { tailoring, base } = session;
  if (!tailoring) return [];
  const own = profiles.get('tailoring');
  const at = (id: string): number => guide.indexOfId.get(id) ?? -1;
  const ids = (record: Readonly<Record<string, unknown>>): number[] =>
    Object.keys(record)
      .map(at)
      .filter((index) => index >= 0);
  const word = (on: boolean): string => (on ? 'selected' : 'not selected');
  return [
    ...ids(tailoring.selects).map((index) => ({
      index,
      what: 'Selection',
      before: word(base.isOn(index)),
      after: word(own.isOn(index)),
      revert: (now: Tailoring) => select(now, guide, base, index, base.isOn(index)),
    })),
    ...ids(tailoring.values).map((index) => ({
      index,
      what: 'Value',
      before: base.valueOf(index),
      after: own.valueOf(index),
      revert: (now: Tailoring) => chooseValue(now, itemAt(guide, index).id, undefined),
    })),
    ...ids(tailoring.severities).map((index) => ({
      index,
      what: 'Severity',
      before: base.severityOf(index) as string,
      after: own.severityOf(index) as string,
      revert: (now: Tailoring) => changeSeverity(now, guide, base, index, base.severityOf(index) as Severity),
    })),
    ...ids(tailoring.roles).map((index) => ({
      index,
      what: 'Role',
      before: base.roleOf(index) as string,
      after: own.roleOf(index) as string,
      revert: (now: Tailoring) => changeRole(now, guide, base, index, base.roleOf(index) as Role),
    })),
  ].sort((a, b) => a.index - b.index);
}
