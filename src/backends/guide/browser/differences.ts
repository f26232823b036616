import { type Guide, itemAt } from './guide.js';
import type { Chosen } from './profiles.js';

/** How two profiles differ, by index of the items, in document order. */
export interface Differences {
  readonly onlyLeft: readonly number[];
  readonly onlyRight: readonly number[];
  readonly both: number;
  readonly values: readonly Change[];
  readonly severities: readonly Change[];
  readonly roles: readonly Change[];
}

export interface Change {
  readonly index: number;
  readonly left: string;
  readonly right: string;
}

export function differencesOf(guide: Guide, left: Chosen, right: Chosen): Differences {
  const inLeft = new Set(left.rules);
  const inRight = new Set(right.rules);
  const both = left.rules.filter((rule) => inRight.has(rule));
  const changes = (indices: readonly number[], of: (chosen: Chosen, index: number) => string): Change[] =>
    indices
      .map((index) => ({ index, left: of(left, index), right: of(right, index) }))
      .filter((change) => change.left !== change.right);
  const values = guide.items.flatMap(({ kind }, index) =>
    kind === 'value' && (left.isShown(index) || right.isShown(index)) ? [index] : [],
  );
  return {
    onlyLeft: left.rules.filter((rule) => !inRight.has(rule)),
    onlyRight: right.rules.filter((rule) => !inLeft.has(rule)),
    both: both.length,
    values: changes(values, (chosen, index) => chosen.valueOf(index)),
    severities: changes(both, (chosen, index) => chosen.severityOf(index)),
    roles: changes(both, (chosen, index) => chosen.roleOf(index)),
  };
}

export const titleAt = (guide: Guide, index: number): string => itemAt(guide, index).title;
