import type { Value } from '../../../model/benchmark.js';
import type { GroupSource, RuleSource } from '../../../model/content.js';
import type { Environment } from '../environment.js';
import type { Folder } from './folders.js';
import { groupSource } from './group.js';
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

/** The groups that hold a rule of the benchmark or a used value, with those, in the order of evaluation. */
export function readTree(
  shelf: RuleShelf,
  rules: ReadonlyMap<string, RuleSource>,
  usedValues: ReadonlySet<string>,
  env: Environment,
  ids: ItemIds,
  context: TextContext,
): Tree {
  const build = (folder: Folder): GroupSource | undefined => {
    const groups = new Map(
      folder.groups.flatMap((child) => {
        const group = build(child);
        return group ? [[child.name, group] as const] : [];
      }),
    );
    const own = new Set(
      folder.rules.map((dir) => dir.slice(dir.lastIndexOf('/') + 1)).filter((name) => rules.has(name)),
    );
    const values = folder.values
      .filter((path) => usedValues.has(valueName(path)))
      .flatMap((path): Value[] => {
        const value = readValue(env, path, ids.value, context);
        return value ? [value] : [];
      });
    if (groups.size === 0 && own.size === 0 && values.length === 0) return undefined;
    const item = shelf.group(folder);
    if (!item) return undefined;
    const children = [
      ...values,
      ...orderedRules([...own]).map((name) => rules.get(name) as RuleSource),
      ...orderedGroups([...groups.keys()]).map((name) => groups.get(name) as GroupSource),
    ];
    return groupSource(item, folder.name, ids.group, children, context);
  };
  const top = new Map(shelf.top.groups.map((folder) => [folder.name, build(folder)]));
  const children = orderedTopGroups([...top.keys()]).flatMap((name) => top.get(name) ?? []);
  return {
    children,
    emptyGroups: (selected) => children.flatMap((group) => emptyBelow(group, selected).names),
  };
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
