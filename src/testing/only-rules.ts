import type { Benchmark, Group, Profile, Rule, Value } from '../model/benchmark.js';
import { childrenOf, rulesOf } from '../model/items.js';
import { emptyOvalLibrary, type OvalItem, type OvalLibrary } from '../model/oval.js';
import { reachedFrom } from '../model/oval-references.js';

/**
 * A benchmark with some of its rules alone, and everything that these need: their groups, all Values, the OVAL that
 * their checks reach. oscap takes longer to read a large data stream than to evaluate one rule of it.
 *
 * @param kept ids of rules, and of the groups around them
 */
export function onlyRules(benchmark: Benchmark, kept: ReadonlySet<string>): Benchmark {
  const children = childrenOf(benchmark).flatMap((child) => reduced(child, kept));
  const { children: _, ...rest } = benchmark;
  const small: Benchmark = {
    ...rest,
    values: children.filter((child) => child.kind === 'value'),
    rules: children.filter((child) => child.kind === 'rule'),
    groups: children.filter((child) => child.kind === 'group'),
    ...(benchmark.children ? { children } : {}),
  };
  return {
    ...small,
    profiles: benchmark.profiles.map((profile) => reducedProfile(profile, kept)),
    oval: reached(benchmark.oval, rulesOf(small)),
  };
}

function reduced(item: Group | Rule | Value, kept: ReadonlySet<string>): (Group | Rule | Value)[] {
  if (item.kind === 'value') return [item];
  const links = {
    requires: item.requires.filter((id) => kept.has(id)),
    conflicts: item.conflicts.filter((id) => kept.has(id)),
  };
  if (item.kind === 'rule') return kept.has(item.id) ? [{ ...item, ...links }] : [];
  const children = item.children.flatMap((child) => reduced(child, kept));
  return children.length > 0 ? [{ ...item, ...links, children }] : [];
}

const reducedProfile = (profile: Profile, kept: ReadonlySet<string>): Profile => ({
  ...profile,
  selects: profile.selects.filter(({ idref }) => kept.has(idref)),
  refineRules: profile.refineRules.filter(({ idref }) => kept.has(idref)),
});

/** The part of a library that the checks of rules reach, in its order. */
function reached(library: OvalLibrary, rules: readonly Rule[]): OvalLibrary {
  const names = rules.flatMap(({ checks }) =>
    checks.flatMap(({ kind, name }) => (kind === 'oval' && name !== undefined ? [name] : [])),
  );
  const found = reachedFrom(library, names);
  const part = <K extends keyof OvalLibrary>(kind: K): ReadonlyMap<string, OvalItem> =>
    new Map([...library[kind]].filter(([, item]) => found.has(item)));
  return {
    ...emptyOvalLibrary,
    definition: part('definition'),
    test: part('test'),
    object: part('object'),
    state: part('state'),
    variable: part('variable'),
  };
}
