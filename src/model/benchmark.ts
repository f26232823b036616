import type { Place } from '../source/file.js';
import type { OvalLibrary } from './oval.js';
import type { OvalPiece, RulePieces } from './pieces.js';
import type { Fact, Platform } from './platform.js';
import type { Remediation } from './remediation.js';
import type { RichText } from './text.js';

/**
 * A linked benchmark for one product: what every back-end reads, and all that it reads.
 *
 * Plain immutable data. `id` is always the id that XCCDF carries (`xccdf_<reverse-DNS>_rule_<name>`),
 * `name` the short word that people use and that files are named by. Whatever one item says of another
 * (a Rule's Value, a Profile's select) it says by `id`, and that id exists.
 */
export interface Benchmark {
  readonly id: string;
  /** The product: `alinux3`. */
  readonly name: string;
  readonly naming: Naming;
  /** The product's name for people: `Alibaba Cloud Linux 3`. */
  readonly productName: string;
  readonly title: RichText;
  readonly description: RichText;
  readonly notices: readonly Notice[];
  readonly frontMatter: RichText;
  readonly rearMatter: RichText;
  readonly status: Status;
  readonly version: string;
  /** Where newer versions of the benchmark are found: `version/@update`. */
  readonly updateUrl?: string;
  readonly language: string;
  readonly metadata: Metadata;
  /** Ids of the Facts or Platforms that the whole benchmark applies to. */
  readonly platforms: readonly PlatformReference[];
  readonly profiles: readonly Profile[];
  /** The top of the tree, in document order: Values, Rules and Groups. */
  readonly values: readonly Value[];
  readonly rules: readonly Rule[];
  readonly groups: readonly Group[];
  /** The same items, where they stand mixed: only content that somebody else built has this. */
  readonly children?: readonly (Value | Rule | Group)[];
  readonly platformDefinitions: ReadonlyMap<string, Platform>;
  readonly facts: ReadonlyMap<string, Fact>;
  /** The OVAL that the rules' checks reach, and the OVAL that the facts reach. */
  readonly oval: OvalLibrary;
  /** The OVAL of rules that were compiled apart from the benchmark, by `kind id`. */
  readonly ovalPieces?: ReadonlyMap<string, OvalPiece>;
  readonly cpeOval: OvalLibrary;
  /** Manual checks beside those of the rules, only to be read. */
  readonly manualChecks?: readonly ManualCheck[];
  /** Catalogues that references and identifiers belong to, by the `href` or `system` that items carry. */
  readonly catalogues: ReadonlyMap<string, Catalogue>;
}

/** How ids and file names of this benchmark are made. */
export interface Naming {
  /** Starts the names of output files: `scapc`. */
  readonly prefix: string;
  /** `io.github.scapc.content`: the middle of `xccdf_<reverseDns>_rule_<name>`. */
  readonly reverseDns: string;
  /** The namespace of OVAL and OCIL ids: `oval:<ovalNamespace>-<name>:def:1`. */
  readonly ovalNamespace: string;
  /** As `reverseDns`, for the ids of the data stream, where they are of another name. */
  readonly dataStreamReverseDns?: string;
  /** The convention that the benchmark says it keeps, where it is not `SCAP_1.3`: `Benchmark/@style`. */
  readonly style?: string;
}

export interface Notice {
  readonly id: string;
  readonly text: RichText;
}

export interface Status {
  /** accepted, deprecated, draft, incomplete or interim (NIST IR 7275r4, 6.2.8). */
  readonly value: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
}

/** Dublin Core of the benchmark (NIST IR 7275r4, 6.2.4). */
export interface Metadata {
  readonly publisher?: string;
  readonly creator?: string;
  readonly contributors: readonly string[];
  readonly source?: string;
}

/** A catalogue of requirements or of identifiers, for people. */
export interface Catalogue {
  /** The short key that authors write: `nist`. */
  readonly key: string;
  readonly title: string;
  readonly url?: string;
}

/** What an item may name as its platform: a Platform (`#id` in XCCDF) or a CPE name itself. */
export type PlatformReference =
  | { readonly kind: 'platform'; readonly id: string }
  | { readonly kind: 'cpe'; readonly name: string };

/** What Groups, Rules and Values have in common. */
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly title: RichText;
  readonly description: RichText;
  readonly warnings: readonly Warning[];
  /** Where the author wrote it; absent for what no author wrote. */
  readonly origin?: Place;
}

export interface Warning {
  /** A word of NIST IR 7275r4, table 34: general, functionality, performance, … */
  readonly category: string;
  readonly text: RichText;
}

export interface Group extends Item {
  readonly kind: 'group';
  readonly rationale: RichText;
  readonly platforms: readonly PlatformReference[];
  readonly requires: readonly string[];
  readonly conflicts: readonly string[];
  readonly references: readonly Reference[];
  /** Document order: `order` where the author gave one. */
  readonly children: readonly (Value | Rule | Group)[];
  readonly selected: boolean;
}

