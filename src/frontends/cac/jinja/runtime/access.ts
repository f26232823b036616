import { type JinjaError, typeError, valueError } from '../errors.js';
import { dictMethods } from '../methods/dict.js';
import { listMethods, tupleMethods } from '../methods/list.js';
import { strMethods } from '../methods/str.js';
import { itemOf } from './item.js';
import { BoundMethod } from './native.js';
import { repr } from './print.js';
import { isFlat } from './text.js';
import { type Callable, PyObject, PyRange, PyTuple, typeName, Undefined, type Value } from './values.js';

/** The methods that a template may call on a value of one of Python's own types. */
export function methodOf(value: Value, name: string): Callable | undefined {
  if (typeof value === 'string') return strMethods.get(name);
  if (value instanceof Map) return dictMethods.get(name);
  if (Array.isArray(value)) return listMethods.get(name);
  return value instanceof PyTuple ? tupleMethods.get(name) : undefined;
}

/** `object.name`: the attribute, else the item; undefined values for what is not there or not safe. */
export function getAttribute(object: Value, name: string): Value {
  const method = methodOf(object, name);
  if (method) return new BoundMethod(object, method);
  if (object instanceof Map) {
    const value = isUnsafe(name) ? undefined : object.get(name);
    if (value !== undefined) return value;
  } else if (object instanceof PyObject) {
    const value = isUnsafe(name) ? undefined : object.attribute(name);
    if (value !== undefined) return value;
  }
  return isUnsafe(name) ? unsafe(object, name) : missing(object, name);
}

const isUnsafe = (name: string): boolean => name.startsWith('__') && name.endsWith('__');

const unsafe = (object: Value, name: string): Undefined =>
  new Undefined(`access to attribute '${name}' of '${typeName(object)}' object is unsafe.`, 'SecurityError');

/** `object[key]`: the item, else the attribute of that name. */
export function getItem(object: Value, key: Value): Value {
  const item = itemOf(object, key);
  if (item !== undefined) return item;
  if (typeof key !== 'string') return missing(object, key);
  const method = methodOf(object, key);
  if (method) return new BoundMethod(object, method);
  if (isUnsafe(key)) return unsafe(object, key);
  return (object instanceof PyObject ? object.attribute(key) : undefined) ?? missing(object, key);
}

function missing(object: Value, key: Value): Undefined {
  if (object instanceof Undefined) throw object.error;
  const what = typeof key === 'string' ? `attribute '${key}'` : `element ${repr(key)}`;
  const owner = object === null ? 'None' : `'${typeName(object)} object'`;
  return new Undefined(
    object === null || typeof key === 'string'
      ? `${owner} has no ${what}`
      : `${typeName(object)} object has no ${what}`,
  );
}

export const canBeSliced = (value: Value): boolean =>
  typeof value === 'string' || Array.isArray(value) || value instanceof PyTuple || value instanceof PyRange;

/** `object[from:to:step]` */
export function getSlice(object: Value, from: Value, to: Value, step: Value): Value {
  if (typeof object === 'string') {
    if (step === null && isFlat(object)) {
      const [start, stop] = bounds(object.length, from, to, 1);
      return object.slice(start, Math.max(start, stop));
    }
    return pick([...object], from, to, step).join('');
  }
  if (Array.isArray(object)) return pick(object, from, to, step);
  if (object instanceof PyTuple) return new PyTuple(pick(object.values, from, to, step));
  if (object instanceof PyRange) {
    const [start, stop] = bounds(object.size(), from, to, index(step, 1));
    const at = (i: number): number => object.start + i * object.step;
    return new PyRange(at(start), at(stop), object.step * index(step, 1));
  }
  if (object instanceof Undefined) throw object.error;
  throw typeError(`'${typeName(object)}' object has no slices`);
}

function index(value: Value, otherwise: number): number {
  if (value === null) return otherwise;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'bigint') return value > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
  if (typeof value === 'number') return value;
  throw typeError('slice indices must be integers or None or have an __index__ method');
}

/** Where a slice starts and stops, by Python's rules for negative and missing bounds. */
function bounds(length: number, from: Value, to: Value, step: number): [start: number, stop: number] {
  if (step === 0) throw valueError('slice step cannot be zero');
  const [low, high] = step > 0 ? [0, length] : [-1, length - 1];
  const clamp = (value: number): number => Math.min(high, Math.max(low, value < 0 ? value + length : value));
  const start = from === null ? (step > 0 ? low : high) : clamp(index(from, 0));
  const stop = to === null ? (step > 0 ? high : low) : clamp(index(to, 0));
  return [start, stop];
}

function pick<T>(items: readonly T[], from: Value, to: Value, step: Value): T[] {
  const by = index(step, 1);
  const [start, stop] = bounds(items.length, from, to, by);
  if (by === 1) return items.slice(start, Math.max(start, stop));
  const picked: T[] = [];
  for (let i = start; by > 0 ? i < stop : i > stop; i += by) picked.push(items[i] as T);
  return picked;
}

/** What cannot be called, as Python says it. */
export const notCallable = (value: Value): JinjaError =>
  value instanceof Undefined ? value.error : typeError(`'${typeName(value)}' object is not callable`);
