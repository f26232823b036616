import type { Place } from '../source/file.js';
import type { Sourced } from './content.js';
import type { RemediationPart } from './remediation.js';

/** A state of a system that a rule is tried on, as an author wrote it. */
export interface Scenario {
  /** The short name of the rule. */
  readonly rule: string;
  /** What the author called it: the name of its file up to the first dot. */
  readonly name: string;
  readonly expected: ExpectedResult;
  /** A Bash script that puts a fresh system into the state. */
  readonly script: readonly RemediationPart[];
  /** Names of the products that it is for; empty for all. */
  readonly products: readonly Sourced<string>[];
  /** Name of the profile whose values count. */
  readonly profile?: Sourced<string>;
  /** Values that are set otherwise: the name of an option, or a value itself. */
  readonly variables: readonly ScenarioVariable[];
  /** Packages that must be installed before the script runs. */
  readonly packages: readonly string[];
  /** Why no remediation can repair the state; absent where one must. */
  readonly unrepairable?: string;
  /** What such a trial cannot show of the rule. */
  readonly notExercised: readonly string[];
  readonly origin: Place;
}

/** What a scan of the state must find, by the words of XCCDF; the name of the file says it (`NAME.fail.sh`). */
export type ExpectedResult = 'pass' | 'fail' | 'notapplicable';

export interface ScenarioVariable {
  /** Short name of the Value. */
  readonly name: string;
  readonly value: string;
  readonly place: Place;
}
