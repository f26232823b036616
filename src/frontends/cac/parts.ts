import type { Check } from '../../model/benchmark.js';
import type { FactSource, Sourced } from '../../model/content.js';
import type { OvalLibrary } from '../../model/oval.js';
import type { Remediation } from '../../model/remediation.js';
import type { DeclaringFile } from './oval/static-files.js';
import type { RuleFile } from './tree/rule-file.js';

/** What templates, checks, remediations and CPE items give to the tree of one product. */
export interface ProductParts {
  readonly facts: FactSource;
  /** CPE names of the product itself. */
  readonly platforms: readonly Sourced<string>[];
  /** Every OVAL item that a rule may reach. */
  readonly oval: OvalLibrary;
  /** Every OVAL item that a fact may reach. */
  readonly cpeOval: OvalLibrary;
  /** The OVAL definition that checks a rule; nothing where there is none for the product. */
  definition(rule: RuleFile): Sourced<string> | undefined;
  /** The scripts that check a rule. */
  scripts(rule: RuleFile): readonly Check[];
  /** The remediations of a rule, without the guard of its platforms. */
  remediations(rule: RuleFile): readonly Remediation[];
}

/** What is asked for. */
export interface WantedParts {
  /** The rules whose checks and remediations are wanted. */
  readonly rules: readonly RuleFile[];
  /** Names of all rules that the benchmark will hold. */
  readonly held: ReadonlySet<string>;
  /** The files of rules that declare external variables. */
  readonly declaring: readonly DeclaringFile[];
  /** The platform expressions whose facts are wanted. */
  readonly expressions: readonly string[];
  /** Whether the OVAL that decides facts is left out. */
  readonly isPart: boolean;
}

/** Reads the parts for rules that the benchmark will hold. */
export type ReadParts = (wanted: WantedParts) => Promise<ProductParts>;
