import type { Value } from '../../../model/benchmark.js';
import type { CompiledRule, GroupSource, ItemSource, RuleSource } from '../../../model/content.js';
import { valuesIn } from '../../../model/text-values.js';
import type { Environment } from '../environment.js';
import type { Folder } from './folders.js';
import { bareGroup, groupSource } from './group.js';
import type { ItemIds } from './ids.js';
import { orderedGroups, orderedRules, orderedTopGroups } from './order.js';
import type { RuleShelf } from './rule-shelf.js';
import { readValue, valueName } from './value.js';
import type { TextContext } from './xhtml.js';

/** The items of the benchmark. */
export interface Tree {
  readonly children: readonly GroupSource[];
  /** Names of the groups below which none of some rules is. */
  emptyGroups(selected: ReadonlyMap<string, unknown>): string[];
}

type Rules = ReadonlyMap<string, RuleSource | CompiledRule>;

/** Reads the tree of a product, as often as one wants another part of it: each group and Value is read once. */
export class TreeReader {
  /** Groups without their children. */
  readonly #groups = new Map<Folder, GroupSource | undefined>();
  readonly #values = new Map<string, Value | undefined>();
  /** Names of the rules of folders, in their order. */
  readonly #rules = new Map<Folder, readonly string[]>();

  constructor(
    readonly shelf: RuleShelf,
    readonly env: Environment,
    readonly ids: ItemIds,
    readonly context: TextContext,
  ) {}

  /**
   * The groups that hold a rule of the benchmark or a used value, with those, in the order of evaluation. The
   * texts of those groups and values may use more values.
   */
  read(rules: Rules, usedValues: ReadonlySet<string>): Tree {
    const used = new Set(usedValues);
    let children = this.#build(rules, used);
    for (let before = -1; before !== used.size; ) {
      before = used.size;
      for (const name of valuesOfTexts(children, this.ids.value)) used.add(name);
      if (used.size > before) children = this.#build(rules, used);
    }
    return {
      children,
      emptyGroups: (selected) => children.flatMap((group) => emptyBelow(group, selected).names),
    };
  }

  #build(rules: Rules, used: ReadonlySet<string>): GroupSource[] {
    return this.#inOrder(this.shelf.top, orderedTopGroups, rules, used);
  }

  #inOrder(
    folders: readonly Folder[],
    order: (names: readonly string[]) => string[],
    rules: Rules,
    used: ReadonlySet<string>,
  ): GroupSource[] {
    const built = new Map(folders.map((folder) => [folder.name, this.#group(folder, rules, used)]));
    return order([...built.keys()]).flatMap((name) => built.get(name) ?? []);
  }

  #group(folder: Folder, rules: Rules, used: ReadonlySet<string>): GroupSource | undefined {
    const children = [
      ...folder.values.filter((path) => used.has(valueName(path))).flatMap((path) => this.#value(path) ?? []),
      ...this.#rulesOf(folder).flatMap((name) => rules.get(name) ?? []),
      ...this.#inOrder(folder.groups, orderedGroups, rules, used),
    ];
    const group = children.length === 0 ? undefined : this.#head(folder);
    return group && { ...group, children };
  }

  #rulesOf(folder: Folder): readonly string[] {
    let names = this.#rules.get(folder);
    if (!names) {
      names = orderedRules(folder.rules.map((dir) => dir.slice(dir.lastIndexOf('/') + 1)));
      this.#rules.set(folder, names);
    }
    return names;
  }

  #head(folder: Folder): GroupSource | undefined {
    if (!this.#groups.has(folder)) {
      const item = this.shelf.group(folder);
      this.#groups.set(
        folder,
        item ? groupSource(item, folder.name, this.ids.group, this.context) : this.#unread(folder.name),
      );
    }
    return this.#groups.get(folder);
  }

  /** What is below a group that cannot be read stays, so that its mistakes are found in the same run. */
  #unread(name: string): GroupSource | undefined {
    return this.env.broken.has(name) ? bareGroup(name, this.ids.group) : undefined;
  }

  #value(path: string): Value | undefined {
    if (!this.#values.has(path)) {
      this.#values.set(path, readValue(this.env, path, this.ids.value, this.context));
    }
    return this.#values.get(path);
  }
}

/** Names of the Values that texts of groups and values tell. */
function* valuesOfTexts(children: readonly ItemSource[], prefix: string): Generator<string> {
  for (const child of children) {
    if (child.kind === 'rule') continue;
    for (const text of [child.title, child.description, ...child.warnings.map((warning) => warning.text)]) {
      for (const id of valuesIn(text)) yield id.slice(prefix.length);
    }
    if (child.kind === 'group') yield* valuesOfTexts(child.children, prefix);
  }
}

function emptyBelow(
  group: GroupSource,
  selected: ReadonlyMap<string, unknown>,
): { isEmpty: boolean; names: string[] } {
  let isEmpty = true;
  const names: string[] = [];
  for (const child of group.children) {
    if (child.kind === 'rule' && selected.has(child.name)) isEmpty = false;
    if (child.kind !== 'group') continue;
    const below = emptyBelow(child, selected);
    names.push(...below.names);
    if (!below.isEmpty) isEmpty = false;
  }
  if (isEmpty) names.push(group.name);
  return { isEmpty, names };
}
