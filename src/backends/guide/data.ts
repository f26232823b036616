import { isDeepStrictEqual } from 'node:util';
import type { Group, Profile, Rule, Value } from '../../model/benchmark.js';
import type { AnyItem } from '../../model/items.js';
import type { CataloguedReference, OwnData } from '../../model/pieces.js';
import type { GuideContext } from './context.js';
import {
  type CatalogueData,
  type GroupData,
  type GuideData,
  type LanguageData,
  type ProfileData,
  type ReferenceData,
  type StoredItem,
  usualId,
  type ValueData,
} from './guide-data.js';
import { cataloguedReferences, ownData } from './own-data.js';
import { languageKey, languageTitle } from './remediations.js';
import { plainTextOf } from './text/plain-text.js';

/** The data of the page: see `GuideData`. */
export function guideData(context: GuideContext): GuideData {
  const { benchmark, items, profiles, profile } = context;
  const tables = new Tables();
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
    ...tables.rows,
    profiles: profiles.map((each) => profileData(each, context)),
  };
}

/**
 * The data of the same page, where some rules say something else of themselves than they did.
 *
 * @param own what they say, by their index
 */
export function restated(data: GuideData, own: ReadonlyMap<number, OwnData>): GuideData {
  const isSame = [...own].every(([index, { references }]) =>
    isDeepStrictEqual(referencesOf(data.items[index], data), references),
  );
  const tables = new Tables(data);
  const items = data.items.map((item, index) => {
    if (item.kind === 'value') return item;
    const now = own.get(index);
    const indices = isSame
      ? (item.references ?? [])
      : tables.indicesOf(now?.references ?? referencesOf(item, data));
    if (now && item.kind === 'rule') return ruleItem(item, now, indices);
    return item.references ? { ...item, references: indices } : item;
  });
  return isSame ? { ...data, items } : { ...data, items, ...tables.rows };
}

function referencesOf(item: StoredItem | undefined, data: GuideData): CataloguedReference[] {
  if (item === undefined || item.kind === 'value') return [];
  return (item.references ?? []).map((index) => {
    const { catalogue, text } = data.references[index] as ReferenceData;
    return { ...(catalogue < 0 ? {} : { catalogue: data.catalogues[catalogue] as CatalogueData }), text };
  });
}

/** What items have in common, each once, in the order of first mention. */
class Tables {
  readonly #catalogues = new Table<CatalogueData>();
  readonly #references = new Table<ReferenceData>();
  readonly #platforms: Table<string>;
  readonly #languages: Table<LanguageData>;

  /** @param known what the items keep that are not made anew */
  constructor({ platforms, languages }: Pick<GuideData, 'platforms' | 'languages'> = noData) {
    this.#platforms = new Table(platforms);
    this.#languages = new Table(languages);
  }

  get rows(): Pick<GuideData, 'catalogues' | 'references' | 'platforms' | 'languages'> {
    return {
      catalogues: this.#catalogues.rows,
      references: this.#references.rows,
      platforms: this.#platforms.rows,
      languages: this.#languages.rows,
    };
  }

  indicesOf(references: readonly CataloguedReference[]): number[] {
    return references.map(({ catalogue, text }) => {
      const { key = '', title = '' } = catalogue ?? {};
      const index = catalogue ? this.#catalogues.indexOf(`${key}\n${title}`, { key, title }) : -1;
      return this.#references.indexOf(`${index}\n${text}`, { catalogue: index, text });
    });
  }

  platform(words: string): number {
    return this.#platforms.indexOf(words, words);
  }

  language(key: string, title: string): number {
    return this.#languages.indexOf(key, { key, title });
  }
}

const noData = { platforms: [], languages: [] };

/** Rows by a key. */
class Table<Row> {
  readonly rows: Row[];
  readonly #index = new Map<string, number>();

  constructor(rows: readonly Row[] = []) {
    this.rows = [...rows];
  }

  indexOf(key: string, row: Row): number {
    let index = this.#index.get(key);
    if (index === undefined) {
      index = this.rows.push(row) - 1;
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
      return {
        ...common,
        kind: 'group',
        ...selectableData(item, tables.indicesOf(cataloguedReferences(item, context)), context, tables),
      };
    case 'rule':
      return ruleOf(item, common, context, tables);
    default:
      return { ...common, ...valueData(item) };
  }
}

const selectableData = (
  item: Group | Rule,
  references: readonly number[],
  context: GuideContext,
  tables: Tables,
): Omit<GroupData, Common | 'kind'> => ({
  ...(item.selected ? {} : { selected: false as const }),
  ...filled('requires', item.requires),
  ...filled('conflicts', item.conflicts),
  ...filled('references', references),
  ...filled(
    'platforms',
    item.platforms.map((platform) => tables.platform(context.platformWords(platform))),
  ),
});

type StoredRule = Extract<StoredItem, { kind: 'rule' }>;

/** All of a rule but its own data. */
type LinkedData = Omit<StoredRule, keyof OwnData>;

function linkedData(rule: Rule, context: GuideContext, tables: Tables): Omit<LinkedData, Common> {
  const languages = new Map(rule.remediations.map((remediation) => [languageKey(remediation), remediation]));
  return {
    kind: 'rule',
    ...selectableData(rule, [], context, tables),
    ...(rule.checks.length > 0 ? { checked: true as const } : {}),
    ...(rule.ocil ? { manual: true as const } : {}),
    ...filled(
      'remediations',
      [...languages].map(([key, remediation]) => tables.language(key, languageTitle(remediation))),
    ),
    ...filled(
      'values',
      context.valuesUsedBy(rule).map((id) => context.indexOf.get(id) ?? -1),
    ),
  };
}

function ruleOf(
  rule: Rule,
  common: Pick<StoredRule, 'id' | 'parent'>,
  context: GuideContext,
  tables: Tables,
): StoredRule {
  const own = ownData(rule, context);
  const linked = linkedData(rule, context, tables);
  return ruleItem({ ...common, ...linked }, own, tables.indicesOf(own.references));
}

function ruleItem(linked: LinkedData, own: OwnData, references: readonly number[]): StoredRule {
  const {
    severity: _,
    role: __,
    weight: ___,
    identifiers: ____,
    references: _____,
    ...others
  } = linked as StoredRule;
  return {
    ...others,
    severity: own.severity,
    ...(own.role === undefined ? {} : { role: own.role }),
    ...(own.weight === undefined ? {} : { weight: own.weight }),
    ...filled('identifiers', own.identifiers),
    ...filled('references', references),
  };
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
