import { native } from '../runtime/native.js';
import { str } from '../runtime/print.js';
import { itemsOf, itemsOrUndefined, PyTuple, type Value } from '../runtime/values.js';
import type { Filters } from './filter.js';

const encoder = new TextEncoder();
const unreserved = /[A-Za-z0-9_.~-]/;

/** Percent-encodes all but unreserved characters and those of `safe`. */
export function quoteUrl(text: string, safe = '/'): string {
  let result = '';
  for (const byte of encoder.encode(text)) {
    const character = String.fromCharCode(byte);
    const keep = byte < 0x80 && (unreserved.test(character) || safe.includes(character));
    result += keep ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return result;
}

const queryPart = (value: Value): string => quoteUrl(str(value), '').replaceAll('%20', '+');

export const urlFilters: Filters = [
  [
    'urlencode',
    native('urlencode', ['value'], (run, value) => {
      const items = typeof value === 'string' ? undefined : itemsOrUndefined(value as Value, run);
      if (items === undefined) return quoteUrl(str(value as Value));
      const pairs = value instanceof Map ? Array.from(value, (pair) => new PyTuple(pair)) : items;
      return pairs
        .map((pair) => {
          const [key, item] = itemsOf(pair, run);
          return `${queryPart(key as Value)}=${queryPart(item as Value)}`;
        })
        .join('&');
    }),
  ],
];
