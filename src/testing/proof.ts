import type { Benchmark, Profile, Rule } from '../model/benchmark.js';
import type { Scenario } from '../model/scenario.js';

/** A scenario that is ready to be run: everything that it names was found. */
export interface Proof {
  readonly benchmark: Benchmark;
  readonly rule: Rule;
  readonly scenario: Scenario;
  /** The profile to scan with: that of the scenario, with its values, and the rule selected. */
  readonly profile: Profile;
  /** What puts the root into the state. */
  readonly script: string;
  /** The text of a tailoring file with the profile. */
  readonly tailoring: string;
  /** The text of a data stream with the rule and what it needs, and no more; made when it is first asked for. */
  readonly dataStream: () => string;
  /** What repairs the state, as the files of a profile do it; absent where the rule has none. */
  readonly bash?: string;
  readonly ansible?: string;
}