export type RuleSeverity = 'unknown' | 'info' | 'low' | 'medium' | 'high';
export type RuleRole = 'full' | 'unscored' | 'unchecked';

export interface Rule extends Item {
  readonly kind: 'rule';
  readonly rationale: RichText;
  /** Its own version, where it has one; DISA's STIGs put the id there that people know the rule by. */
  readonly version?: string;
  readonly severity: RuleSeverity;
  readonly role?: RuleRole;
  readonly weight?: number;
  /** Whether it is evaluated where no profile says otherwise. */
  readonly selected: boolean;
  readonly identifiers: readonly Identifier[];
  readonly references: readonly Reference[];
  readonly platforms: readonly PlatformReference[];
  readonly requires: readonly string[];
  readonly conflicts: readonly string[];
  readonly remediations: readonly Remediation[];
  readonly checks: readonly Check[];
  /** The manual check; its clause completes "It is the case that …" for a finding. */
  readonly ocil?: Ocil;
  /** What a person does to repair it: XCCDF `fixtext`. */
  readonly fixText?: RichText;
  /** Only where it was compiled apart from the benchmark: what stands in the place of its texts. */
  readonly pieces?: RulePieces;
}

/** An id in a public catalogue of configuration items: XCCDF `ident`. */
export interface Identifier {
  readonly system: string;
  readonly value: string;
}

/** A pointer to a requirement or a document: XCCDF `reference`. */
export interface Reference {
  /** URI of the catalogue or document; absent for free text. */
  readonly href?: string;
  readonly text: string;
}

/** One automated check of a rule: XCCDF `check` (NIST IR 7275r4, 6.4.4.4). */
export interface Check {
  /** `oval`: a definition of `Benchmark.oval`; `remote`: a document elsewhere; `sce`: a script beside. */
  readonly kind: 'oval' | 'remote' | 'sce';
  /** The URI of the checking system. */
  readonly system: string;
  /** Name of the OVAL definition, or of the script; absent where the whole document is meant. */
  readonly name?: string;
  /** Only `remote` and `sce`: where the content lies. */
  readonly href?: string;
  readonly multiCheck?: boolean;
  /** Which of several checks it is: `refine-rule/@selector` chooses. */
  readonly selector?: string;
  /** Whether what it finds is turned round. */
  readonly negate?: boolean;
  /** What the check hands back for the report: `stdout` of a script. */
  readonly imports?: readonly string[];
  /** Only `sce`: the script itself, for the data stream. */
  readonly script?: string;
  /** Values that the check reads, in document order. */
  readonly exports: readonly CheckExport[];
}

export interface CheckExport {
  /** The id of the Value. */
  readonly value: string;
  /** The name of the external variable. */
  readonly variable: string;
}

/** A manual check that goes with no rule of the benchmark. */
export interface ManualCheck {
  readonly name: string;
  readonly title: RichText;
  readonly ocil: Ocil;
}

export interface Ocil {
  /** What a person does to find out. */
  readonly question: RichText;
  /** What would be found on a system that breaks the rule. */
  readonly clause: string;
  /** Whether "yes, it is the case" passes; otherwise it fails, as a clause that tells of a finding wants. */
  readonly yesPasses?: boolean;
  /** `false` where the questionnaire is only there to be read: the rule is not checked by it. */
  readonly checks?: boolean;
}

export type ValueType = 'string' | 'number' | 'boolean';

export interface Value extends Item {
  readonly kind: 'value';
  readonly type: ValueType;
  /** equals, not equal, greater than, … (NIST IR 7275r4, table 17). */
  readonly operator: string;
  readonly interactive: boolean;
  /** In document order; the one without a selector is the default. */
  readonly options: readonly ValueOption[];
}

export interface ValueOption {
  /** Absent for the default. */
  readonly selector?: string;
  readonly value: string;
  readonly origin?: Place;
}

/** A named choice of rules and values: XCCDF `Profile`, with everything that it inherits. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly title: RichText;
  readonly description: RichText;
  /** The id of the profile that it extends; its own lists below then hold only what it changes. */
  readonly extends?: string;
  readonly version?: string;
  readonly status?: Status;
  readonly platforms: readonly PlatformReference[];
  readonly references: readonly Reference[];
  readonly selects: readonly Select[];
  readonly refineValues: readonly RefineValue[];
  readonly setValues: readonly SetValue[];
  readonly refineRules: readonly RefineRule[];
  readonly origin?: Place;
}

export interface Select {
  readonly idref: string;
  readonly selected: boolean;
}

export interface RefineValue {
  readonly idref: string;
  readonly selector?: string;
  readonly operator?: string;
}

export interface SetValue {
  readonly idref: string;
  readonly value: string;
}

export interface RefineRule {
  readonly idref: string;
  readonly severity?: RuleSeverity;
  readonly role?: RuleRole;
  readonly weight?: number;
  readonly selector?: string;
}
