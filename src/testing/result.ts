import type { ExpectedResult } from '../model/scenario.js';

/** What was tried with a scenario, in this order. */
export type StepName =
  | 'state'
  | 'scan'
  | 'bash'
  | 'scan after bash'
  | 'bash again'
  | 'ansible'
  | 'scan after ansible'
  | 'ansible again';

export interface Step {
  readonly name: StepName;
  readonly passed: boolean;
}

/** Why a scenario failed. */
export interface Failure {
  readonly step: StepName;
  /** One sentence. */
  readonly message: string;
  /** The check, test by test, in words; what changed; what a program printed. */
  readonly details: readonly Detail[];
}

export interface Detail {
  readonly title: string;
  readonly text: string;
}

export interface ScenarioResult {
  readonly product: string;
  /** Short name of the rule. */
  readonly rule: string;
  readonly scenario: string;
  readonly expected: ExpectedResult;
  readonly steps: readonly Step[];
  readonly failures: readonly Failure[];
  /** Why nothing repairs the state, where that is so. */
  readonly unrepairable?: string;
  readonly notExercised: readonly string[];
  readonly seconds: number;
}

export const hasPassed = ({ failures }: ScenarioResult): boolean => failures.length === 0;

/** What all scenarios gave. */
export interface TestRun {
  /** In the order of the content. */
  readonly results: readonly ScenarioResult[];
  readonly seconds: number;
}
