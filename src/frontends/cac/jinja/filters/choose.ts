import { JinjaError, typeError } from '../errors.js';
import { type Variadic, variadic } from '../runtime/native.js';
import type { Run } from '../runtime/run.js';
import { truth } from '../runtime/truth.js';
import { type Callable, itemsOf, PyIterator, type Value } from '../runtime/values.js';
import { attributeGetter } from './attribute.js';
import type { Filters } from './filter.js';

function named(kind: 'filter' | 'test', run: Run, name: Value): Callable {
  const table = kind === 'filter' ? run.host.filters : run.host.tests;
  const found = typeof name === 'string' ? table.get(name) : undefined;
  if (!found) throw new JinjaError('TemplateRuntimeError', `No ${kind} named '${String(name)}'.`);
  return found;
}

/** What `map` does to each item: a filter, or `attribute=` with its `default=`. */
function mapper(run: Run, args: readonly Value[], names: readonly string[], values: readonly Value[]) {
  const attribute = names.indexOf('attribute');
  if (args.length === 0 && attribute >= 0) {
    const unknown = names.find((name) => name !== 'attribute' && name !== 'default');
    if (unknown !== undefined) throw typeError(`Unexpected keyword argument '${unknown}'`);
    return attributeGetter(values[attribute] as Value, values[names.indexOf('default')] ?? null);
  }
  const [name, ...rest] = args;
  if (name === undefined) throw typeError('map requires a filter argument');
  const filter = named('filter', run, name);
  return (item: Value) => filter.call(run, [item, ...rest], names, values);
}

const map: Variadic = (run, [value, ...args], names, values) =>
  new PyIterator('generator', () => {
    if (value === undefined) throw typeError('map() missing 1 required positional argument');
    if (!truth(value)) return [];
    return itemsOf(value, run).map(mapper(run, args, names, values));
  });

/** `select`, `reject`, `selectattr` and `rejectattr`: keeps the items whose test gives `wanted`. */
const choosing =
  (wanted: boolean, byAttribute: boolean): Variadic =>
  (run, [value, ...args], names, values) =>
    new PyIterator('generator', () => {
      if (value === undefined) throw typeError('missing 1 required positional argument');
      if (!truth(value)) return [];
      const test = tester(run, args, names, values, byAttribute);
      return itemsOf(value, run).filter((item) => test(item) === wanted);
    });

function tester(
  run: Run,
  args: readonly Value[],
  names: readonly string[],
  values: readonly Value[],
  byAttribute: boolean,
): (item: Value) => boolean {
  const [attribute] = args;
  if (byAttribute && attribute === undefined) throw typeError('Missing parameter for attribute name');
  const get = byAttribute ? attributeGetter(attribute as Value) : (item: Value) => item;
  const [name, ...rest] = byAttribute ? args.slice(1) : args;
  if (name === undefined) return (item) => truth(get(item));
  const test = named('test', run, name);
  return (item) => truth(test.call(run, [get(item), ...rest], names, values));
}

export const chooseFilters: Filters = [
  ['map', variadic('map', map)],
  ['select', variadic('select', choosing(true, false))],
  ['reject', variadic('reject', choosing(false, false))],
  ['selectattr', variadic('selectattr', choosing(true, true))],
  ['rejectattr', variadic('rejectattr', choosing(false, true))],
];
