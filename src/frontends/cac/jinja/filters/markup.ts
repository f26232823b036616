import { typeError, valueError } from '../errors.js';
import { native } from '../runtime/native.js';
import { str } from '../runtime/print.js';
import { sortValues } from '../runtime/sort.js';
import { expectInteger, expectText } from '../runtime/text.js';
import { truth } from '../runtime/truth.js';
import { PyFloat, PyTuple, typeName, Undefined, type Value } from '../runtime/values.js';
import type { Filters } from './filter.js';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

/** `markupsafe.escape`; its result is a plain string here, as these environments escape nothing by themselves. */
const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] as string);

function xmlAttributes(value: Value, autospace: boolean): string {
  if (value instanceof Undefined) throw value.error;
  if (!(value instanceof Map)) throw typeError(`'${typeName(value)}' object has no attribute 'items'`);
  const items: string[] = [];
  for (const [key, item] of value) {
    if (item === null || item instanceof Undefined) continue;
    const name = expectText(key, 'attribute name');
    if (/[ \t\n\r\f\v/>=]/.test(name)) throw valueError(`Invalid character in attribute name: '${name}'`);
    items.push(`${escapeMarkup(name)}="${escapeMarkup(str(item))}"`);
  }
  return (autospace && items.length > 0 ? ' ' : '') + items.join(' ');
}

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\xa0',
};

function stripTags(text: string): string {
  const plain = text.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^>]*>/g, '');
  const joined = plain
    .split(/[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/)
    .filter(Boolean)
    .join(' ');
  return joined.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi,
    (whole, decimal, hex, name: string | undefined) => {
      if (name !== undefined) return namedEntities[name] ?? whole;
      return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
    },
  );
}

/** Python's `json.dumps(value, sort_keys=True)`. */
function json(value: Value, by: string | undefined, indent = ''): string {
  if (typeof value === 'string') {
    return JSON.stringify(value).replace(
      /[^\0-\x7e]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof PyFloat) return str(value);
  const inner = by === undefined ? '' : indent + by;
  const wrap = (open: string, items: string[], close: string): string => {
    if (items.length === 0) return open + close;
    return by === undefined
      ? open + items.join(', ') + close
      : `${open}\n${inner}${items.join(`,\n${inner}`)}\n${indent}${close}`;
  };
  if (Array.isArray(value))
    return wrap(
      '[',
      value.map((item) => json(item, by, inner)),
      ']',
    );
  if (value instanceof PyTuple)
    return wrap(
      '[',
      value.values.map((item) => json(item, by, inner)),
      ']',
    );
  if (!(value instanceof Map)) throw typeError(`Object of type ${typeName(value)} is not JSON serializable`);
  const keys = sortValues([...value.keys()], undefined, false);
  const text = keys
    .map((key) => [key, value.get(key) as Value] as const)
    .map(([key, item]) => `${json(jsonKey(key), undefined)}: ${json(item, by, inner)}`);
  return wrap('{', text, '}');
}

function jsonKey(key: Value): string {
  if (typeof key === 'string') return key;
  return key === null || typeof key === 'boolean' ? String(key) : str(key);
}

const unsafeInHtml: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  "'": '\\u0027',
};

export const markupFilters: Filters = [
  ...['e', 'escape', 'forceescape'].map(
    (name) => [name, native(name, ['s'], (_, value) => escapeMarkup(str(value as Value)))] as const,
  ),
  ['safe', native('safe', ['value'], (_, value) => str(value as Value))],
  [
    'xmlattr',
    native('xmlattr', ['d', ['autospace', true]], (_, value, space) =>
      xmlAttributes(value as Value, truth(space as Value)),
    ),
  ],
  ['striptags', native('striptags', ['value'], (_, value) => stripTags(str(value as Value)))],
  [
    'tojson',
    native('tojson', ['value', ['indent', null]], (_, value, indent) => {
      const by = indent === null ? undefined : ' '.repeat(Math.min(100, expectInteger(indent as Value)));
      return json(value as Value, by).replace(/[<>&']/g, (character) => unsafeInHtml[character] as string);
    }),
  ],
];
