import { typeError } from '../errors.js';
import { equals } from './compare.js';
import { variadic } from './native.js';
import type { Run } from './run.js';
import { Callable, PyTuple, Undefined, type Value } from './values.js';

/** Renders the body of a recursive loop for other items. */
export type Recurse = (run: Run, items: Value, depth: number) => string;

/** The items of a loop, one by one; the condition of the loop is asked as late as possible. */
export type Pull = () => Value | undefined;

/** The variable `loop`. */
export class LoopContext extends Callable {
  readonly typeName = 'LoopContext';
  readonly #recurse: Recurse | undefined;
  readonly #depth: number;
  #pull: Pull;
  #length: number | undefined;
  #index0 = -1;
  #before: Value | undefined;
  #current: Value | undefined;
  #after: Value | undefined;
  #changed: PyTuple | undefined;

  /** @param length number of items, where it is known without asking for them all */
  constructor(pull: Pull, length: number | undefined, recurse?: Recurse, depth = 0) {
    super();
    this.#pull = pull;
    this.#length = length;
    this.#recurse = recurse;
    this.#depth = depth;
  }

  /** Goes on to the next item. */
  advance(): Value | undefined {
    const value = this.#after ?? this.#pull();
    this.#after = undefined;
    if (value === undefined) return undefined;
    this.#index0++;
    this.#before = this.#current;
    this.#current = value;
    return value;
  }

  #peek(): Value | undefined {
    this.#after ??= this.#pull();
    return this.#after;
  }

  get length(): number {
    if (this.#length !== undefined) return this.#length;
    const rest: Value[] = [];
    for (let value = this.#pull(); value !== undefined; value = this.#pull()) rest.push(value);
    let at = 0;
    this.#pull = () => rest[at++];
    this.#length = rest.length + this.#index0 + 1 + (this.#after === undefined ? 0 : 1);
    return this.#length;
  }

  override size(): number {
    return this.length;
  }

  override attribute(name: string): Value | undefined {
    switch (name) {
      case 'index':
        return this.#index0 + 1;
      case 'index0':
        return this.#index0;
      case 'first':
        return this.#index0 === 0;
      case 'last':
        return this.#peek() === undefined;
      case 'length':
        return this.length;
      case 'revindex':
        return this.length - this.#index0;
      case 'revindex0':
        return this.length - this.#index0 - 1;
      case 'previtem':
        return this.#before ?? new Undefined('there is no previous item');
      case 'nextitem':
        return this.#peek() ?? new Undefined('there is no next item');
      case 'depth':
        return this.#depth + 1;
      case 'depth0':
        return this.#depth;
      case 'cycle':
        return variadic('cycle', (_, args) => this.#cycle(args));
      case 'changed':
        return variadic('changed', (_, args) => this.#hasChanged(new PyTuple([...args])));
      default:
        return undefined;
    }
  }

  #cycle(args: readonly Value[]): Value {
    if (args.length === 0) throw typeError('no items for cycling given');
    return args[this.#index0 % args.length] as Value;
  }

  #hasChanged(value: PyTuple): boolean {
    if (this.#changed && equals(this.#changed, value)) return false;
    this.#changed = value;
    return true;
  }

  override call(run: Run, args: readonly Value[]): Value {
    const [items] = args;
    if (!this.#recurse) {
      throw typeError("The loop must have the 'recursive' marker to be called recursively.");
    }
    if (items === undefined || args.length !== 1) throw typeError('loop() takes exactly one argument');
    return this.#recurse(run, items, this.#depth + 1);
  }

  override repr(): string {
    return `<LoopContext ${this.#index0 + 1}/${this.length}>`;
  }
}
