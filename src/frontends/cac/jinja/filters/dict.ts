import { typeError, valueError } from '../errors.js';
import { native } from '../runtime/native.js';
import { sortValues } from '../runtime/sort.js';
import { truth } from '../runtime/truth.js';
import { PyIterator, PyTuple, typeName, Undefined, type Value } from '../runtime/values.js';
import { ignoreCase } from './attribute.js';
import type { Filters } from './filter.js';

export const dictFilters: Filters = [
  [
    'items',
    native(
      'items',
      ['value'],
      (_, value) =>
        new PyIterator('generator', () => {
          if (value instanceof Undefined) return [];
          if (!(value instanceof Map)) throw typeError('Can only get item pairs from a mapping.');
          return Array.from(value, (entry) => new PyTuple(entry));
        }),
    ),
  ],
  [
    'dictsort',
    native(
      'dictsort',
      ['value', ['case_sensitive', false], ['by', 'key'], ['reverse', false]],
      (_, value, caseSensitive, by, reverse) => {
        if (by !== 'key' && by !== 'value') throw valueError('You can only sort by either "key" or "value"');
        if (!(value instanceof Map))
          throw typeError(`'${typeName(value as Value)}' object has no attribute 'items'`);
        const pairs = Array.from(value, (entry) => new PyTuple(entry));
        const key = (pair: Value): Value => {
          const part = (pair as PyTuple).values[by === 'key' ? 0 : 1] as Value;
          return truth(caseSensitive as Value) ? part : ignoreCase(part);
        };
        return sortValues(pairs, key, truth(reverse as Value));
      },
    ),
  ],
];
