import type {
  Benchmark,
  Group,
  Profile,
  Rule,
  RuleRole,
  RuleSeverity,
  Value,
  ValueOption,
} from './benchmark.js';
import { type AnyItem, childrenOf, itemsOf } from './items.js';

/** What is in force when a benchmark is used with one profile, or with none. */
export interface ProfileView {
  /** The profile and those that it extends, the most basic one first; empty without a profile. */
  readonly chain: readonly Profile[];
  /**
   * Whether a Group or Rule takes part: it and every Group around it are selected, what it requires is
   * selected too, and nothing that it conflicts with is.
   */
  isSelected(id: string): boolean;
  /** The selected Rules, in document order. */
  readonly rules: readonly Rule[];
  /** The value that checks, texts and remediations get for a Value. */
  valueOf(id: string): string;
  /** The option that the profile chose; nothing where it sets a value of its own. */
  optionOf(id: string): ValueOption | undefined;
  /** How a value is compared: the Value's operator or the profile's. */
  operatorOf(id: string): string;
  severityOf(id: string): RuleSeverity;
  roleOf(id: string): RuleRole;
  weightOf(id: string): number;
}

/**
 * Applies a profile to a benchmark, as NIST IR 7275r4 has it for resolution (7.2.2: an extended profile's
 * settings stand before one's own) and traversal (7.2.3: of several settings for one item the last one
 * counts; an unselected Group takes everything in it along). `set-value` is stronger than `refine-value`,
 * since it gives a value and not a choice.
 *
 * Ids are those of Items; asking for one that the benchmark does not hold is a bug, and throws.
 */
export function viewProfile(benchmark: Benchmark, profile: Profile | undefined): ProfileView {
  if (!profile) return makeView(benchmark, undefined);
  let known = views.get(benchmark);
  if (!known) {
    known = new Map();
    views.set(benchmark, known);
  }
  let view = known.get(profile);
  if (!view) {
    view = makeView(benchmark, profile);
    known.set(profile, view);
  }
  return view;
}

/** Several outputs show the same profiles of the same benchmark. */
const views = new WeakMap<Benchmark, Map<Profile, ProfileView>>();

const itemMaps = new WeakMap<Benchmark, ReadonlyMap<string, AnyItem>>();

function itemsById(benchmark: Benchmark): ReadonlyMap<string, AnyItem> {
  let items = itemMaps.get(benchmark);
  if (!items) {
    items = new Map([...itemsOf(benchmark)].map((item) => [item.id, item]));
    itemMaps.set(benchmark, items);
  }
  return items;
}

function makeView(benchmark: Benchmark, profile: Profile | undefined): ProfileView {
  const chain = profile ? extendsChain(benchmark, profile) : [];
  const items = itemsById(benchmark);
  const selects = lastById(chain.flatMap((each) => each.selects));
  const setValues = lastById(chain.flatMap((each) => each.setValues));
  const refineValues = chain.flatMap((each) => each.refineValues);
  const selectors = lastById(refineValues.filter((each) => each.selector !== undefined));
  const operators = lastById(refineValues.filter((each) => each.operator !== undefined));
  const refineRules = chain.flatMap((each) => each.refineRules);
  const severities = lastById(refineRules.filter((each) => each.severity !== undefined));
  const roles = lastById(refineRules.filter((each) => each.role !== undefined));
  const weights = lastById(refineRules.filter((each) => each.weight !== undefined));

  const rule = (id: string): Rule => {
    const item = items.get(id);
    if (item?.kind !== 'rule') throw new Error(`no Rule ${id}`);
    return item;
  };
  const value = (id: string): Value => {
    const item = items.get(id);
    if (item?.kind !== 'value') throw new Error(`no Value ${id}`);
    return item;
  };
  const selected = selectedItems(benchmark, (item) => selects.get(item.id)?.selected ?? item.selected);
  const optionOf = (id: string): ValueOption | undefined =>
    setValues.has(id) ? undefined : chooseOption(value(id), selectors.get(id)?.selector);

  return {
    chain,
    isSelected: (id) => selected.has(id),
    rules: [...items.values()].filter((item): item is Rule => item.kind === 'rule' && selected.has(item.id)),
    valueOf: (id) => setValues.get(id)?.value ?? optionOf(id)?.value ?? '',
    optionOf,
    operatorOf: (id) => operators.get(id)?.operator ?? value(id).operator,
    severityOf: (id) => severities.get(id)?.severity ?? rule(id).severity,
    roleOf: (id) => roles.get(id)?.role ?? rule(id).role ?? 'full',
    weightOf: (id) => weights.get(id)?.weight ?? rule(id).weight ?? 1,
  };
}

/** The profile after everything that it extends. A circle, which `resolve` refuses, ends where it closes. */
function extendsChain(benchmark: Benchmark, profile: Profile): Profile[] {
  const byId = new Map(benchmark.profiles.map((each) => [each.id, each]));
  const chain: Profile[] = [];
  let next: Profile | undefined = profile;
  while (next && !chain.includes(next)) {
    chain.unshift(next);
    next = next.extends === undefined ? undefined : byId.get(next.extends);
  }
  return chain;
}

const lastById = <T extends { readonly idref: string }>(settings: readonly T[]): ReadonlyMap<string, T> =>
  new Map(settings.map((setting) => [setting.idref, setting]));

/** An option by its selector; the default where there is none of that name, or the first. */
function chooseOption({ options }: Value, selector = ''): ValueOption | undefined {
  return (
    options.find((option) => (option.selector ?? '') === selector) ??
    options.find((option) => option.selector === undefined) ??
    options[0]
  );
}

/** Ids of the Groups and Rules that take part (NIST IR 7275r4, 6.4.1 and 7.2.3.3). */
function selectedItems(benchmark: Benchmark, isOn: (item: Group | Rule) => boolean): ReadonlySet<string> {
  const on = new Set<string>();
  const collect = (parent: Benchmark | Group): void => {
    for (const child of childrenOf(parent)) {
      if (child.kind === 'value' || !isOn(child)) continue;
      on.add(child.id);
      if (child.kind === 'group') collect(child);
    }
  };
  collect(benchmark);

  const allowed = new Set<string>();
  const keep = (parent: Benchmark | Group): void => {
    for (const child of childrenOf(parent)) {
      if (child.kind === 'value' || !on.has(child.id)) continue;
      if (!child.requires.every((id) => on.has(id)) || child.conflicts.some((id) => on.has(id))) continue;
      allowed.add(child.id);
      if (child.kind === 'group') keep(child);
    }
  };
  keep(benchmark);
  return allowed;
}
