/** What one function of the template (its top level, a macro, a call block) keeps its variables in. */
export class Unit {
  readonly parent: Unit | undefined;
  /** How many slots a frame of this unit needs. */
  size = 0;

  constructor(parent?: Unit) {
    this.parent = parent;
  }
}

/** A variable: a slot in the frames of a unit, and how it gets its first value when its scope is entered. */
export interface Variable {
  readonly unit: Unit;
  readonly slot: number;
  load: Load;
}

export type Load =
  | { readonly kind: 'parameter' }
  | { readonly kind: 'resolve'; readonly name: string }
  | { readonly kind: 'alias'; readonly of: Variable }
  | { readonly kind: 'missing' };

const parameter: Load = { kind: 'parameter' };
const missing: Load = { kind: 'missing' };

/**
 * The names of one scope, with Jinja2's rules: a name that a scope stores is the scope's own, starts as a copy
 * of the outer one, and never leaks out; a name that is only read is the outer one's, or comes from the context.
 */
export class Symbols {
  readonly unit: Unit;
  readonly parent: Symbols | undefined;
  readonly #variables: Map<string, Variable>;
  readonly #stores: Set<string>;

  /** @param copy names to start with, for a branch */
  constructor(unit: Unit, parent?: Symbols, copy?: Symbols) {
    this.unit = unit;
    this.parent = parent;
    this.#variables = new Map(copy ? copy.#variables : undefined);
    this.#stores = new Set(copy ? copy.#stores : undefined);
  }

  /** The scope's own variables. */
  get variables(): Iterable<Variable> {
    return this.#variables.values();
  }

  find(name: string): Variable | undefined {
    for (let symbols: Symbols | undefined = this; symbols; symbols = symbols.parent) {
      const variable = symbols.#variables.get(name);
      if (variable) return variable;
    }
    return undefined;
  }

  #define(name: string, load: Load): Variable {
    const variable = { unit: this.unit, slot: this.unit.size++, load };
    this.#variables.set(name, variable);
    return variable;
  }

  store(name: string): void {
    this.#stores.add(name);
    if (this.#variables.has(name)) return;
    const outer = this.parent?.find(name);
    this.#define(name, outer ? { kind: 'alias', of: outer } : missing);
  }

  parameter(name: string): Variable {
    this.#stores.add(name);
    const own = this.#variables.get(name);
    return own?.load === parameter ? own : this.#define(name, parameter);
  }

  load(name: string): void {
    if (!this.find(name)) this.#define(name, { kind: 'resolve', name });
  }

  /** A copy to analyze one branch of an `if` with; `join` takes all of them back in. */
  branch(): Symbols {
    return new Symbols(this.unit, this.parent, this);
  }

  /** What not every branch stores keeps its outer value in the others. */
  join(branches: readonly Symbols[]): void {
    const counts = new Map<string, number>();
    for (const branch of branches) {
      for (const name of branch.#stores)
        if (!this.#stores.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const branch of branches) {
      for (const [name, variable] of branch.#variables) this.#variables.set(name, variable);
      for (const name of branch.#stores) this.#stores.add(name);
    }
    for (const [name, count] of counts) {
      if (count === branches.length) continue;
      const outer = this.parent?.find(name);
      const variable = this.find(name) as Variable;
      variable.load = outer ? { kind: 'alias', of: outer } : { kind: 'resolve', name };
    }
  }

  /** Every name that this scope or an outer one stores, for a template that is included with context. */
  visibleStores(): ReadonlyMap<string, Variable> {
    const visible = new Map<string, Variable>();
    for (let symbols: Symbols | undefined = this; symbols; symbols = symbols.parent) {
      for (const name of symbols.#stores) {
        if (!visible.has(name)) visible.set(name, this.find(name) as Variable);
      }
    }
    return visible;
  }
}
