import { compare } from './compare.js';
import type { Value } from './values.js';

/** `sorted(values, key, reverse)`: stable in both directions, compares with `<` only. */
export function sortValues(
  values: readonly Value[],
  keyOf: ((value: Value) => Value) | undefined,
  reverse: boolean,
): Value[] {
  const entries = values.map((value) => ({ value, key: keyOf ? keyOf(value) : value }));
  const direction = reverse ? -1 : 1;
  entries.sort((a, b) => direction * compare(a.key, b.key, '<'));
  return entries.map(({ value }) => value);
}
