import { getItem } from '../runtime/access.js';
import { Undefined, type Value } from '../runtime/values.js';

/** Reads an attribute path (`'a.b.0'`, a number, or `null` for the item itself) of items. */
export function attributeGetter(path: Value, otherwise: Value = null): (item: Value) => Value {
  const parts = pathParts(path);
  return (item) => {
    let value = item;
    for (const part of parts) {
      value = getItem(value, part);
      if (otherwise !== null && value instanceof Undefined) value = otherwise;
    }
    return value;
  };
}

/** The same for a list of paths separated by commas: the key to sort by. */
export function attributeGetters(path: Value): (item: Value) => Value[] {
  const getters = (typeof path === 'string' ? path.split(',') : [path]).map((part) => attributeGetter(part));
  return (item) => getters.map((get) => get(item));
}

function pathParts(path: Value): readonly Value[] {
  if (path === null) return [];
  if (typeof path !== 'string') return [path];
  return path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Strings compare without case unless somebody asks for it. */
export const ignoreCase = (value: Value): Value => (typeof value === 'string' ? value.toLowerCase() : value);
