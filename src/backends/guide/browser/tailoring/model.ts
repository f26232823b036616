import type { Profile } from '../../../../model/benchmark.js';
import { emptyText } from '../../../../model/text.js';
import type { RuleData } from '../../guide-data.js';
import { type Guide, itemAt } from '../guide.js';
import type { Chosen } from '../profiles.js';

export type Severity = RuleData['severity'];
export type Role = NonNullable<RuleData['role']>;

/** The reader's own profile: a base and what differs from it, by id of the items. */
export interface Tailoring {
  /** The last part of the profile's id. */
  readonly name: string;
  readonly title: string;
  /** Anchor of the profile that it extends, or `none`. */
  readonly base: string;
  readonly selects: Readonly<Record<string, boolean>>;
  readonly values: Readonly<Record<string, ValueChoice>>;
  readonly severities: Readonly<Record<string, Severity>>;
  readonly roles: Readonly<Record<string, Role>>;
}

/** One of the Value's options, or a value of the reader's own. */
export type ValueChoice = { readonly selector: string } | { readonly value: string };

export const newTailoring = (base: string, title: string): Tailoring => ({
  name: 'tailored',
  title,
  base,
  selects: {},
  values: {},
  severities: {},
  roles: {},
});

/** Selects or unselects a Rule or Group; to select it, the Groups around it are selected too. */
export function select(
  tailoring: Tailoring,
  guide: Guide,
  base: Chosen,
  index: number,
  on: boolean,
): Tailoring {
  const selects = { ...tailoring.selects };
  const put = (item: number, selected: boolean): void => {
    const { id } = itemAt(guide, item);
    if (base.isOn(item) === selected) delete selects[id];
    else selects[id] = selected;
  };
  put(index, on);
  if (on) for (const group of guide.ancestors(index)) put(group, true);
  return { ...tailoring, selects };
}

/** Chooses a value; `undefined` goes back to that of the base. */
export function chooseValue(tailoring: Tailoring, id: string, choice: ValueChoice | undefined): Tailoring {
  return { ...tailoring, values: changed(tailoring.values, id, choice) };
}

export function changeSeverity(
  tailoring: Tailoring,
  guide: Guide,
  base: Chosen,
  index: number,
  severity: Severity,
): Tailoring {
  const same = base.severityOf(index) === severity;
  return {
    ...tailoring,
    severities: changed(tailoring.severities, itemAt(guide, index).id, same ? undefined : severity),
  };
}

export function changeRole(
  tailoring: Tailoring,
  guide: Guide,
  base: Chosen,
  index: number,
  role: Role,
): Tailoring {
  const same = base.roleOf(index) === role;
  return { ...tailoring, roles: changed(tailoring.roles, itemAt(guide, index).id, same ? undefined : role) };
}

function changed<T>(
  record: Readonly<Record<string, T>>,
  id: string,
  value: T | undefined,
): Record<string, T> {
  const next = { ...record };
  if (value === undefined) delete next[id];
  else next[id] = value;
  return next;
}

export const countChanges = ({ selects, values, severities, roles }: Tailoring): number =>
  [selects, values, severities, roles].reduce((sum, record) => sum + Object.keys(record).length, 0);

/** The id of the profile (NIST IR 7275r4, 6.2.3). */
export const profileId = (tailoring: Tailoring, guide: Guide): string =>
  `xccdf_${guide.reverseDns}_profile_${tailoring.name}`;

/** The tailoring as the Profile that OpenSCAP will make of its file. */
export function profileOfTailoring(tailoring: Tailoring, guide: Guide): Profile {
  const base = guide.profiles.find(({ anchor }) => anchor === tailoring.base);
  const values = Object.entries(tailoring.values);
  return {
    id: profileId(tailoring, guide),
    name: tailoring.name,
    title: emptyText,
    description: emptyText,
    ...(base ? { extends: base.id } : {}),
    platforms: [],
    references: [],
    selects: Object.entries(tailoring.selects).map(([idref, selected]) => ({ idref, selected })),
    refineValues: values.flatMap(([idref, choice]) =>
      'selector' in choice ? [{ idref, selector: choice.selector }] : [],
    ),
    setValues: values.flatMap(([idref, choice]) =>
      'value' in choice ? [{ idref, value: choice.value }] : [],
    ),
    refineRules: refinedRules(tailoring),
  };
}

/** One `refine-rule` for each Rule with another severity or role. */
export function refinedRules({ severities, roles }: Tailoring): Profile['refineRules'] {
  const ids = [...new Set([...Object.keys(severities), ...Object.keys(roles)])];
  return ids.map((idref) => ({
    idref,
    ...(severities[idref] === undefined ? {} : { severity: severities[idref] }),
    ...(roles[idref] === undefined ? {} : { role: roles[idref] }),
  }));
}
