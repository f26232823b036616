import { isLower, isUpper } from './methods/str-predicates.js';
import { binary } from './runtime/arithmetic.js';
import { compare, contains, equals, numeric } from './runtime/compare.js';
import { type Native, native } from './runtime/native.js';
import { str } from './runtime/print.js';
import {
  Callable,
  DictView,
  itemsOf,
  PyFloat,
  PyObject,
  PyRange,
  PyTuple,
  Undefined,
  type Value,
} from './runtime/values.js';

const isInteger = (value: Value): boolean => typeof value === 'number' || typeof value === 'bigint';

/** Something with a length that can be indexed. */
function isSequence(value: Value): boolean {
  if (typeof value === 'string' || Array.isArray(value) || value instanceof Map) return true;
  return value instanceof PyTuple || value instanceof PyRange || value instanceof Undefined;
}

const same = (left: Value, right: Value): boolean =>
  left === right || (left instanceof PyFloat && right instanceof PyFloat && left === right);

const remainderIs = (value: Value, divisor: Value, rest: number): boolean =>
  equals(binary('%', value, divisor), rest);

const one =
  (test: (value: Value) => boolean): Native =>
  (_, value) =>
    test(value as Value);
const two =
  (test: (value: Value, other: Value) => boolean): Native =>
  (_, value, other) =>
    test(value as Value, other as Value);

const unary: Readonly<Record<string, (value: Value) => boolean>> = {
  odd: (value) => remainderIs(value, 2, 1),
  even: (value) => remainderIs(value, 2, 0),
  defined: (value) => !(value instanceof Undefined),
  undefined: (value) => value instanceof Undefined,
  none: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  false: (value) => value === false,
  true: (value) => value === true,
  integer: isInteger,
  float: (value) => value instanceof PyFloat,
  lower: (value) => isLower(str(value)),
  upper: (value) => isUpper(str(value)),
  string: (value) => typeof value === 'string',
  mapping: (value) => value instanceof Map,
  number: (value) => numeric(value) !== undefined,
  sequence: isSequence,
  callable: (value) => value instanceof Callable || value instanceof Undefined,
  escaped: () => false,
};

const order: readonly (readonly [names: string, operator: string, holds: (order: number) => boolean])[] = [
  ['> gt greaterthan', '>', (order) => order > 0],
  ['>= ge', '>=', (order) => order >= 0],
  ['< lt lessthan', '<', (order) => order < 0],
  ['<= le', '<=', (order) => order <= 0],
];

/** Jinja2's tests, for `is`. */
export const builtinTests: ReadonlyMap<string, Callable> = new Map<string, Callable>([
  ...Object.entries(unary).map(([name, test]) => [name, native(name, ['value'], one(test))] as const),
  [
    'divisibleby',
    native(
      'divisibleby',
      ['value', 'num'],
      two((value, by) => remainderIs(value, by, 0)),
    ),
  ],
  ['sameas', native('sameas', ['value', 'other'], two(same))],
  [
    'iterable',
    native('iterable', ['value'], (_, value) => {
      if (value instanceof PyObject)
        return value instanceof DictView || value.size() !== undefined || isIterator(value);
      return typeof value === 'string' || Array.isArray(value) || value instanceof Map;
    }),
  ],
  [
    'in',
    native('in', ['value', 'seq'], (run, value, container) =>
      contains(container as Value, value as Value, (items) => itemsOf(items, run)),
    ),
  ],
  ['filter', native('filter', ['value'], (run, name) => run.host.filters.has(name as string))],
  ['test', native('test', ['value'], (run, name) => run.host.tests.has(name as string))],
  ...['==', 'eq', 'equalto'].map((name) => [name, native(name, ['a', 'b'], two(equals))] as const),
  ...['!=', 'ne'].map(
    (name) =>
      [
        name,
        native(
          name,
          ['a', 'b'],
          two((a, b) => !equals(a, b)),
        ),
      ] as const,
  ),
  ...order.flatMap(([names, operator, holds]) =>
    names.split(' ').map(
      (name) =>
        [
          name,
          native(
            name,
            ['a', 'b'],
            two((a, b) => holds(compare(a, b, operator))),
          ),
        ] as const,
    ),
  ),
]);

const isIterator = (value: PyObject): boolean =>
  value.typeName === 'generator' || value.typeName.endsWith('iterator');
