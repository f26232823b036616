/**
 * What the page knows besides its texts: one JSON block of `index.html`, written by the generator and read
 * by the browser. Items, references, platforms and profiles name each other by their index, which keeps the
 * largest benchmark below one megabyte.
 */
export interface GuideData {
  /** The id of the benchmark. */
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** The file name that people give to `oscap`. */
  readonly dataStream: string;
  /** Starts the ids that a tailoring makes: `xccdf_<reverseDns>_profile_<name>`. */
  readonly reverseDns: string;
  /** Index of the profile that the texts were written with; -1 for none. */
  readonly profile: number;
  /** Every Group, Rule and Value in document order, a parent before its children. */
  readonly items: readonly StoredItem[];
  readonly catalogues: readonly CatalogueData[];
  readonly references: readonly ReferenceData[];
  readonly platforms: readonly string[];
  readonly languages: readonly LanguageData[];
  readonly profiles: readonly ProfileData[];
}

export type ItemData = GroupData | RuleData | ValueData;

type Stored<Data> = Data extends ItemData
  ? Omit<Data, 'id' | 'anchor' | 'title'> & { readonly id?: string }
  : never;

/**
 * An item as the data has it: its title and address stand in the list already, and so does its id, unless it
 * is not `xccdf_<reverseDns>_<kind>_<name>`.
 */
export type StoredItem = Stored<ItemData>;

/** The id that an address stands for where the data gives none. */
export const usualId = (kind: string, anchor: string, reverseDns: string): string =>
  `xccdf_${reverseDns}_${kind}_${anchor.slice(kind.length + 1)}`;

interface CommonData {
  readonly id: string;
  /** The id of its element in the page, and its address: `rule-postfix_installed`. */
  readonly anchor: string;
  readonly title: string;
  /** Index of the Group around it; -1 at the top. */
  readonly parent: number;
}

/** What Groups and Rules have; what is empty is left out. */
interface SelectableData extends CommonData {
  /** Only where false: not evaluated unless a profile selects it. */
  readonly selected?: false;
  readonly requires?: readonly string[];
  readonly conflicts?: readonly string[];
  readonly references?: readonly number[];
  readonly platforms?: readonly number[];
}

export interface GroupData extends SelectableData {
  readonly kind: 'group';
}

export interface RuleData extends SelectableData {
  readonly kind: 'rule';
  readonly severity: 'unknown' | 'info' | 'low' | 'medium' | 'high';
  readonly role?: 'full' | 'unscored' | 'unchecked';
  readonly weight?: number;
  readonly identifiers?: readonly string[];
  /** Only where true: a program can decide the rule. */
  readonly checked?: true;
  /** Only where true: a person can decide the rule. */
  readonly manual?: true;
  /** Indices of languages that it has a remediation in. */
  readonly remediations?: readonly number[];
  /** Indices of the Values that texts, checks or remediations use. */
  readonly values?: readonly number[];
}

export interface ValueData extends CommonData {
  readonly kind: 'value';
  readonly type: 'string' | 'number' | 'boolean';
  readonly operator: string;
  readonly options: readonly OptionData[];
}

export interface OptionData {
  readonly selector?: string;
  readonly value: string;
}

export interface CatalogueData {
  /** What people type before a colon to name it: `nist`. */
  readonly key: string;
  readonly title: string;
}

export interface ReferenceData {
  /** Index of the catalogue; -1 for a reference that names none. */
  readonly catalogue: number;
  readonly text: string;
}

export interface LanguageData {
  readonly key: string;
  readonly title: string;
}

/** A profile as its benchmark has it; what it inherits is worked out in the browser by `viewProfile`. */
export interface ProfileData {
  readonly id: string;
  readonly anchor: string;
  readonly title: string;
  /** The id of the profile that it extends. */
  readonly extends?: string;
  /** Indices of the items that it selects, and of those that it unselects. */
  readonly on: readonly number[];
  readonly off: readonly number[];
  readonly refineValues: readonly {
    readonly item: number;
    readonly selector?: string;
    readonly operator?: string;
  }[];
  readonly setValues: readonly { readonly item: number; readonly value: string }[];
  readonly refineRules: readonly RefineRuleData[];
  /** Only where true: it came from a tailoring file. */
  readonly tailored?: true;
}

export interface RefineRuleData {
  readonly item: number;
  readonly severity?: RuleData['severity'];
  readonly role?: NonNullable<RuleData['role']>;
  readonly weight?: number;
  readonly selector?: string;
}
