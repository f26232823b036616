import type { Profile } from '../model/benchmark.js';
import { viewProfile } from '../model/profile-view.js';
import { changes, listChange, textChange, valueChange } from './fields.js';
import type { ProfileChange, ProfileSetting, ProfilesDiff } from './model.js';
import { pair } from './pairs.js';
import { itemName, type Looked, platformNames, referenceNames } from './side.js';

/**
 * Profiles by what they do: the rules that are selected and the values that are given with everything that a
 * profile extends. So a profile that now inherits what it used to say itself has not changed.
 */
export function diffProfiles(a: Looked, b: Looked): ProfilesDiff {
  const { both, onlyA, onlyB } = pair(a.benchmark.profiles, b.benchmark.profiles);
  return {
    added: onlyB.map((profile) => itemName(profile, b)),
    removed: onlyA.map((profile) => itemName(profile, a)),
    changed: both.flatMap(([old, now]) => profileChange(old, now, a, b) ?? []),
  };
}

function profileChange(old: Profile, now: Profile, a: Looked, b: Looked): ProfileChange | undefined {
  const fields = changes(
    valueChange('id', old.id, now.id),
    textChange('title', a.textOf(old.title), b.textOf(now.title)),
    textChange('description', a.textOf(old.description), b.textOf(now.description)),
    valueChange('version', old.version, now.version),
    valueChange('extends', old.extends && nameIn(a, old.extends), now.extends && nameIn(b, now.extends)),
    listChange('platforms', platformNames(old.platforms), platformNames(now.platforms)),
    listChange('references', referenceNames(old.references, a), referenceNames(now.references, b)),
  );
  const [before, after] = [effectOf(old, a), effectOf(now, b)];
  const selected = [...after.rules].filter((name) => !before.rules.has(name));
  const unselected = [...before.rules].filter((name) => !after.rules.has(name));
  const values = settingChanges(before.values, after.values);
  const refinements = settingChanges(before.refinements, after.refinements);
  const count = fields.length + selected.length + unselected.length + values.length + refinements.length;
  return count === 0 ? undefined : { ...itemName(now, b), fields, selected, unselected, values, refinements };
}

const nameIn = ({ benchmark }: Looked, profile: string): string =>
  benchmark.profiles.find(({ id }) => id === profile)?.name ?? profile;

interface Effect {
  readonly rules: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly refinements: ReadonlyMap<string, string>;
}

function effectOf(profile: Profile, { benchmark, nameOf }: Looked): Effect {
  const view = viewProfile(benchmark, profile);
  const values = new Map<string, string>();
  const refinements = new Map<string, string>();
  for (const { refineValues, setValues, refineRules } of view.chain) {
    for (const { idref } of [...refineValues, ...setValues]) {
      const selector = view.optionOf(idref)?.selector;
      const value = view.valueOf(idref);
      values.set(
        nameOf(idref),
        selector === undefined || selector === value ? value : `${value} (${selector})`,
      );
    }
    for (const { idref, ...refined } of refineRules) {
      for (const [what, value] of Object.entries(refined))
        refinements.set(`${nameOf(idref)} ${what}`, String(value));
    }
  }
  return { rules: new Set(view.rules.map(({ name }) => name)), values, refinements };
}

function settingChanges(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ProfileSetting[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].flatMap((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    if (old === now) return [];
    return { name, ...(old === undefined ? {} : { old }), ...(now === undefined ? {} : { new: now }) };
  });
}
