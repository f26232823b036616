import { posix } from 'node:path';
import { type SourceFile, valuePlace } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import { readYaml11 } from '../yaml.js';
import { type CpeItem, cpeItem, readCpeFile } from './item.js';
import { cpeShape } from './messages.js';

/**
 * The facts that platform expressions of a product may name: those of the folder that `cpes_root` names, and
 * the CPEs of the product and of others that build on the same rules. Each is read when it is asked for.
 */
export class CpeItems {
  readonly #env: Environment;
  readonly #folder: string;
  readonly #items = new Map<string, CpeItem | undefined>();
  readonly #own: ReadonlyMap<string, CpeItem>;
  /** Names of facts whose files could not be read. */
  readonly broken = new Set<string>();
  #others: ReadonlyMap<string, CpeItem> | undefined;

  constructor(env: Environment) {
    this.#env = env;
    const { dir, file, properties } = env.product;
    this.#folder = posix.normalize(`${dir}/${String(properties.cpes_root ?? '../../shared/applicability')}`);
    this.#own = productItems(env, file, properties.cpes);
  }

  /** The CPEs of the product itself. */
  get own(): readonly CpeItem[] {
    return [...this.#own.values()];
  }

  get names(): string[] {
    const files = this.#env.root
      .list(this.#folder)
      .flatMap(({ kind, name }) => (kind === 'file' && name.endsWith('.yml') ? [name.slice(0, -4)] : []));
    return [...new Set([...this.#own.keys(), ...files, ...this.#ofOthers().keys()])];
  }

  /** The fact of that name; nothing where there is none, or where it is wrong (reported). */
  item(id: string): CpeItem | undefined {
    if (!this.#items.has(id)) this.#items.set(id, this.#read(id));
    return this.#items.get(id);
  }

  #read(id: string): CpeItem | undefined {
    const file = id.includes('/') ? undefined : this.#env.root.read(`${this.#folder}/${id}.yml`);
    if (file) {
      const item = readCpeFile(this.#env, file, id);
      if (!item) this.broken.add(id);
      return item;
    }
    return this.#own.get(id) ?? this.#ofOthers().get(id);
  }

  /** Rules may name the CPEs of any product that is built on the same rules. */
  #ofOthers(): ReadonlyMap<string, CpeItem> {
    if (this.#others) return this.#others;
    const { root, product, products } = this.#env;
    const home = rulesOf(product.dir, product.properties.benchmark_root);
    const found = new Map<string, CpeItem>();
    for (const other of products) {
      const file = other === product.id ? undefined : root.read(`products/${other}/product.yml`);
      const declared = file && /^benchmark_root:\s*["']?([^"'\s#]+)/m.exec(file.text)?.[1];
      if (!file || declared === undefined || rulesOf(`products/${other}`, declared) !== home) continue;
      const data = readYaml11(file, this.#env.report) as { cpes?: unknown } | null | undefined;
      for (const [id, item] of productItems(this.#env, file, data?.cpes)) found.set(id, item);
    }
    this.#others = found;
    return found;
  }
}

const rulesOf = (dir: string, benchmarkRoot: unknown): string =>
  posix.normalize(`${dir}/${String(benchmarkRoot)}`);

/** `cpes` of a `product.yml`: a sequence of mappings from an id to its fact. */
function productItems({ report }: Environment, file: SourceFile, cpes: unknown): Map<string, CpeItem> {
  const out = new Map<string, CpeItem>();
  if (cpes === undefined || cpes === null) return out;
  if (!Array.isArray(cpes)) {
    report(cpeShape('`cpes` is a sequence of facts', valuePlace(file, ['cpes'])));
    return out;
  }
  for (const [index, entry] of cpes.entries()) {
    const entries = typeof entry === 'object' && entry !== null ? Object.entries(entry) : [];
    for (const [id, data] of entries) {
      const item = cpeItem(id, data, valuePlace(file, ['cpes', index, id]), report);
      if (item) out.set(id, item);
    }
  }
  return out;
}
