import type { Profile, Reference } from '../../../model/benchmark.js';
import type { FactSource, ProfileSource, Sourced } from '../../../model/content.js';
import { filePlace, valuePlace } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import { unknownProfilePlatform } from '../messages.js';
import { field, platformsOf } from '../tree/common.js';
import type { TextContext } from '../tree/xhtml.js';
import type { ProfileFile } from './read-profile.js';
import type { ResolvedProfile } from './resolve-profiles.js';

/**
 * One profile as `resolve` wants it: selections sorted by name, each group without a selected rule taken out.
 *
 * @param emptyGroups names of the groups that the profile takes out
 */
export function profileSource(
  { file: profile, selections }: ResolvedProfile,
  emptyGroups: readonly string[],
  prefix: string,
  facts: FactSource,
  env: Environment,
  context: TextContext,
): ProfileSource {
  const { data, file, id } = profile;
  const metadata = (data.metadata ?? {}) as Readonly<Record<string, unknown>>;
  const { version } = metadata;
  return {
    id: prefix + id,
    name: id,
    title: field(profile, 'title', context),
    description: field(profile, 'description', context),
    ...(version === undefined || version === null ? {} : { version: String(version) }),
    ...statusOf(data.status),
    references: referencesOf(data.reference),
    platforms: cpeNames(profile, facts, env),
    selections: lines(selections, emptyGroups, valuePlace(file, ['selections'])),
    origin: filePlace(file),
  };
}

const statusOf = (status: unknown): Partial<Pick<Profile, 'status'>> => {
  if (status === undefined || status === null || status === '') return {};
  return { status: { value: String(status) } };
};

const referencesOf = (reference: unknown): Reference[] =>
  reference === undefined || reference === null || reference === '' ? [] : [{ text: String(reference) }];

/** A profile names a fact; XCCDF carries the CPE name of it. */
function cpeNames(profile: ProfileFile, facts: FactSource, { report }: Environment): Sourced<string>[] {
  const out = new Map<string, Sourced<string>>();
  for (const platform of platformsOf(profile)) {
    const cpe = platform.value.startsWith('cpe:')
      ? platform.value
      : facts.fact(platform.value, undefined, undefined)?.cpe;
    if (cpe === undefined) report(unknownProfilePlatform(platform.place, platform.value, facts.names));
    else out.set(cpe, { ...platform, value: cpe });
  }
  return [...out.values()];
}

function lines(
  { selected, values, refinements }: ResolvedProfile['selections'],
  emptyGroups: readonly string[],
  fallback: Sourced<string>['place'],
): Sourced<string>[] {
  const out: Sourced<string>[] = [];
  const add = (value: string, place: Sourced<string>['place']): void => {
    out.push(place ? { value, place } : { value });
  };
  for (const rule of [...selected.keys()].sort()) add(rule, selected.get(rule));
  for (const group of [...emptyGroups].sort()) add(`!${group}`, fallback);
  for (const [value, { value: option, place }] of values) add(`${value}=${option}`, place);
  for (const [rule, list] of refinements) {
    for (const { property, to, place } of list) add(`${rule}.${property}=${to}`, place);
  }
  return out;
}
