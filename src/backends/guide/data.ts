import type { Group, Profile, Rule, Value } from '../../model/benchmark.js';
import type { AnyItem } from '../../model/items.js';
import { referencesByCatalogue } from './catalogues.js';
import type { GuideContext } from './context.js';
import {
  type GroupData,
  type GuideData,
  type ProfileData,
  type RuleData,
  type StoredItem,
  usualId,
  type ValueData,
} from './guide-data.js';
import { languageKey, languageTitle } from './remediations.js';
import { plainTextOf } from './text/plain-text.js';

/** The data of the page: see `GuideData`. */
export function guideData(context: GuideContext): GuideData {
  const { benchmark, items, profiles, profile } = context;
  const tables = {
    catalogues: new Table(({ key, title }: GuideData['catalogues'][number]) => ({ key, title })),
    references: new Table((reference: GuideData['references'][number]) => reference),
    platforms: new Table((words: string) => words),
    languages: new Table((language: GuideData['languages'][number]) => language),
  };
  const parents = parentsOf(context);
  const itemData = items.map((item) => dataOf(item, parents.get(item.id) ?? -1, context, tables));
  return {
    id: benchmark.id,
    version: benchmark.version,
    title: plainTextOf(benchmark.title, context.showValue),
    dataStream: context.dataStream,
    reverseDns: benchmark.naming.reverseDns,
    profile: profile ? profiles.indexOf(profile) : -1,
    items: itemData,
    catalogues: tables.catalogues.rows,
    references: tables.references.rows,
    platforms: tables.platforms.rows,
    languages: tables.languages.rows,
    profiles: profiles.map((each) => profileData(each, context)),
  };
}

interface Tables {
  readonly catalogues: Table<GuideData['catalogues'][number]>;
  readonly references: Table<GuideData['references'][number]>;
  readonly platforms: Table<string>;
  readonly languages: Table<GuideData['languages'][number]>;
}

/** Rows by a key, each kept once, in the order of first mention. */
class Table<Row> {
  readonly rows: Row[] = [];
  readonly #index = new Map<string, number>();
  constructor(private readonly make: (row: Row) => Row) {}

  indexOf(key: string, row: Row): number {
    let index = this.#index.get(key);
    if (index === undefined) {
      index = this.rows.push(this.make(row)) - 1;
      this.#index.set(key, index);
    }
    return index;
  }
}

function parentsOf({ items, indexOf }: GuideContext): ReadonlyMap<string, number> {
  const parents = new Map<string, number>();
  for (const item of items) {
    if (item.kind !== 'group') continue;
    for (const child of item.children) parents.set(child.id, indexOf.get(item.id) ?? -1);
  }
  return parents;
}

type Common = 'id' | 'anchor' | 'title' | 'parent';

function dataOf(item: AnyItem, parent: number, context: GuideContext, tables: Tables): StoredItem {
  const usual = usualId(item.kind, context.anchorOf(item.id), context.benchmark.naming.reverseDns);
  const common = { ...(item.id === usual ? {} : { id: item.id }), parent };
  switch (item.kind) {
    case 'group':
      return { ...common, kind: 'group', ...selectableData(item, context, tables) };
    case 'rule':
      return { ...common, ...ruleData(item, context, tables) };
    default:
      return { ...common, ...valueData(item) };
  }
}

function selectableData(
  item: Group | Rule,
  context: GuideContext,
  tables: Tables,
): Omit<GroupData, Common | 'kind'> {
  return {
    ...(item.selected ? {} : { selected: false as const }),
    ...filled('requires', item.requires),
    ...filled('conflicts', item.conflicts),
    ...filled('references', referenceIndices(item, context, tables)),
    ...filled(
      'platforms',
      item.platforms.map((platform) => {
        const words = context.platformWords(platform);
        return tables.platforms.indexOf(words, words);
      }),
    ),
  };
}

function ruleData(rule: Rule, context: GuideContext, tables: Tables): Omit<RuleData, Common> {
  const languages = new Map(rule.remediations.map((remediation) => [languageKey(remediation), remediation]));
  return {
    kind: 'rule',
    severity: rule.severity,
    ...selectableData(rule, context, tables),
    ...(rule.role === undefined ? {} : { role: rule.role }),
    ...(rule.weight === undefined ? {} : { weight: rule.weight }),
    ...filled('identifiers', [
      ...(rule.version === undefined ? [] : [rule.version]),
      ...rule.identifiers.map(({ value }) => value),
    ]),
    ...(rule.checks.length > 0 ? { checked: true as const } : {}),
    ...(rule.ocil ? { manual: true as const } : {}),
    ...filled(
      'remediations',
      [...languages].map(([key, remediation]) =>
        tables.languages.indexOf(key, { key, title: languageTitle(remediation) }),
      ),
    ),
    ...filled(
      'values',
      context.valuesUsedBy(rule).map((id) => context.indexOf.get(id) ?? -1),
    ),
  };
}

function referenceIndices(item: Group | Rule, context: GuideContext, tables: Tables): number[] {
  const indices: number[] = [];
  for (const [href, texts] of referencesByCatalogue(item.references)) {
    const catalogue = href === '' ? -1 : tables.catalogues.indexOf(href, context.catalogueOf(href));
    for (const text of texts)
      indices.push(tables.references.indexOf(`${href}\n${text}`, { catalogue, text }));
  }
  return indices;
}

const valueData = (value: Value): Omit<ValueData, Common> => ({
  kind: 'value',
  type: value.type,
  operator: value.operator,
  options: value.options.map(({ selector, value: text }) =>
    selector === undefined ? { value: text } : { selector, value: text },
  ),
});

function profileData(profile: Profile, context: GuideContext): ProfileData {
  const { indexOf } = context;
  const selects = new Map(profile.selects.map(({ idref, selected }) => [indexOf.get(idref), selected]));
  selects.delete(undefined);
  const chosen = (wanted: boolean): number[] =>
    [...selects].filter(([, selected]) => selected === wanted).map(([index]) => index as number);
  const placed = <T extends { readonly idref: string }>(settings: readonly T[]) =>
    settings
      .filter(({ idref }) => indexOf.has(idref))
      .map(({ idref, ...rest }) => ({ item: indexOf.get(idref) as number, ...rest }));
  return {
    id: profile.id,
    anchor: context.anchorOf(profile.id),
    title: plainTextOf(profile.title, context.showValue) || profile.name,
    ...(profile.extends === undefined ? {} : { extends: profile.extends }),
    on: chosen(true),
    off: chosen(false),
    refineValues: placed(profile.refineValues),
    setValues: placed(profile.setValues),
    refineRules: placed(profile.refineRules),
    ...(context.tailored.has(profile.id) ? { tailored: true as const } : {}),
  };
}

/** An entry of an object, left out where the list is empty. */
const filled = <Key extends string, T>(
  key: Key,
  list: readonly T[],
): { readonly [K in Key]?: readonly T[] } =>
  list.length === 0 ? {} : ({ [key]: list } as { [K in Key]: readonly T[] });
