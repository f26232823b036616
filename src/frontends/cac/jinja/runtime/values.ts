import { JinjaError, typeError } from '../errors.js';
import type { Run } from './run.js';

/**
 * A Python value as the engine holds it:
 *
 * | Python | here |
 * | --- | --- |
 * | `None`, `bool`, `str` | `null`, `boolean`, `string` |
 * | `int` | `number` that is a safe integer, else `bigint` |
 * | `float` | `PyFloat` |
 * | `list` | array |
 * | `tuple` | `PyTuple` |
 * | `dict` | `Map` |
 * | everything else | a `PyObject` |
 *
 * Nothing else ever gets into a template, so a template can reach no object of JavaScript's own.
 */
export type Value = null | boolean | IntegerValue | string | PyObject | Value[] | Map<Value, Value>;
export type Dict = Map<Value, Value>;
export type IntegerValue = number | bigint;

/** Prints a value as Python's `repr` does; handed to `PyObject.repr` for the values inside. */
export type Repr = (value: Value) => string;

/** A value of a type of Python's or Jinja2's that JavaScript has no like for. */
export abstract class PyObject {
  /** Python's name of the type, for messages. */
  abstract readonly typeName: string;

  abstract repr(repr: Repr): string;

  str(repr: Repr): string {
    return this.repr(repr);
  }

  truth(): boolean {
    return true;
  }

  /** `len(self)`, or undefined if it has none. */
  size(): number | undefined {
    return undefined;
  }

  /** All items, in order; undefined if it cannot be iterated over. An iterator is used up by this. */
  items(_run: Run): readonly Value[] | undefined {
    return undefined;
  }

  /** An attribute or a method. The only way from a template into an object. */
  attribute(_name: string): Value | undefined {
    return undefined;
  }

  /** `self[key]` */
  item(_key: Value): Value | undefined {
    return undefined;
  }
}

/** Something that a template can call. */
export abstract class Callable extends PyObject {
  /**
   * @param args positional arguments
   * @param names names of keyword arguments
   * @param values values of keyword arguments, one for each of `names`
   */
  abstract call(run: Run, args: readonly Value[], names: readonly string[], values: readonly Value[]): Value;
}

export class PyFloat extends PyObject {
  readonly typeName = 'float';
  readonly value: number;

  constructor(value: number) {
    super();
    this.value = value;
  }

  override repr(): string {
    return floatRepr(this.value);
  }

  override truth(): boolean {
    return this.value !== 0;
  }
}

export class PyTuple extends PyObject {
  readonly typeName = 'tuple';
  readonly values: readonly Value[];

  constructor(values: readonly Value[]) {
    super();
    this.values = values;
  }

  override repr(repr: Repr): string {
    const [only] = this.values;
    if (this.values.length === 1) return `(${repr(only as Value)},)`;
    return `(${this.values.map(repr).join(', ')})`;
  }

  override truth(): boolean {
    return this.values.length > 0;
  }

  override size(): number {
    return this.values.length;
  }

  override items(): readonly Value[] {
    return this.values;
  }
}

/**
 * Jinja2's lenient `Undefined`: prints as nothing, is false and empty; everything else that is done with it
 * raises.
 */
export class Undefined extends PyObject {
  readonly typeName = 'Undefined';
  readonly #message: string;
  readonly #kind: 'UndefinedError' | 'SecurityError';

  constructor(message: string, kind: 'UndefinedError' | 'SecurityError' = 'UndefinedError') {
    super();
    this.#message = message;
    this.#kind = kind;
  }

  /** What a use of it raises. */
  get error(): JinjaError {
    return new JinjaError(this.#kind, this.#message);
  }

  override repr(): string {
    return 'Undefined';
  }

  override str(): string {
    return '';
  }

  override truth(): boolean {
    return false;
  }

  override size(): number {
    return 0;
  }

  override items(): readonly Value[] {
    return [];
  }

  override attribute(name: string): Value | undefined {
    if (name.startsWith('__')) return undefined;
    throw this.error;
  }

  override item(): never {
    throw this.error;
  }
}

export const undefinedName = (name: string): Undefined => new Undefined(`'${name}' is undefined`);

/** What an iterator of Python's is: gives its items once. They are made when somebody asks. */
export class PyIterator extends PyObject {
  readonly typeName: string;
  #make: (() => readonly Value[]) | undefined;
  #values: readonly Value[] = [];
  #at = 0;

  constructor(typeName: string, make: () => readonly Value[]) {
    super();
    this.typeName = typeName;
    this.#make = make;
  }

  next(): Value | undefined {
    if (this.#make) {
      this.#values = this.#make();
      this.#make = undefined;
    }
    return this.#at < this.#values.length ? this.#values[this.#at++] : undefined;
  }

