import type { Report } from '../diagnostics/diagnostic.js';
import type {
  PlatformReference,
  Profile,
  RefineRule,
  RefineValue,
  RuleRole,
  RuleSeverity,
  Select,
  Value,
} from '../model/benchmark.js';
import type { ItemSource, ProfileSource, Sourced } from '../model/content.js';
import {
  extendsCycle,
  notARule,
  selectedTwice,
  unknownOption,
  unknownProfile,
  unknownRole,
  unknownSelection,
  unknownSeverity,
} from './messages.js';

/** What selections may name, by its short name. */
export interface Selectable {
  readonly items: ReadonlyMap<string, Exclude<ItemSource, Value>>;
  readonly values: ReadonlyMap<string, Value>;
  /** Names that exist but could not be read, which has been reported. */
  readonly broken: ReadonlySet<string>;
}

const severities: readonly RuleSeverity[] = ['unknown', 'info', 'low', 'medium', 'high'];
const roles: readonly RuleRole[] = ['full', 'unscored', 'unchecked'];

/** Turns the selection lines of profiles into XCCDF's selectors, and their names into ids. */
export function resolveProfiles(
  profiles: readonly ProfileSource[],
  selectable: Selectable,
  platform: (source: Sourced<string>) => PlatformReference | undefined,
  report: Report,
): Profile[] {
  const byName = new Map(profiles.map((profile) => [profile.name, profile]));
  reportCycles(profiles, byName, report);
  return profiles.map((profile) => {
    const base = profile.extends && byName.get(profile.extends.value);
    if (profile.extends && !base && !selectable.broken.has(profile.extends.value)) {
      report(unknownProfile(profile.extends.value, [...byName.keys()], profile.extends.place));
    }
    const { id, name, title, description, version, status, references, origin } = profile;
    return {
      id,
      name,
      title,
      description,
      ...(base ? { extends: base.id } : {}),
      ...(version === undefined ? {} : { version }),
      ...(status === undefined ? {} : { status }),
      platforms: profile.platforms.flatMap((source) => platform(source) ?? []),
      references,
      ...new Selections(selectable, report).read(profile.selections),
      setValues: [],
      ...(origin ? { origin } : {}),
    };
  });
}

function reportCycles(
  profiles: readonly ProfileSource[],
  byName: ReadonlyMap<string, ProfileSource>,
  report: Report,
): void {
  const done = new Set<ProfileSource>();
  for (const profile of profiles) {
    const path: ProfileSource[] = [];
    for (let at: ProfileSource | undefined = profile; at && !done.has(at); ) {
      const start = path.indexOf(at);
      if (start >= 0) {
        report(extendsCycle(path.slice(start)));
        break;
      }
      path.push(at);
      at = at.extends && byName.get(at.extends.value);
    }
    for (const each of path) done.add(each);
  }
}

/** The selections of one profile, line by line. */
class Selections {
  readonly #selects = new Map<string, Select>();
  readonly #refineValues = new Map<string, RefineValue>();
  readonly #refineRules = new Map<string, RefineRule>();

  constructor(
    readonly selectable: Selectable,
    readonly report: Report,
  ) {}

  read(lines: readonly Sourced<string>[]): Pick<Profile, 'selects' | 'refineValues' | 'refineRules'> {
    for (const line of lines) this.#line(line);
    return {
      selects: [...this.#selects.values()],
      refineValues: [...this.#refineValues.values()],
      refineRules: [...this.#refineRules.values()],
    };
  }

  #line(line: Sourced<string>): void {
    const text = line.value.trim();
    const equals = text.indexOf('=');
    if (equals < 0) this.#select(text, line);
    else if (/^[^=]+\.(severity|role)$/.test(text.slice(0, equals))) this.#refineRule(text, equals, line);
    else this.#chooseOption(text.slice(0, equals).trim(), text.slice(equals + 1).trim(), line);
  }

  #select(text: string, { place }: Sourced<string>): void {
    const selected = !text.startsWith('!');
    const name = selected ? text : text.slice(1).trim();
    const item = this.selectable.items.get(name);
    if (!item) {
      if (this.selectable.broken.has(name)) return;
      const known = [...this.selectable.items.keys(), ...this.selectable.values.keys()];
      this.report(unknownSelection(name, known, this.selectable.values.has(name), place));
      return;
    }
    if (this.#selects.has(item.id)) this.report(selectedTwice(name, place));
    this.#selects.set(item.id, { idref: item.id, selected });
  }

  #chooseOption(name: string, option: string, { place }: Sourced<string>): void {
    const value = this.selectable.values.get(name);
    if (!value) {
      if (this.selectable.broken.has(name)) return;
      this.report(unknownSelection(name, [...this.selectable.values.keys()], false, place));
      return;
    }
    const known = value.options.map(({ selector }) => selector ?? 'default');
    if (!known.includes(option)) {
      this.report(unknownOption(name, option, known, place));
      return;
    }
    if (this.#refineValues.has(value.id)) this.report(selectedTwice(name, place));
    this.#refineValues.set(value.id, { idref: value.id, selector: option });
  }

  #refineRule(text: string, equals: number, { place }: Sourced<string>): void {
    const dot = text.lastIndexOf('.', equals);
    const name = text.slice(0, dot).trim();
    const key = text.slice(dot + 1, equals).trim();
    const wanted = text.slice(equals + 1).trim();
    const item = this.selectable.items.get(name);
    if (!item) {
      if (this.selectable.broken.has(name)) return;
      this.report(unknownSelection(name, [...this.selectable.items.keys()], false, place));
      return;
    }
    if (item.kind !== 'rule') {
      this.report(notARule(name, place));
      return;
    }
    const before = this.#refineRules.get(item.id) ?? { idref: item.id };
    if (key === 'severity') {
      const severity = severities.find((each) => each === wanted);
      if (severity) this.#refineRules.set(item.id, { ...before, severity });
      else this.report(unknownSeverity(wanted, severities, place));
    } else {
      const role = roles.find((each) => each === wanted);
      if (role) this.#refineRules.set(item.id, { ...before, role });
      else this.report(unknownRole(wanted, roles, place));
    }
  }
}
