import type { Sourced } from '../../../model/content.js';
import type { Environment } from '../environment.js';
import { ruleSchema } from '../schema/rule.js';
import { platformsOf } from './common.js';
import { additionalFolders, type Folder, readFolders, ruleNamesBelow } from './folders.js';
import { readGroup } from './group.js';
import { type ItemFile, readItem, type Unusable } from './read-item.js';
import type { RuleFile } from './rule-file.js';

/** The tree of a product: its folders, and its rules, which are read when somebody asks for them. */
export class RuleShelf {
  /** The groups at the top: those of the benchmark, then those of additional folders. */
  readonly top: readonly Folder[];
  /** Folder of each rule by its id. */
  readonly dirs = new Map<string, string>();
  /** The group folders above each rule, outermost first. */
  readonly #groups = new Map<string, readonly Folder[]>();
  readonly #groupFiles = new Map<Folder, ItemFile | undefined>();
  readonly #platforms = new Map<Folder, readonly Sourced<string>[]>();
  #everywhere: ReadonlySet<string> | undefined;
  readonly #files = new Map<string, RuleFile | undefined>();
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
    this.top = [...readFolders(env).groups, ...additionalFolders(env)];
    for (const folder of this.top) this.#index(folder, []);
  }

  #index(folder: Folder, above: readonly Folder[]): void {
    const groups = [...above, folder];
    for (const group of folder.groups) this.#index(group, groups);
    for (const dir of folder.rules) {
      const id = dir.slice(dir.lastIndexOf('/') + 1);
      this.dirs.set(id, dir);
      this.#groups.set(id, groups);
    }
  }

  #usable(item: ItemFile | Unusable, name: string): ItemFile | undefined {
    if (typeof item === 'object') return item;
    if (item === 'broken') this.#env.broken.add(name);
    return undefined;
  }

  /** The `group.yml` of a group; nothing where it cannot be used (reported, once). */
  group(folder: Folder): ItemFile | undefined {
    if (!this.#groupFiles.has(folder))
      this.#groupFiles.set(folder, this.#usable(readGroup(this.#env, folder), folder.name));
    return this.#groupFiles.get(folder);
  }

  /** Platforms of the groups above a rule, outermost first. */
  inheritedPlatforms(id: string): Sourced<string>[] {
    return (this.#groups.get(id) ?? []).flatMap((folder) => this.#platformsOf(folder));
  }

  #platformsOf(folder: Folder): readonly Sourced<string>[] {
    let platforms = this.#platforms.get(folder);
    if (!platforms) {
      const group = this.group(folder);
      platforms = group ? platformsOf(group) : [];
      this.#platforms.set(folder, platforms);
    }
    return platforms;
  }

  /** Whether any product of the checkout has a rule of that name, complete or not. */
  existsAnywhere(id: string): boolean {
    this.#everywhere ??= ruleNamesBelow(this.#env, this.#env.constants.benchmarkFolders);
    return this.dirs.has(id) || this.#everywhere.has(id);
  }

  /** Whether the product has a complete rule of that name; reads no more than it must to know. */
  has(id: string): boolean {
    const dir = this.dirs.get(id);
    if (dir === undefined) return false;
    if (this.#files.has(id)) return this.#files.get(id) !== undefined;
    const text = this.#env.root.read(`${dir}/rule.yml`)?.text ?? '';
    const said = /^documentation_complete:\s*(\S+)\s*(?:#.*)?$/m.exec(text)?.[1];
    return said === 'true' || this.rule(id) !== undefined;
  }

  rule(id: string): RuleFile | undefined {
    if (!this.#files.has(id)) {
      const dir = this.dirs.get(id);
      const item =
        dir === undefined
          ? undefined
          : this.#usable(readItem(this.#env, `${dir}/rule.yml`, ruleSchema, { rule_id: id }), id);
      this.#files.set(id, item && dir !== undefined ? { id, dir, ...item } : undefined);
    }
    return this.#files.get(id);
  }
}
