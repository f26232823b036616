import { JinjaError, valueError } from './errors.js';
import { limits } from './limits.js';
import { updateDict } from './methods/dict.js';
import { native, variadic } from './runtime/native.js';
import { expectInteger } from './runtime/text.js';
import { Callable, type Dict, Namespace, PyObject, PyRange, type Value } from './runtime/values.js';

const range = variadic('range', (_, args) => {
  const [first = 0, second, third = 1] = args.map(expectInteger);
  const [start, stop] = second === undefined ? [0, first] : [first, second];
  if (args.length === 0 || args.length > 3)
    throw valueError(`range expected 1 to 3 arguments, got ${args.length}`);
  if (third === 0) throw valueError('range() arg 3 must not be zero');
  const made = new PyRange(start, stop, third);
  if (made.size() <= limits.range) return made;
  throw new JinjaError('OverflowError', `Range too big. Ranges are limited to ${limits.range} items.`);
});

const dict = variadic('dict', (run, args, names, values) => {
  const made: Dict = new Map();
  updateDict(made, run, args, names, values);
  return made;
});

const namespace = variadic('namespace', (run, args, names, values) => {
  const attributes: Dict = new Map();
  updateDict(attributes, run, args, names, values);
  return new Namespace(attributes);
});

/** `cycler('odd', 'even')` */
class Cycler extends PyObject {
  readonly typeName = 'Cycler';
  readonly #items: readonly Value[];
  #at = 0;

  constructor(items: readonly Value[]) {
    super();
    this.#items = items;
  }

  override repr(): string {
    return '<Cycler>';
  }

  override attribute(name: string): Value | undefined {
    switch (name) {
      case 'current':
        return this.#items[this.#at] as Value;
      case 'next':
        return native('next', [], () => {
          const item = this.#items[this.#at] as Value;
          this.#at = (this.#at + 1) % this.#items.length;
          return item;
        });
      case 'reset':
        return native('reset', [], () => {
          this.#at = 0;
          return null;
        });
      default:
        return undefined;
    }
  }
}

const cycler = variadic('cycler', (_, items) => {
  if (items.length === 0) throw new JinjaError('TypeError', 'at least one item has to be provided');
  return new Cycler([...items]);
});

/** `joiner(', ')`: nothing when it is called first, then always the separator. */
class Joiner extends Callable {
  readonly typeName = 'Joiner';
  readonly #separator: Value;
  #used = false;

  constructor(separator: Value) {
    super();
    this.#separator = separator;
  }

  override call(): Value {
    const text = this.#used ? this.#separator : '';
    this.#used = true;
    return text;
  }

  override repr(): string {
    return '<Joiner>';
  }
}

/** Jinja2's global functions; without `lipsum`, which is random. */
export const builtinGlobals: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['range', range],
  ['dict', dict],
  ['namespace', namespace],
  ['cycler', cycler],
  ['joiner', native('joiner', [['sep', ', ']], (_, separator) => new Joiner(separator as Value))],
]);
