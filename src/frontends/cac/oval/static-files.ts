import type { SourceFile } from '../../../source/file.js';
import type { Environment } from '../environment.js';

/** OVAL files of the rule in `folder` for a product, those that count more first. */
export function ruleOvalFiles({ root, product }: Environment, folder: string): SourceFile[] {
  if (!root.hasDirectory(folder, 'oval')) return [];
  return byPrecedence(
    root.list(`${folder}/oval`).filter(({ kind, name }) => kind === 'file' && name.endsWith('.xml')),
    product.id,
  ).flatMap(({ path }) => root.read(path) ?? []);
}

/** A file in the folder of a rule that declares external variables. */
export interface DeclaringFile {
  readonly rule: string;
  readonly path: string;
}

/** @param folders of all rules, by their ids */
export const declaringFiles = (env: Environment, folders: ReadonlyMap<string, string>): DeclaringFile[] =>
  [...folders].flatMap(([rule, folder]) =>
    ruleOvalFiles(env, folder).flatMap(({ path, text }) =>
      text.includes('external_variable') ? [{ rule, path }] : [],
    ),
  );

/**
 * Of files that are named for products, those that are for one: its own, then those for the beginning of its
 * name (`ubuntu` for `ubuntu2404`), last `shared`.
 */
export function byPrecedence<T extends { readonly name: string }>(files: readonly T[], product: string): T[] {
  const stem = ({ name }: T): string => name.replace(/\.[^.]*$/, '');
  const own = files.filter((file) => stem(file) === product);
  const begins = files.filter(
    (file) => stem(file) !== 'shared' && stem(file) !== product && product.startsWith(stem(file)),
  );
  return [...own, ...begins.reverse(), ...files.filter((file) => stem(file) === 'shared')];
}

/** Folders of OVAL files that belong to no rule, each file named after the definition in it. */
export class SharedOval {
  readonly #env: Environment;
  readonly #folders: readonly string[];
  #index: Map<string, string[]> | undefined;
  #ids: IdIndex<SourceFile> | undefined;

  /** @param folders those that count more first */
  constructor(env: Environment, folders: readonly string[]) {
    this.#env = env;
    this.#folders = folders;
  }

  /** The files that may define `id`, those that count more first. */
  filesFor(id: string): SourceFile[] {
    const { root } = this.#env;
    const named = this.#folders.map((folder) => `${folder}/${id}.xml`).filter((path) => root.isFile(path));
    const paths = named.length > 0 ? named : (this.#definitions().get(id) ?? []);
    return paths.flatMap((path) => root.read(path) ?? []);
  }

  /** The files that may define items of these ids, by what is written in them. */
  filesDefining(ids: ReadonlySet<string>): SourceFile[] {
    const { root } = this.#env;
    this.#ids ??= new IdIndex(
      this.#folders
        .flatMap((folder) => root.list(folder))
        .flatMap(({ path }) => (path.endsWith('.xml') ? (root.read(path) ?? []) : [])),
      ({ text }) => text,
    );
    return this.#ids.defining(ids);
  }

  /** Definitions whose files have other names, found by a look at every file. */
  #definitions(): Map<string, string[]> {
    if (this.#index) return this.#index;
    this.#index = new Map();
    for (const folder of this.#folders) {
      for (const { path } of this.#env.root.list(folder)) {
        if (!path.endsWith('.xml')) continue;
        const text = this.#env.root.read(path)?.text ?? '';
        for (const [, id = ''] of text.matchAll(/<definition\b[^>]*\bid="([^"{]+)"/g)) {
          const paths = this.#index.get(id);
          if (paths) paths.push(path);
          else this.#index.set(id, [path]);
        }
      }
    }
    return this.#index;
  }
}

/** Finds files by the ids that their texts, before templates, give to something. */
export class IdIndex<File> {
  readonly #files: readonly File[];
  /** Where the files stand in the list. */
  readonly #places = new Map<string, number[]>();

  constructor(files: readonly File[], textOf: (file: File) => string) {
    this.#files = files;
    for (const [at, file] of files.entries()) {
      for (const id of idsIn(textOf(file))) {
        const places = this.#places.get(id);
        if (places) places.push(at);
        else this.#places.set(id, [at]);
      }
    }
  }

  /** In the order of the list. */
  defining(ids: ReadonlySet<string>): File[] {
    const places = new Set<number>();
    for (const id of ids) for (const at of this.#places.get(id) ?? []) places.add(at);
    return [...places].sort((a, b) => a - b).map((at) => this.#files[at] as File);
  }
}

/** The ids that stand in a text as they are. */
export function* idsIn(text: string): Generator<string> {
  for (const [, id = ''] of text.matchAll(/\bid="([^"{]+)"/g)) yield id;
}

/**
 * Sorts the folders of rules as a walk meets them: those beside each other by name, before any that lies
 * deeper; folders of groups in turn.
 */
export function walkOrder(folder: string): string {
  const cut = folder.lastIndexOf('/');
  return `${folder.slice(0, cut).replaceAll('/', '\0')}\0\0${folder.slice(cut + 1)}`;
}
