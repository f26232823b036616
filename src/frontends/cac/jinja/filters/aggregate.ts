import { typeError } from '../errors.js';
import { binary } from '../runtime/arithmetic.js';
import { compare } from '../runtime/compare.js';
import { lengthOf } from '../runtime/length.js';
import { type Native, native } from '../runtime/native.js';
import { truth } from '../runtime/truth.js';
import { itemsOf, Undefined, type Value } from '../runtime/values.js';
import { attributeGetter, ignoreCase } from './attribute.js';
import type { Filters } from './filter.js';

/** The item whose key is extreme; of equal ones the first. */
const extreme =
  (operator: '<' | '>'): Native =>
  (run, value, caseSensitive, attribute) => {
    const items = itemsOf(value as Value, run);
    const get = attributeGetter(attribute as Value);
    const key = truth(caseSensitive as Value) ? get : (item: Value) => ignoreCase(get(item));
    const [first, ...rest] = items;
    if (first === undefined) return new Undefined('No aggregated item, sequence was empty.');
    let best = first;
    let bestKey = key(first);
    for (const item of rest) {
      const itemKey = key(item);
      const order = compare(itemKey, bestKey, operator);
      if (operator === '<' ? order < 0 : order > 0) [best, bestKey] = [item, itemKey];
    }
    return best;
  };

const extremeParameters = ['value', ['case_sensitive', false], ['attribute', null]] as const;

export const aggregateFilters: Filters = [
  ['length', native('length', ['value'], (_, value) => lengthOf(value as Value))],
  ['count', native('count', ['value'], (_, value) => lengthOf(value as Value))],
  ['min', native('min', extremeParameters, extreme('<'))],
  ['max', native('max', extremeParameters, extreme('>'))],
  [
    'sum',
    native('sum', ['iterable', ['attribute', null], ['start', 0]], (run, value, attribute, start) => {
      if (typeof start === 'string') throw typeError("sum() can't sum strings [use ''.join(seq) instead]");
      const get = attributeGetter(attribute as Value);
      return itemsOf(value as Value, run).reduce<Value>(
        (sum, item) => binary('+', sum, get(item)),
        start as Value,
      );
    }),
  ],
];
