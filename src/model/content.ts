import type { Place } from '../source/file.js';
import type {
  Benchmark,
  Catalogue,
  Check,
  Group,
  Metadata,
  Naming,
  Notice,
  Profile,
  Rule,
  Status,
  Value,
} from './benchmark.js';
import { rulesOf } from './items.js';
import type { OvalLibrary } from './oval.js';
import type { RulePieces } from './pieces.js';
import type { Fact } from './platform.js';
import type { Remediation } from './remediation.js';

/**
 * What a source front-end hands to `resolve`: one product's benchmark as its authors wrote it, its items
 * naming each other by short names that may not exist. `resolve` links them into a `Benchmark`.
 */
export interface Content
  extends Pick<
    Benchmark,
    | 'id'
    | 'name'
    | 'productName'
    | 'title'
    | 'description'
    | 'frontMatter'
    | 'rearMatter'
    | 'version'
    | 'updateUrl'
    | 'language'
    | 'manualChecks'
  > {
  readonly naming: Naming;
  readonly notices: readonly Notice[];
  readonly status: Status;
  readonly metadata: Metadata;
  readonly catalogues: ReadonlyMap<string, Catalogue>;
  /** CPE names, or platform expressions, that the whole benchmark applies to. */
  readonly platforms: readonly Sourced<string>[];
  /** The top of the tree: its own fields are the benchmark's, so only its children count. */
  readonly children: readonly ItemSource[];
  /** What each rule that was read names, by the name of the rule. */
  readonly ruleNames: ReadonlyMap<string, RuleNames>;
  /**
   * Only some rules of the benchmark are here, to be compiled by themselves. What is said of the whole (profiles,
   * the facts of the benchmark) is left out.
   */
  readonly isPart?: boolean;
  /** As `RuleChoice` has them. */
  readonly platformOrder?: readonly string[];
  readonly profiles: readonly ProfileSource[];
  /** Names of items that exist but could not be read: what mentions them is not at fault. */
  readonly broken: ReadonlySet<string>;
  /**
   * Ids, by name, of items that exist but are not part of this benchmark, where `requires` and `conflicts`
   * may name them all the same.
   */
  readonly elsewhere?: Pick<ReadonlyMap<string, string>, 'get'>;
  /** Every fact that an expression may name; `fact` makes those that have parameters. */
  readonly facts: FactSource;
  /** How the guards around remediations are worded. */
  readonly guardWording: GuardWording;
  /** All OVAL that there is; `resolve` keeps what something reaches. */
  readonly oval: OvalLibrary;
  /** The OVAL that facts are decided by, where it is kept apart from that of the rules. */
  readonly cpeOval?: OvalLibrary;
}

/** An item as its author wrote it; a rule may have been compiled before. */
export type ItemSource = Value | RuleSource | CompiledRule | GroupSource;

/** A rule that was read, linked and compiled apart from the benchmark that it is in. */
export interface CompiledRule extends Rule {
  readonly pieces: RulePieces;
}

export const isCompiled = (item: ItemSource): item is CompiledRule =>
  item.kind === 'rule' && 'pieces' in item;

/** The rules of a benchmark that was put together from compiled rules. */
export const compiledRulesOf = (benchmark: Benchmark): CompiledRule[] =>
  rulesOf(benchmark).flatMap((rule) => (rule.pieces ? [{ ...rule, pieces: rule.pieces }] : []));

/** What a rule names that only the whole benchmark can look after. */
export interface RuleNames {
  /** Platform expressions, as their author wrote them. */
  readonly platforms: readonly string[];
  /** Values that must be in the benchmark for its sake. */
  readonly values: readonly string[];
}

/** Which rules of a product are to be read; all of them where nothing is said. */
export interface RuleChoice {
  readonly isWanted: (name: string) => boolean;
  /** Rules that need not be read, since they were compiled before, by name. */
  readonly compiled: ReadonlyMap<string, CompiledRule>;
  /** Rules that are neither are in another part. */
  readonly isPart: boolean;
  /**
   * Platform expressions of the whole benchmark, in the order in which it has them: of equal ones the first gives its
   * name to the Platform, also where it is in another part.
   */
  readonly platforms?: readonly string[];
}

/** What the guards that `resolve` puts around remediations say; the conditions are those of the facts. */
export interface GuardWording {
  readonly bash: {
    /** The comment above the condition. */
    readonly comment: string;
    /** What is said, to standard error, where the rule does not apply. */
    readonly notApplicable: string;
  };
  /** How tasks are written: as ansible-lint wants it, or as libyaml does and ComplianceAsCode expects. */
  readonly taskStyle: 'ansible-lint' | 'libyaml';
  /** The task that learns which packages there are, for conditions that ask. */
  readonly packageFacts: {
    readonly name: string;
    /** `ansible.builtin.package_facts`, or its short name. */
    readonly module: string;
    readonly manager: string;
  };
}

/** A name that somebody wrote, and where. */
export interface Sourced<T> {
  readonly value: T;
  readonly place?: Place;
}

export interface GroupSource extends Omit<Group, 'platforms' | 'requires' | 'conflicts' | 'children'> {
  readonly platforms: readonly Sourced<string>[];
  readonly requires: readonly Sourced<string>[];
  readonly conflicts: readonly Sourced<string>[];
  readonly children: readonly ItemSource[];
}

export interface RuleSource
  extends Omit<Rule, 'platforms' | 'requires' | 'conflicts' | 'checks' | 'remediations'> {
  /** Platform expressions; the rule applies where any of them holds. */
  readonly platforms: readonly Sourced<string>[];
  readonly requires: readonly Sourced<string>[];
  readonly conflicts: readonly Sourced<string>[];
  /** Without the guard of the platforms, which `resolve` adds. */
  readonly remediations: readonly Remediation[];
  /** The OVAL definition that checks it; `resolve` finds the Values that it reads. */
  readonly definition?: Sourced<string>;
  /** Checks that need no linking: remote content, scripts. */
  readonly otherChecks: readonly Check[];
}

/** A profile as written; each selection is one line of the selection language. */
export interface ProfileSource
  extends Pick<
    Profile,
    'id' | 'name' | 'title' | 'description' | 'version' | 'status' | 'references' | 'origin'
  > {
  readonly extends?: Sourced<string>;
  readonly platforms: readonly Sourced<string>[];
  /** `rule`, `!rule`, `value=option`, `rule.severity=…`, `rule.role=…`; rules, groups and values by name. */
  readonly selections: readonly Sourced<string>[];
}

/** Where `resolve` asks for the facts of an expression. */
export interface FactSource {
  /** The names that there are, for a hint at a misspelt one. */
  readonly names: readonly string[];
  /** Names that exist but could not be read: an expression that names one is not at fault. */
  readonly broken?: ReadonlySet<string>;
  /**
   * The fact that an atom of an expression names: `machine`, or `package` with the argument `postfix` and
   * a version range such as `>=3.5`. Nothing where there is none.
   */
  fact(name: string, argument: string | undefined, versions: string | undefined): Fact | undefined;
}