  override items(): readonly Value[] {
    const first = this.next();
    if (first === undefined) return [];
    const rest = this.#at === 1 ? this.#values : this.#values.slice(this.#at - 1);
    this.#at = this.#values.length;
    return rest;
  }

  override repr(): string {
    return `<${this.typeName} object>`;
  }
}

/** `dict.keys()`, `.values()` and `.items()`: live views of a dict. */
export class DictView extends PyObject {
  readonly typeName: 'dict_keys' | 'dict_values' | 'dict_items';
  readonly #dict: Dict;

  constructor(typeName: DictView['typeName'], dict: Dict) {
    super();
    this.typeName = typeName;
    this.#dict = dict;
  }

  override repr(repr: Repr): string {
    return `${this.typeName}([${this.items().map(repr).join(', ')}])`;
  }

  override truth(): boolean {
    return this.#dict.size > 0;
  }

  override size(): number {
    return this.#dict.size;
  }

  override items(): readonly Value[] {
    if (this.typeName === 'dict_keys') return [...this.#dict.keys()];
    if (this.typeName === 'dict_values') return [...this.#dict.values()];
    return Array.from(this.#dict, (entry) => new PyTuple(entry));
  }
}

export class PyRange extends PyObject {
  readonly typeName = 'range';
  readonly start: number;
  readonly stop: number;
  readonly step: number;

  constructor(start: number, stop: number, step: number) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  override repr(): string {
    const step = this.step === 1 ? '' : `, ${this.step}`;
    return `range(${this.start}, ${this.stop}${step})`;
  }

  override truth(): boolean {
    return this.size() > 0;
  }

  override size(): number {
    return Math.max(0, Math.ceil((this.stop - this.start) / this.step));
  }

  override items(): readonly Value[] {
    return Array.from({ length: this.size() }, (_, i) => this.start + i * this.step);
  }
}

/** `namespace(…)`: the one object whose attributes a template can set. */
export class Namespace extends PyObject {
  readonly typeName = 'Namespace';
  readonly #attributes: Dict;

  constructor(attributes: Dict) {
    super();
    this.#attributes = attributes;
  }

  set(name: string, value: Value): void {
    this.#attributes.set(name, value);
  }

  override attribute(name: string): Value | undefined {
    return this.#attributes.get(name);
  }

  override item(key: Value): Value | undefined {
    return this.#attributes.get(key);
  }

  override repr(repr: Repr): string {
    return `<Namespace ${repr(this.#attributes)}>`;
  }
}

/** What `import` gives: the macros and variables that a template exports. */
export class TemplateModule extends PyObject {
  readonly typeName = 'TemplateModule';
  readonly exports: ReadonlyMap<string, Value>;
  readonly body: string;
  readonly #path: string;

  constructor(path: string, exports: ReadonlyMap<string, Value>, body: string) {
    super();
    this.#path = path;
    this.exports = exports;
    this.body = body;
  }

  override attribute(name: string): Value | undefined {
    return this.exports.get(name);
  }

  override repr(repr: Repr): string {
    return `<TemplateModule ${repr(this.#path)}>`;
  }

  override str(): string {
    return this.body;
  }
}

/** Python's name of the type of a value. */
export function typeName(value: Value): string {
  switch (typeof value) {
    case 'string':
      return 'str';
    case 'number':
    case 'bigint':
      return 'int';
    case 'boolean':
      return 'bool';
  }
  if (value === null) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  return value instanceof Map ? 'dict' : value.typeName;
}

/** Python's `repr(float)`: the shortest digits that read back, as JavaScript has them, laid out Python's way. */
function floatRepr(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [digits, exponent] = value.toExponential().split('e') as [string, string];
  const power = Number(exponent);
  if (power < -4 || power >= 16) {
    const size = String(Math.abs(power)).padStart(2, '0');
    return `${digits}e${power < 0 ? '-' : '+'}${size}`;
  }
  if (power < 0) return value.toFixed(Math.max(0, digits.replace(/[-.]/g, '').length - 1 - power));
  const plain = String(value);
  return plain.includes('.') ? plain : `${plain}.0`;
}

/** The items of a value, as `iter` gives them; an array is given out itself, so do not change it. */
export function itemsOf(value: Value, run: Run): readonly Value[] {
  const items = itemsOrUndefined(value, run);
  if (items === undefined) throw typeError(`'${typeName(value)}' object is not iterable`);
  run.charge(items.length);
  return items;
}

export function itemsOrUndefined(value: Value, run: Run): readonly Value[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return [...value];
  if (value instanceof Map) return [...value.keys()];
  return value instanceof PyObject ? value.items(run) : undefined;
}
