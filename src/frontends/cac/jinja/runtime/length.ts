import { typeError } from '../errors.js';
import { textLength } from './text.js';
import { PyObject, typeName, type Value } from './values.js';

/** `len(value)` */
export function lengthOf(value: Value): number {
  if (typeof value === 'string') return textLength(value);
  if (Array.isArray(value)) return value.length;
  if (value instanceof Map) return value.size;
  const size = value instanceof PyObject ? value.size() : undefined;
  if (size === undefined) throw typeError(`object of type '${typeName(value)}' has no len()`);
  return size;
}
