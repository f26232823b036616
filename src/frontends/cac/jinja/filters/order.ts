import { typeError } from '../errors.js';
import { dictKey, dictSet, equals } from '../runtime/compare.js';
import { native } from '../runtime/native.js';
import { sortValues } from '../runtime/sort.js';
import { truth } from '../runtime/truth.js';
import { type Dict, itemsOf, itemsOrUndefined, PyIterator, PyTuple, type Value } from '../runtime/values.js';
import { attributeGetter, attributeGetters, ignoreCase } from './attribute.js';
import type { Filters } from './filter.js';

/** One group of `groupby`: a pair that also has names. */
class Group extends PyTuple {
  override attribute(name: string): Value | undefined {
    if (name === 'grouper') return this.values[0];
    return name === 'list' ? this.values[1] : undefined;
  }
}

function groups(
  items: readonly Value[],
  attribute: Value,
  otherwise: Value,
  caseSensitive: boolean,
): Value[] {
  const get = attributeGetter(attribute, otherwise);
  const key = caseSensitive ? get : (item: Value) => ignoreCase(get(item));
  const found: { key: Value; members: Value[] }[] = [];
  for (const item of sortValues(items, key, false)) {
    const itemKey = key(item);
    const last = found.at(-1);
    if (last && equals(last.key, itemKey)) last.members.push(item);
    else found.push({ key: itemKey, members: [item] });
  }
  return found.map(({ key: groupKey, members }) => {
    return new Group([caseSensitive ? groupKey : get(members[0] as Value), members]);
  });
}

function reversed(value: Value, items: readonly Value[]): Value {
  if (typeof value === 'string') return [...value].reverse().join('');
  if (value instanceof PyIterator) return [...items].reverse();
  const name = value instanceof Map ? 'dict_reversekeyiterator' : 'list_reverseiterator';
  return new PyIterator(name, () => [...items].reverse());
}

export const orderFilters: Filters = [
  [
    'sort',
    native(
      'sort',
      ['value', ['reverse', false], ['case_sensitive', false], ['attribute', null]],
      (run, value, reverse, caseSensitive, attribute) => {
        const get = attributeGetters(attribute as Value);
        const key = truth(caseSensitive as Value) ? get : (item: Value) => get(item).map(ignoreCase);
        return sortValues(itemsOf(value as Value, run), key, truth(reverse as Value));
      },
    ),
  ],
  [
    'unique',
    native(
      'unique',
      ['value', ['case_sensitive', false], ['attribute', null]],
      (run, value, caseSensitive, attribute) =>
        new PyIterator('generator', () => {
          const get = attributeGetter(attribute as Value);
          const seen: Dict = new Map();
          return itemsOf(value as Value, run).filter((item) => {
            const key = truth(caseSensitive as Value) ? get(item) : ignoreCase(get(item));
            const isNew = !seen.has(dictKey(seen, key));
            if (isNew) dictSet(seen, key, true);
            return isNew;
          });
        }),
    ),
  ],
  [
    'groupby',
    native(
      'groupby',
      ['value', 'attribute', ['default', null], ['case_sensitive', false]],
      (run, value, attribute, otherwise, caseSensitive) =>
        groups(
          itemsOf(value as Value, run),
          attribute as Value,
          otherwise as Value,
          truth(caseSensitive as Value),
        ),
    ),
  ],
  [
    'reverse',
    native('reverse', ['value'], (run, value) => {
      const items = itemsOrUndefined(value as Value, run);
      if (!items) throw typeError('argument must be iterable');
      return reversed(value as Value, items);
    }),
  ],
];
