import type {
  Benchmark,
  Group,
  Profile,
  RefineRule,
  RefineValue,
  Rule,
  SetValue,
  Value,
} from '../../../model/benchmark.js';
import { emptyText } from '../../../model/text.js';
import type { GroupData, ProfileData, RuleData, ValueData } from '../guide-data.js';
import { type Guide, itemAt } from './guide.js';

/**
 * The benchmark as far as profiles go: the texts are empty, everything that decides what a profile selects
 * and sets is there. So the page asks `viewProfile` of the compiler, and cannot disagree with it.
 */
export function skeletonOf(guide: Guide): Benchmark {
  const tops = guide.items.flatMap(({ parent }, index) => (parent < 0 ? [itemOf(guide, index)] : []));
  const text = emptyText;
  return {
    id: guide.id,
    name: '',
    naming: { prefix: '', reverseDns: guide.reverseDns, ovalNamespace: '' },
    productName: '',
    title: text,
    description: text,
    notices: [],
    frontMatter: text,
    rearMatter: text,
    status: { value: '' },
    version: guide.version,
    language: '',
    metadata: { contributors: [] },
    platforms: [],
    profiles: guide.profiles.map((profile) => profileOf(profile, guide)),
    values: tops.filter((item): item is Value => item.kind === 'value'),
    rules: tops.filter((item): item is Rule => item.kind === 'rule'),
    groups: tops.filter((item): item is Group => item.kind === 'group'),
    platformDefinitions: new Map(),
    facts: new Map(),
    oval: none,
    cpeOval: none,
    catalogues: new Map(),
  };
}

const none = {
  definition: new Map(),
  test: new Map(),
  object: new Map(),
  state: new Map(),
  variable: new Map(),
};

function itemOf(guide: Guide, index: number): Group | Rule | Value {
  const item = itemAt(guide, index);
  switch (item.kind) {
    case 'group':
      return groupOf(item, guide.children[index]?.map((child) => itemOf(guide, child)) ?? []);
    case 'rule':
      return ruleOf(item);
    default:
      return valueItemOf(item);
  }
}

const common = ({ id, anchor }: { readonly id: string; readonly anchor: string }) => ({
  id,
  name: anchor,
  title: emptyText,
  description: emptyText,
  rationale: emptyText,
  warnings: [],
  platforms: [],
  references: [],
});

const groupOf = (data: GroupData, children: Group['children']): Group => ({
  ...common(data),
  kind: 'group',
  requires: data.requires ?? [],
  conflicts: data.conflicts ?? [],
  selected: data.selected ?? true,
  children,
});

const ruleOf = (data: RuleData): Rule => ({
  ...common(data),
  kind: 'rule',
  severity: data.severity,
  ...(data.role === undefined ? {} : { role: data.role }),
  ...(data.weight === undefined ? {} : { weight: data.weight }),
  selected: data.selected ?? true,
  identifiers: [],
  requires: data.requires ?? [],
  conflicts: data.conflicts ?? [],
  remediations: [],
  checks: [],
});

const valueItemOf = (data: ValueData): Value => ({
  ...common(data),
  kind: 'value',
  type: data.type,
  operator: data.operator,
  interactive: false,
  options: data.options,
});

/** A profile of the data with its indices turned into ids. */
export function profileOf(data: ProfileData, guide: Guide): Profile {
  const idOf = (index: number): string => itemAt(guide, index).id;
  const named = <T extends { readonly item: number }>(settings: readonly T[]) =>
    settings.map(({ item, ...rest }) => ({ idref: idOf(item), ...rest }));
  return {
    id: data.id,
    name: data.anchor,
    title: emptyText,
    description: emptyText,
    ...(data.extends === undefined ? {} : { extends: data.extends }),
    platforms: [],
    references: [],
    selects: [
      ...data.on.map((index) => ({ idref: idOf(index), selected: true })),
      ...data.off.map((index) => ({ idref: idOf(index), selected: false })),
    ],
    refineValues: named(data.refineValues) as RefineValue[],
    setValues: named(data.setValues) as SetValue[],
    refineRules: named(data.refineRules) as RefineRule[],
  };
}
