import { JinjaError, typeError } from '../errors.js';
import { limits } from '../limits.js';
import {
  type Dict,
  DictView,
  PyFloat,
  PyObject,
  PyRange,
  PyTuple,
  typeName,
  Undefined,
  type Value,
} from './values.js';

/** The number that a value is for comparisons; `bool` and `float` count. */
export function numeric(value: Value): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value instanceof PyFloat ? value.value : undefined;
}

/** `left == right` */
export function equals(left: Value, right: Value): boolean {
  if (left === right) return !(left instanceof PyFloat && Number.isNaN(left.value));
  if (typeof left === 'string' || typeof right === 'string' || left === null || right === null) return false;
  return deepEquals(left, right, { left: limits.list });
}

interface Budget {
  left: number;
}

function deepEquals(left: Value, right: Value, budget: Budget): boolean {
  if (--budget.left < 0) throw new JinjaError('LimitError', 'these values are too large to compare');
  if (left === right) return true;
  const [a, b] = [numeric(left), numeric(right)];
  // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a number compare by value only with ==
  if (a !== undefined || b !== undefined) return a !== undefined && b !== undefined && a == b;
  if (Array.isArray(left)) return Array.isArray(right) && itemsEqual(left, right, budget);
  if (left instanceof Map) return right instanceof Map && dictsEqual(left, right, budget);
  if (left instanceof PyTuple)
    return right instanceof PyTuple && itemsEqual(left.values, right.values, budget);
  if (left instanceof Undefined) return right instanceof Undefined;
  if (left instanceof PyRange)
    return right instanceof PyRange && itemsEqual(left.items(), right.items(), budget);
  if (left instanceof DictView && right instanceof DictView) return viewsEqual(left, right, budget);
  return false;
}

function itemsEqual(left: readonly Value[], right: readonly Value[], budget: Budget): boolean {
  return left.length === right.length && left.every((item, i) => deepEquals(item, right[i] as Value, budget));
}

function dictsEqual(left: Dict, right: Dict, budget: Budget): boolean {
  if (left.size !== right.size) return false;
  for (const [key, value] of left) {
    const other = dictGet(right, key);
    if (other === undefined || !deepEquals(value, other, budget)) return false;
  }
  return true;
}

/** Views of keys and of items compare as sets. */
function viewsEqual(left: DictView, right: DictView, budget: Budget): boolean {
  if (left.typeName === 'dict_values' || right.typeName === 'dict_values') return false;
  if (left.size() !== right.size()) return false;
  const others = right.items();
  return left.items().every((item) => others.some((other) => deepEquals(item, other, budget)));
}

/** Throws as Python does for a value that cannot be a key. */
export function hashable(value: Value): Value {
  if (Array.isArray(value) || value instanceof Map) throw typeError(`unhashable type: '${typeName(value)}'`);
  if (value instanceof PyTuple) value.values.forEach(hashable);
  return value;
}

/** The key under which a dict holds `key`: 1, 1.0 and True are the same, tuples compare by their items. */
export function dictKey(dict: ReadonlyMap<Value, Value>, key: Value): Value {
  if (typeof key === 'string' || key === null) return key;
  hashable(key);
  if (dict.has(key)) return key;
  if (typeof key === 'object' && !(key instanceof PyTuple || key instanceof PyFloat)) return key;
  for (const other of dict.keys()) if (typeof other !== 'string' && equals(other, key)) return other;
  return key;
}

export function dictGet(dict: ReadonlyMap<Value, Value>, key: Value): Value | undefined {
  return typeof key === 'string' ? dict.get(key) : dict.get(dictKey(dict, key));
}

export function dictSet(dict: Dict, key: Value, value: Value): void {
  dict.set(dictKey(dict, key), value);
}

/** A number below 0, 0, or above 0 as `left` is less than, equal to or greater than `right`. NaN: no order. */
export function compare(left: Value, right: Value, operator: string): number {
  if (typeof left === 'string' && typeof right === 'string') return compareStrings(left, right);
  const [a, b] = [numeric(left), numeric(right)];
  if (a !== undefined && b !== undefined) return a < b ? -1 : a > b ? 1 : a === b ? 0 : orderOfMixed(a, b);
  if (left instanceof Undefined) throw left.error;
  if (right instanceof Undefined) throw right.error;
  const items = sequences(left, right);
  if (items) return compareItems(...items, operator);
  throw typeError(
    `'${operator}' not supported between instances of '${typeName(left)}' and '${typeName(right)}'`,
  );
}

function orderOfMixed(a: number | bigint, b: number | bigint): number {
  // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a number compare by value only with ==
  return a == b ? 0 : Number.NaN;
}

function sequences(left: Value, right: Value): [readonly Value[], readonly Value[]] | undefined {
  if (Array.isArray(left) && Array.isArray(right)) return [left, right];
  return left instanceof PyTuple && right instanceof PyTuple ? [left.values, right.values] : undefined;
}

function compareItems(left: readonly Value[], right: readonly Value[], operator: string): number {
  const shorter = Math.min(left.length, right.length);
  for (let i = 0; i < shorter; i++) {
    const [a, b] = [left[i] as Value, right[i] as Value];
    if (!equals(a, b)) return compare(a, b, operator);
  }
  return left.length - right.length;
}

const surrogate = /[\ud800-\udfff]/;

/** By code points, as Python compares. */
function compareStrings(left: string, right: string): number {
  if (left === right) return 0;
  if (!surrogate.test(left) && !surrogate.test(right)) return left < right ? -1 : 1;
  const [a, b] = [[...left], [...right]];
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference =
      ((a[i] as string).codePointAt(0) as number) - ((b[i] as string).codePointAt(0) as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** `needle in container` */
export function contains(
  container: Value,
  needle: Value,
  items: (value: Value) => readonly Value[],
): boolean {
  if (typeof container === 'string') {
    if (typeof needle === 'string') return container.includes(needle);
    throw typeError(`'in <string>' requires string as left operand, not ${typeName(needle)}`);
  }
  if (container instanceof Map) return container.has(dictKey(container, needle));
  if (Array.isArray(container) && typeof needle === 'string') return container.includes(needle);
  if (container !== null && typeof container !== 'object') throw notIterable(container);
  if (container === null) throw notIterable(container);
  if (container instanceof PyObject && container.truth() && container instanceof PyFloat)
    throw notIterable(container);
  return items(container).some((item) => equals(item, needle));
}

const notIterable = (value: Value): JinjaError =>
  typeError(`argument of type '${typeName(value)}' is not iterable`);
