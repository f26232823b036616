import { JinjaError, valueError } from '../errors.js';
import { limits } from '../limits.js';
import { equals } from '../runtime/compare.js';
import { type Native, native } from '../runtime/native.js';
import type { Run } from '../runtime/run.js';
import { sortValues } from '../runtime/sort.js';
import { expectInteger } from '../runtime/text.js';
import { truth } from '../runtime/truth.js';
import { Callable, itemsOf, type PyTuple, type Value } from '../runtime/values.js';

const self = (value: Value | undefined): Value[] => value as Value[];

function add(list: Value[], items: readonly Value[]): void {
  if (list.length + items.length > limits.list) {
    throw new JinjaError('LimitError', `a list would have more than ${limits.list} items`);
  }
  for (const item of [...items]) list.push(item);
}

function indexOf(items: readonly Value[], value: Value, from: Value, to: Value): number {
  const bound = (at: number): number => (at < 0 ? Math.max(0, at + items.length) : at);
  const start = bound(expectInteger(from));
  const stop = to === null ? items.length : bound(expectInteger(to));
  const found = items.findIndex((item, i) => i >= start && i < stop && equals(item, value));
  if (found < 0) throw valueError('value is not in list');
  return found;
}

const count = (items: readonly Value[], value: Value): number =>
  items.filter((item) => equals(item, value)).length;

function insert(list: Value[], index: number, item: Value): void {
  list.splice(index < 0 ? Math.max(0, index + list.length) : index, 0, item);
}

function pop(list: Value[], index: number): Value {
  const at = index < 0 ? index + list.length : index;
  if (list.length === 0) throw new JinjaError('IndexError', 'pop from empty list');
  if (at < 0 || at >= list.length) throw new JinjaError('IndexError', 'pop index out of range');
  return list.splice(at, 1)[0] as Value;
}

/** A method that changes the list and gives `None`. */
const changing =
  (change: (list: Value[], run: Run, ...args: Value[]) => void): Native =>
  (run, list, ...args) => {
    change(self(list), run, ...args);
    return null;
  };

function sort(list: Value[], run: Run, key: Value, reverse: Value): void {
  const keyOf = key instanceof Callable ? (item: Value) => key.call(run, [item], [], []) : undefined;
  const sorted = sortValues(list, keyOf, truth(reverse));
  list.splice(0, list.length, ...sorted);
}

/** The methods of `list`. */
export const listMethods: ReadonlyMap<string, Callable> = new Map<string, Callable>([
  [
    'append',
    native(
      'append',
      ['self', 'object'],
      changing((list, _, item) => add(list, [item as Value])),
    ),
  ],
  [
    'extend',
    native(
      'extend',
      ['self', 'iterable'],
      changing((list, run, more) => add(list, itemsOf(more as Value, run))),
    ),
  ],
  [
    'insert',
    native(
      'insert',
      ['self', 'index', 'object'],
      changing((list, _, at, item) => insert(list, expectInteger(at as Value), item as Value)),
    ),
  ],
  [
    'remove',
    native(
      'remove',
      ['self', 'value'],
      changing((list, _, value) => pop(list, indexOf(list, value as Value, 0, null))),
    ),
  ],
  [
    'clear',
    native(
      'clear',
      ['self'],
      changing((list) => list.splice(0)),
    ),
  ],
  [
    'reverse',
    native(
      'reverse',
      ['self'],
      changing((list) => list.reverse()),
    ),
  ],
  [
    'sort',
    native(
      'sort',
      ['self', ['key', null], ['reverse', false]],
      changing((list, run, key, reverse) => sort(list, run, key as Value, reverse as Value)),
    ),
  ],
  [
    'pop',
    native('pop', ['self', ['index', -1]], (_, list, at) => pop(self(list), expectInteger(at as Value))),
  ],
  ['copy', native('copy', ['self'], (_, list) => [...self(list)])],
  ['count', native('count', ['self', 'value'], (_, list, value) => count(self(list), value as Value))],
  [
    'index',
    native('index', ['self', 'value', ['start', 0], ['stop', null]], (_, list, value, from, to) =>
      indexOf(self(list), value as Value, from as Value, to as Value),
    ),
  ],
]);

const items = (value: Value | undefined): readonly Value[] => (value as PyTuple).values;

/** The methods of `tuple`. */
export const tupleMethods: ReadonlyMap<string, Callable> = new Map<string, Callable>([
  ['count', native('count', ['self', 'value'], (_, tuple, value) => count(items(tuple), value as Value))],
  [
    'index',
    native('index', ['self', 'value', ['start', 0], ['stop', null]], (_, tuple, value, from, to) =>
      indexOf(items(tuple), value as Value, from as Value, to as Value),
    ),
  ],
]);
