import { JinjaError, typeError } from '../errors.js';
import { limits } from '../limits.js';
import { getAttribute, methodOf } from '../runtime/access.js';
import { native } from '../runtime/native.js';
import { str } from '../runtime/print.js';
import { checkLength } from '../runtime/size.js';
import { expectInteger } from '../runtime/text.js';
import { truth } from '../runtime/truth.js';
import { itemsOf, PyIterator, PyObject, typeName, Undefined, type Value } from '../runtime/values.js';
import { attributeGetter } from './attribute.js';
import type { Filters } from './filter.js';

function join(items: readonly Value[], separator: string): string {
  let text = '';
  items.forEach((item, i) => {
    text += i === 0 ? str(item) : separator + str(item);
    checkLength(text.length);
  });
  return text;
}

function batch(items: readonly Value[], size: number, fill: Value): Value[] {
  const rows: Value[] = [];
  let row: Value[] = [];
  for (const item of items) {
    if (row.length === size) {
      rows.push(row);
      row = [];
    }
    row.push(item);
  }
  if (row.length === 0) return rows;
  if (fill !== null) pushTimes(row, fill, size - row.length);
  return [...rows, row];
}

function pushTimes(list: Value[], value: Value, times: number): void {
  if (times > limits.list)
    throw new JinjaError('LimitError', `a list would have more than ${limits.list} items`);
  for (let i = 0; i < times; i++) list.push(value);
}

function slices(items: readonly Value[], count: number, fill: Value): Value[] {
  if (count === 0) throw new JinjaError('ZeroDivisionError', 'integer division or modulo by zero');
  if (count > limits.list)
    throw new JinjaError('LimitError', `a list would have more than ${limits.list} items`);
  const size = Math.floor(items.length / count);
  const withExtra = items.length % count;
  const columns: Value[] = [];
  for (let i = 0, at = 0; i < count; i++) {
    const column = items.slice(at, at + size + (i < withExtra ? 1 : 0));
    at += column.length;
    if (fill !== null && i >= withExtra) column.push(fill);
    columns.push(column);
  }
  return columns;
}

function last(value: Value, items: readonly Value[]): Value {
  if (value instanceof PyIterator) throw typeError(`'${typeName(value)}' object is not reversible`);
  return items.at(-1) ?? new Undefined('No last item, sequence was empty.');
}

/** `value|attr(name)`: only an attribute, never an item. */
function attribute(value: Value, name: Value): Value {
  if (typeof name !== 'string') throw typeError('attribute name must be string');
  const found = value instanceof PyObject ? value.attribute(name) : methodOf(value, name);
  return found === undefined && !name.startsWith('__')
    ? new Undefined(`'${typeName(value)} object' has no attribute '${name}'`)
    : getAttribute(value, name);
}

export const sequenceFilters: Filters = [
  ['attr', native('attr', ['obj', 'name'], (_, value, name) => attribute(value as Value, name as Value))],
  ['list', native('list', ['value'], (run, value) => [...itemsOf(value as Value, run)])],
  [
    'first',
    native('first', ['seq'], (run, value) => {
      const first = value instanceof PyIterator ? value.next() : itemsOf(value as Value, run)[0];
      return first ?? new Undefined('No first item, sequence was empty.');
    }),
  ],
  ['last', native('last', ['seq'], (run, value) => last(value as Value, itemsOf(value as Value, run)))],
  [
    'join',
    native('join', ['value', ['d', ''], ['attribute', null]], (run, value, separator, path) => {
      const items = itemsOf(value as Value, run);
      return join(path === null ? items : items.map(attributeGetter(path as Value)), str(separator as Value));
    }),
  ],
  [
    'default',
    native('default', ['value', ['default_value', ''], ['boolean', false]], (_, value, otherwise, boolean) =>
      orElse(value as Value, otherwise as Value, truth(boolean as Value)),
    ),
  ],
  [
    'd',
    native('d', ['value', ['default_value', ''], ['boolean', false]], (_, value, otherwise, boolean) =>
      orElse(value as Value, otherwise as Value, truth(boolean as Value)),
    ),
  ],
  [
    'batch',
    native(
      'batch',
      ['value', 'linecount', ['fill_with', null]],
      (run, value, size, fill) =>
        new PyIterator('generator', () =>
          batch(itemsOf(value as Value, run), expectInteger(size as Value), fill as Value),
        ),
    ),
  ],
  [
    'slice',
    native(
      'slice',
      ['value', 'slices', ['fill_with', null]],
      (run, value, count, fill) =>
        new PyIterator('generator', () =>
          slices(itemsOf(value as Value, run), expectInteger(count as Value), fill as Value),
        ),
    ),
  ],
];

const orElse = (value: Value, otherwise: Value, boolean: boolean): Value =>
  value instanceof Undefined || (boolean && !truth(value)) ? otherwise : value;
