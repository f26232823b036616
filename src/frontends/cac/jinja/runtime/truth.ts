import { PyObject, type Value } from './values.js';

/** `bool(value)` */
export function truth(value: Value): boolean {
  if (typeof value === 'object') {
    if (value === null) return false;
    if (Array.isArray(value)) return value.length > 0;
    return value instanceof PyObject ? value.truth() : value.size > 0;
  }
  return Boolean(value);
}
