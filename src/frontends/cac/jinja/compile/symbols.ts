/** What one function of the template (its top level, a macro, a call block) keeps its variables in. */
export class Unit {
  readonly parent: Unit | undefined;
  readonly #references = new Map<string, Reference>();

  constructor(parent?: Unit) {
    this.parent = parent;
  }

  /** How many slots a frame of this unit needs. */
  get size(): number {
    return this.#references.size;
  }

  reference(identifier: string): Reference {
    let reference = this.#references.get(identifier);
    if (reference === undefined) {
      reference = { unit: this, slot: this.#references.size };
      this.#references.set(identifier, reference);
    }
    return reference;
  }
}

/** A variable: a slot in the frames of a unit. */
export interface Reference {
  readonly unit: Unit;
  readonly slot: number;
}

/** How a variable gets its first value when its scope is entered. */
export type Load =
  | { readonly kind: 'parameter' }
  | { readonly kind: 'resolve'; readonly name: string }
  | { readonly kind: 'alias'; readonly of: Reference }
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
  /** Nesting of scopes; siblings share their slots. */
  readonly #level: number;
  readonly #prefix: string;
  readonly #references: Map<string, Reference>;
  readonly #loads: Map<Reference, Load>;
  readonly #stores: Set<string>;

  /**
   * @param prefix keeps the slots apart from those of other scopes of the same level
   * @param copy names to start with, for a branch
   */
  constructor(unit: Unit, parent?: Symbols, prefix = '', copy?: Symbols) {
    this.unit = unit;
    this.parent = parent;
    this.#level = parent ? parent.#level + 1 : 0;
    this.#prefix = prefix;
    this.#references = new Map(copy ? copy.#references : []);
    this.#loads = new Map(copy ? copy.#loads : []);
    this.#stores = new Set(copy ? copy.#stores : []);
  }

  get loads(): ReadonlyMap<Reference, Load> {
    return this.#loads;
  }

  find(name: string): Reference | undefined {
    for (let symbols: Symbols | undefined = this; symbols; symbols = symbols.parent) {
      const reference = symbols.#references.get(name);
      if (reference) return reference;
    }
    return undefined;
  }

  #define(name: string, load: Load): Reference {
    const reference = this.unit.reference(`${this.#prefix}${this.#level} ${name}`);
    this.#references.set(name, reference);
    this.#loads.set(reference, load);
    return reference;
  }

  store(name: string): void {
    this.#stores.add(name);
    if (this.#references.has(name)) return;
    const outer = this.parent?.find(name);
    this.#define(name, outer ? { kind: 'alias', of: outer } : missing);
  }

  parameter(name: string): Reference {
    this.#stores.add(name);
    return this.#define(name, parameter);
  }

  load(name: string): void {
    if (!this.find(name)) this.#define(name, { kind: 'resolve', name });
  }

  /** A copy to analyze one branch of an `if` with; `join` takes all of them back in. */
  branch(): Symbols {
    return new Symbols(this.unit, this.parent, this.#prefix, this);
  }

  /** What not every branch stores keeps its outer value in the others. */
  join(branches: readonly Symbols[]): void {
    const counts = new Map<string, number>();
    for (const { stores } of branches) {
      for (const name of stores) if (!this.#stores.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const branch of branches) this.#adopt(branch);
    for (const [name, count] of counts) {
      if (count === branches.length) continue;
      const outer = this.parent?.find(name);
      this.#loads.set(
        this.find(name) as Reference,
        outer ? { kind: 'alias', of: outer } : { kind: 'resolve', name },
      );
    }
  }

  get stores(): ReadonlySet<string> {
    return this.#stores;
  }

  #adopt(branch: Symbols): void {
    for (const [name, reference] of branch.#references) this.#references.set(name, reference);
    for (const [reference, load] of branch.#loads) this.#loads.set(reference, load);
    for (const name of branch.#stores) this.#stores.add(name);
  }

  /** Every name that this scope or an outer one stores, for a template that is included with context. */
  visibleStores(): ReadonlyMap<string, Reference> {
    const visible = new Map<string, Reference>();
    for (let symbols: Symbols | undefined = this; symbols; symbols = symbols.parent) {
      for (const name of symbols.#stores) {
        if (!visible.has(name)) visible.set(name, this.find(name) as Reference);
      }
    }
    return visible;
  }
}
