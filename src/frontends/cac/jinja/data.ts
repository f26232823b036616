import { PyFloat, type Value } from './runtime/values.js';

/** What a YAML or JSON parser gives. */
export type Plain =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | readonly Plain[]
  | ReadonlyMap<unknown, unknown>
  | { readonly [key: string]: Plain };

/**
 * Plain data as a template sees it: objects become dicts in the order of their keys, numbers that are no
 * integers become floats. (`1.0` of YAML is an integer in JavaScript: give a `PyFloat` where it matters.)
 */
export function toValue(data: Plain | Value): Value {
  if (data === undefined) return null;
  if (typeof data === 'number') return Number.isSafeInteger(data) ? data : new PyFloat(data);
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((item) => toValue(item as Plain));
  if (data instanceof Map) return new Map([...data].map(([key, item]) => [toValue(key), toValue(item)]));
  if (Object.getPrototypeOf(data) !== Object.prototype && Object.getPrototypeOf(data) !== null)
    return data as Value;
  return new Map(Object.entries(data).map(([key, item]) => [key, toValue(item as Plain)]));
}
