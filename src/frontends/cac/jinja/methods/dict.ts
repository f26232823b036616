import { JinjaError, typeError, valueError } from '../errors.js';
import { dictGet, dictKey, dictSet } from '../runtime/compare.js';
import { native, variadic } from '../runtime/native.js';
import { repr } from '../runtime/print.js';
import type { Run } from '../runtime/run.js';
import { type Callable, type Dict, DictView, itemsOf, PyTuple, type Value } from '../runtime/values.js';

const self = (value: Value | undefined): Dict => value as Dict;

/** Puts pairs or another dict into a dict, as `dict.update` and `dict()` do. */
export function updateDict(
  dict: Dict,
  run: Run,
  args: readonly Value[],
  names: readonly string[],
  values: readonly Value[],
): void {
  const [source] = args;
  if (args.length > 1) throw typeError(`update expected at most 1 argument, got ${args.length}`);
  if (source instanceof Map) {
    for (const [key, value] of source) dictSet(dict, key, value);
  } else if (source !== undefined) {
    for (const pair of itemsOf(source, run)) {
      const entry = itemsOf(pair, run);
      if (entry.length !== 2)
        throw valueError(`dictionary update sequence element has length ${entry.length}; 2 is required`);
      dictSet(dict, entry[0] as Value, entry[1] as Value);
    }
  }
  names.forEach((name, i) => {
    dict.set(name, values[i] as Value);
  });
}

/** The methods of `dict`. */
export const dictMethods: ReadonlyMap<string, Callable> = new Map<string, Callable>([
  ['keys', native('keys', ['self'], (_, dict) => new DictView('dict_keys', self(dict)))],
  ['values', native('values', ['self'], (_, dict) => new DictView('dict_values', self(dict)))],
  ['items', native('items', ['self'], (_, dict) => new DictView('dict_items', self(dict)))],
  ['copy', native('copy', ['self'], (_, dict) => new Map(self(dict)))],
  [
    'get',
    variadic('get', (_, [dict, key, otherwise = null, ...more], names) => {
      if (names.length > 0) throw typeError('dict.get() takes no keyword arguments');
      if (key === undefined || more.length > 0) throw typeError('get expected 1 or 2 arguments');
      return dictGet(self(dict), key) ?? otherwise;
    }),
  ],
  [
    'setdefault',
    native('setdefault', ['self', 'key', ['default', null]], (_, dict, key, value) => {
      const found = dictGet(self(dict), key as Value);
      if (found !== undefined) return found;
      dictSet(self(dict), key as Value, value as Value);
      return value as Value;
    }),
  ],
  [
    'pop',
    variadic('pop', (_, [dict, key, otherwise]) => {
      if (key === undefined) throw typeError('pop expected at least 1 argument, got 0');
      const found = dictGet(self(dict), key);
      self(dict).delete(dictKey(self(dict), key));
      if (found !== undefined) return found;
      if (otherwise !== undefined) return otherwise;
      throw new JinjaError('KeyError', repr(key));
    }),
  ],
  [
    'popitem',
    native('popitem', ['self'], (_, dict) => {
      const last = [...self(dict)].at(-1);
      if (!last) throw new JinjaError('KeyError', 'popitem(): dictionary is empty');
      self(dict).delete(last[0]);
      return new PyTuple(last);
    }),
  ],
  [
    'clear',
    native('clear', ['self'], (_, dict) => {
      self(dict).clear();
      return null;
    }),
  ],
  [
    'update',
    variadic('update', (run, [dict, ...args], names, values) => {
      updateDict(self(dict), run, args, names, values);
      return null;
    }),
  ],
  [
    'fromkeys',
    native('fromkeys', ['self', 'iterable', ['value', null]], (run, _, keys, value) => {
      const dict: Dict = new Map();
      for (const key of itemsOf(keys as Value, run)) dictSet(dict, key, value as Value);
      return dict;
    }),
  ],
]);
