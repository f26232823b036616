import { type NodePlace, type Place, valuePlace } from '../../../source/file.js';
import type { PolicyLibrary } from '../controls/library.js';
import type { Environment } from '../environment.js';
import {
  badFilter,
  profileCycle,
  refinesUnselected,
  unknownParentProfile,
  unknownRuleInControl,
  unknownRuleInProfile,
} from '../messages.js';
import type { RuleShelf } from '../tree/rule-shelf.js';
import { type FilterContext, parseFilter, runFilter } from './filter.js';
import type { ProfileFile } from './read-profile.js';
import { SelectionSet } from './selection.js';

/** A profile with everything that it takes from controls and from the profile that it extends. */
export interface ResolvedProfile {
  readonly file: ProfileFile;
  readonly selections: SelectionSet;
}

/** Resolves every profile; reports what a profile names and the product does not have. */
export function resolveProfiles(
  profiles: ReadonlyMap<string, ProfileFile>,
  policies: PolicyLibrary,
  rules: RuleShelf,
  env: Environment,
): ResolvedProfile[] {
  const resolver = new ProfileResolver(profiles, policies, rules, env);
  return [...profiles.values()].flatMap((file) => {
    const selections = resolver.resolve(file);
    return selections ? { file, selections } : [];
  });
}

class ProfileResolver {
  readonly #done = new Map<ProfileFile, SelectionSet | undefined>();
  readonly #open = new Set<ProfileFile>();
  /** Lines of controls that were reported, since many profiles may ask for one control. */
  readonly #reported = new WeakSet<Place>();

  constructor(
    readonly profiles: ReadonlyMap<string, ProfileFile>,
    readonly policies: PolicyLibrary,
    readonly rules: RuleShelf,
    readonly env: Environment,
  ) {}

  resolve(file: ProfileFile): SelectionSet | undefined {
    if (this.#done.has(file)) return this.#done.get(file);
    this.#open.add(file);
    const selections = this.#make(file);
    this.#open.delete(file);
    this.#done.set(file, selections);
    return selections;
  }

  #make(file: ProfileFile): SelectionSet | undefined {
    const all = new SelectionSet();
    all.inherit(file.own);
    this.#addControls(file, all);
    all.takeBackRefinements();
    const parent = this.#parent(file);
    if (parent) all.inherit(parent);
    for (const [rule, place] of file.own.unselected) {
      all.selected.delete(rule);
      if (!this.rules.existsAnywhere(rule)) this.#reportUnknown(rule, file, place);
    }
    for (const [rule, place] of all.selected) {
      if (this.#isThere(rule)) continue;
      all.selected.delete(rule);
      this.#reportUnknown(rule, file, place);
    }
    this.#filter(file, all);
    // Without the profile that this one extends, nobody knows what it selects.
    if (isExtension(file) && !parent) return all;
    for (const [rule, [first]] of all.refinements) {
      if (first && !all.selected.has(rule))
        this.env.report(refinesUnselected(first.place ?? valuePlace(file.file, ['selections']), rule));
    }
    return all;
  }

  /** A rule that cannot be read, as a filter may have found out, is there all the same. */
  #isThere(rule: string): boolean {
    return this.rules.has(rule) || this.env.broken.has(rule);
  }

  /** Controls may name rules of other products, which this one does not have; nobody may name what no product has. */
  #addControls(file: ProfileFile, all: SelectionSet): void {
    const fromControls = new SelectionSet();
    for (const [policy, asked] of file.controls) {
      for (const { control, place } of asked) {
        for (const { selections, withoutValues } of this.policies.controls(policy, control, place)) {
          fromControls.inherit(selections, withoutValues);
        }
      }
    }
    for (const [rule, place] of fromControls.selected) {
      if (this.#isThere(rule)) continue;
      fromControls.selected.delete(rule);
      if (!place || this.#reported.has(place) || this.rules.existsAnywhere(rule)) continue;
      this.#reported.add(place);
      this.env.report(unknownRuleInControl(place, rule, [...this.rules.dirs.keys()]));
    }
    all.inherit(fromControls);
  }

  #parent(file: ProfileFile): SelectionSet | undefined {
    if (!isExtension(file)) return undefined;
    const name = file.data.extends;
    const place = valuePlace(file.file, ['extends']);
    const parent = this.profiles.get(String(name));
    if (!parent && this.env.broken.has(String(name))) return undefined;
    if (!parent) this.env.report(unknownParentProfile(place, String(name), [...this.profiles.keys()]));
    else if (this.#open.has(parent)) this.env.report(profileCycle(place, String(name)));
    else return this.resolve(parent);
    return undefined;
  }

  #reportUnknown(rule: string, file: ProfileFile, place: Place | undefined): void {
    this.env.report(
      unknownRuleInProfile(place ?? valuePlace(file.file, ['selections']), rule, [...this.rules.dirs.keys()]),
    );
  }

  #filter(file: ProfileFile, all: SelectionSet): void {
    const source = file.data.filter_rules;
    if (source === undefined || source === null || source === '') return;
    const place = valuePlace(file.file, ['filter_rules']);
    const filter = parseFilter(String(source));
    if (typeof filter !== 'function') {
      this.#reportFilter(place, filter);
      return;
    }
    for (const rule of [...all.selected.keys()]) {
      // What cannot be read is reported as such, and has nothing to compare.
      if (!this.rules.rule(rule)) continue;
      const kept = runFilter(filter, filterContext(rule, this.rules));
      if (typeof kept === 'object') {
        this.#reportFilter(place, kept);
        return;
      }
      if (!kept) all.selected.delete(rule);
    }
  }

  #reportFilter(
    place: NodePlace,
    { message, start, end }: { message: string; start: number; end: number },
  ): void {
    this.env.report(badFilter({ ...place, within: [start, Math.max(end, start + 1)] }, message));
  }
}

const isExtension = ({ data }: ProfileFile): boolean =>
  data.extends !== undefined && data.extends !== null && data.extends !== '';

/** Fields of a rule that a filter may ask for though the rule's file leaves them out. */
const lists = new Set([
  'platforms',
  'inherited_platforms',
  'warnings',
  'conflicts',
  'requires',
  'components',
]);
const texts = new Set(['platform', 'ocil', 'ocil_clause', 'fixtext', 'checktext', 'oval_external_content']);
const mappings = new Set(['identifiers', 'references', 'template']);

function filterContext(id: string, rules: RuleShelf): FilterContext {
  const data = rules.rule(id)?.data ?? {};
  return (name) => {
    if (name === 'id_') return id;
    if (name === 'inherited_platforms') return rules.inheritedPlatforms(id).map(({ value }) => value);
    if (name === 'platforms') {
      const platforms = Array.isArray(data.platforms) ? data.platforms : [];
      return typeof data.platform === 'string' ? [...platforms, data.platform] : platforms;
    }
    const value = data[name];
    if (value !== undefined && value !== null) return value;
    if (lists.has(name)) return [];
    if (texts.has(name)) return '';
    return mappings.has(name) ? {} : undefined;
  };
}
