import { valueError } from '../errors.js';
import { native } from '../runtime/native.js';
import { str } from '../runtime/print.js';
import { itemsOf, itemsOrUndefined, PyTuple, type Value } from '../runtime/values.js';
import type { Filters } from './filter.js';

/** Percent-encodes all but unreserved characters (RFC 3986) and the slash. */
export function quoteUrl(text: string): string {
  return quoteAll(text).replaceAll('%2F', '/');
}

function quoteAll(text: string): string {
  if (/[\ud800-\udfff]/.test(text) && text !== Buffer.from(text).toString()) {
    throw valueError('surrogates are not allowed in UTF-8');
  }
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const queryPart = (value: Value): string => quoteAll(str(value)).replaceAll('%20', '+');

export const urlFilters: Filters = [
  [
    'urlencode',
    native('urlencode', ['value'], (run, value) => {
      const items = typeof value === 'string' ? undefined : itemsOrUndefined(value as Value, run);
      if (items === undefined) return quoteUrl(str(value as Value));
      const pairs = value instanceof Map ? Array.from(value, (pair) => new PyTuple(pair)) : items;
      return pairs
        .map((pair) => {
          const [key, item, ...more] = itemsOf(pair, run);
          if (item === undefined || more.length > 0) throw valueError('urlencode() takes pairs');
          return `${queryPart(key as Value)}=${queryPart(item as Value)}`;
        })
        .join('&');
    }),
  ],
];
