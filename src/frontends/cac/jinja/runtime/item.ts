import { dictGet } from './compare.js';
import { isFlat } from './text.js';
import { PyObject, PyRange, PyTuple, type Value } from './values.js';

/** The item that a key or an index leads to, undefined if there is none. */
export function itemOf(object: Value, key: Value): Value | undefined {
  if (object instanceof Map) return isKey(key) ? dictGet(object, key) : undefined;
  if (Array.isArray(object)) return at(object, key);
  if (typeof object === 'string') return at(isFlat(object) ? object : [...object], key);
  if (object instanceof PyTuple) return at(object.values, key);
  if (object instanceof PyRange) return at(object.items(), key);
  return object instanceof PyObject ? object.item(key) : undefined;
}

/** An unhashable key is a TypeError in Python, which Jinja2 takes for "not there". */
const isKey = (key: Value): boolean =>
  !(Array.isArray(key) || key instanceof Map || (key instanceof PyTuple && !key.values.every(isKey)));

function at(items: readonly Value[] | string, key: Value): Value | undefined {
  const index = typeof key === 'boolean' ? Number(key) : key;
  if (typeof index !== 'number') return undefined;
  return items[index < 0 ? index + items.length : index];
}
