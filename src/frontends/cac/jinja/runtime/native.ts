import { typeError } from '../errors.js';
import type { Run } from './run.js';
import { Callable, type Value } from './values.js';

/** A parameter: its name, and its default if it can be left out. */
export type Parameter = string | readonly [name: string, value: Value];

/** What a native function does: its arguments come in the order of its parameters. */
export type Native = (run: Run, ...args: Value[]) => Value;

/** What a native function does that takes whatever comes. */
export type Variadic = (
  run: Run,
  args: readonly Value[],
  names: readonly string[],
  values: readonly Value[],
) => Value;

/** A function of the host's that binds its arguments as Python does. */
export class NativeFunction extends Callable {
  readonly typeName = 'function';
  readonly name: string;
  readonly #parameters: readonly string[];
  readonly #defaults: readonly (Value | undefined)[];
  readonly #required: number;
  readonly #run: Native;

  constructor(name: string, parameters: readonly Parameter[], run: Native) {
    super();
    this.name = name;
    this.#parameters = parameters.map((parameter) =>
      typeof parameter === 'string' ? parameter : parameter[0],
    );
    this.#defaults = parameters.map((parameter) =>
      typeof parameter === 'string' ? undefined : parameter[1],
    );
    this.#required = parameters.filter((parameter) => typeof parameter === 'string').length;
    this.#run = run;
  }

  override call(run: Run, args: readonly Value[], names: readonly string[], values: readonly Value[]): Value {
    const bound: Value[] = args.length > 0 ? [...args] : [];
    const count = this.#parameters.length;
    if (bound.length > count) {
      throw typeError(`${this.name}() takes ${count} positional arguments but ${args.length} were given`);
    }
    if (names.length > 0) this.#bindNames(bound, names, values);
    for (let i = 0; i < count; i++) {
      if (bound[i] === undefined) bound[i] = this.#default(i);
    }
    return this.#run(run, ...bound);
  }

  #default(index: number): Value {
    const value = this.#defaults[index];
    if (value !== undefined) return value;
    const name = this.#parameters[index];
    const missing = this.#required === 1 ? 'argument' : 'arguments';
    throw typeError(`${this.name}() missing required ${missing}: '${name}'`);
  }

  #bindNames(bound: Value[], names: readonly string[], values: readonly Value[]): void {
    names.forEach((name, i) => {
      const index = this.#parameters.indexOf(name);
      if (index < 0) throw typeError(`${this.name}() got an unexpected keyword argument '${name}'`);
      if (bound[index] !== undefined)
        throw typeError(`${this.name}() got multiple values for argument '${name}'`);
      bound[index] = values[i] as Value;
    });
  }

  override repr(): string {
    return `<function ${this.name}>`;
  }
}

/** A function of the host's that binds its arguments itself. */
export class VariadicFunction extends Callable {
  readonly typeName = 'function';
  readonly name: string;
  readonly #run: Variadic;

  constructor(name: string, run: Variadic) {
    super();
    this.name = name;
    this.#run = run;
  }

  override call(run: Run, args: readonly Value[], names: readonly string[], values: readonly Value[]): Value {
    return this.#run(run, args, names, values);
  }

  override repr(): string {
    return `<function ${this.name}>`;
  }
}

/** A method with the object that it belongs to. */
export class BoundMethod extends Callable {
  readonly typeName = 'builtin_function_or_method';
  readonly #self: Value;
  readonly #method: Callable;

  constructor(self: Value, method: Callable) {
    super();
    this.#self = self;
    this.#method = method;
  }

  override call(run: Run, args: readonly Value[], names: readonly string[], values: readonly Value[]): Value {
    return this.#method.call(run, [this.#self, ...args], names, values);
  }

  override repr(): string {
    return '<built-in method>';
  }
}

/** A function as a template calls it: `native('f', ['a', ['b', 1]], (run, a, b) => …)` is `def f(a, b=1)`. */
export const native = (name: string, parameters: readonly Parameter[], run: Native): NativeFunction =>
  new NativeFunction(name, parameters, run);

/** A function that takes `*args, **kwargs`. */
export const variadic = (name: string, run: Variadic): VariadicFunction => new VariadicFunction(name, run);
