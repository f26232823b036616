import type { Value } from './values.js';

/** Names that somebody else gave a template: read in layers, the first that has the name wins. */
export class Scope {
  readonly #layers: readonly ReadonlyMap<Value, Value>[];

  constructor(layers: readonly ReadonlyMap<Value, Value>[]) {
    this.#layers = layers;
  }

  get(name: string): Value | undefined {
    for (let at = 0; at < this.#layers.length; at++) {
      const value = this.#layers[at]?.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** All of it as one dict. */
  all(): Map<Value, Value> {
    const all = new Map<Value, Value>();
    for (const layer of [...this.#layers].reverse()) for (const [name, value] of layer) all.set(name, value);
    return all;
  }
}

/** What the top level of a template sees and exports. */
export class Context {
  readonly #scope: Scope;
  readonly #own = new Map<string, Value>();
  readonly #exported = new Set<string>();

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  resolve(name: string): Value | undefined {
    const own = this.#own.get(name);
    return own === undefined ? this.#scope.get(name) : own;
  }

  /** A variable of the top level; exported unless its name starts with `_` or it was imported. */
  set(name: string, value: Value, imported = false): void {
    this.#own.set(name, value);
    if (imported) this.#exported.delete(name);
    else if (!name.startsWith('_')) this.#exported.add(name);
  }

  get exports(): Map<string, Value> {
    return new Map([...this.#exported].map((name) => [name, this.#own.get(name) as Value]));
  }

  /** The whole context for a template that is included or imported with it. */
  scopeWith(locals: ReadonlyMap<string, Value>): Scope {
    return new Scope([locals, new Map(this.#own), this.#scope.all()]);
  }
}
