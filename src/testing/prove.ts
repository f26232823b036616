import type { ExpectedResult } from '../model/scenario.js';
import {
  type AnsibleRun,
  applyAnsible,
  applyBash,
  type ExecResult,
  type Problem,
  ProvingError,
  type Root,
  type RuleResult,
  type ScanReport,
  scan,
  unwrap,
} from '../proving/index.js';
import { checkInWords } from './check-in-words.js';
import type { FreshSystem } from './fresh-system.js';
import { needsFacts } from './needs-facts.js';
import type { Proof } from './proof.js';
import type { Detail, Failure, ScenarioResult, Step, StepName } from './result.js';
import { differences, stateOf } from './state.js';

export interface ProveOptions {
  /** Where the root has the data stream, in which the rule is one of many. */
  readonly dataStream: { readonly path: string };
  /** Milliseconds for each step. */
  readonly timeoutMs: number;
}

/** Problems that a scenario can be the cause of: they fail it. All others keep every scenario from being run. */
const ownProblems: ReadonlySet<Problem['code']> = new Set([
  'root-command-failed',
  'package-build-failed',
  'package-install-failed',
  'scan-failed',
  'scan-timeout',
]);

/** Ends a row of steps: the rest has no sense any more. */
class Stop extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/**
 * Runs a scenario on a fresh system: the state, the scan, and each repair from the same state. What the system was
 * before is lost.
 */
export async function prove(
  system: FreshSystem,
  proof: Proof,
  options: ProveOptions,
): Promise<ScenarioResult> {
  const started = performance.now();
  const { scenario, benchmark } = proof;
  const run = new Run(system, proof, options);
  await run.all();
  return {
    product: benchmark.name,
    rule: scenario.rule,
    scenario: scenario.name,
    expected: scenario.expected,
    steps: run.steps,
    failures: run.failures,
    ...(scenario.unrepairable === undefined ? {} : { unrepairable: scenario.unrepairable }),
    notExercised: scenario.notExercised,
    seconds: (performance.now() - started) / 1000,
  };
}

class Run {
  readonly steps: Step[] = [];
  readonly failures: Failure[] = [];

  readonly root: Root;

  constructor(
    readonly system: FreshSystem,
    readonly proof: Proof,
    readonly options: ProveOptions,
  ) {
    this.root = system.root;
  }

  async all(): Promise<void> {
    const { scenario, bash, ansible } = this.proof;
    const scanned = await this.#row(async () => {
      await this.#step('state', () => this.#makeState());
      await this.#step('scan', () => this.#scan('scan', scenario.expected));
    });
    if (!scanned || scenario.expected === 'pass') return;
    const applies = scenario.expected === 'fail';
    // Each repair starts from the state anew, so that one that fails does not spoil the other.
    let stateIsMade = true;
    if (bash !== undefined) {
      await this.#row(() => (applies ? this.#bash(bash) : this.#bashLeavesAlone(bash)));
      stateIsMade = false;
    }
    if (ansible !== undefined) {
      await this.#row(async () => {
        if (!stateIsMade) await this.#makeState();
        await (applies ? this.#ansible(ansible) : this.#ansibleLeavesAlone(ansible));
      });
    }
  }

  /** Whether all steps of a row passed. */
  async #row(steps: () => Promise<void>): Promise<boolean> {
    try {
      await steps();
      return true;
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      this.failures.push(error.failure);
      return false;
    }
  }

  async #step(name: StepName, action: () => Promise<void>): Promise<void> {
    try {
      await action();
      this.steps.push({ name, passed: true });
    } catch (error) {
      const stop = error instanceof ProvingError ? stopFor(name, error.problem) : error;
      if (stop instanceof Stop) this.steps.push({ name, passed: false });
      throw stop;
    }
  }

  async #makeState(): Promise<void> {
    const { scenario, script } = this.proof;
    await this.system.reset(scenario.packages);
    const result = await applyBash(this.root, script, {
      timeoutMs: this.options.timeoutMs,
      stopAtError: true,
    });
    if (result.timedOut) stop('state', `the script did not end within ${this.#limit}`, output(result));
    if (result.exitCode !== 0)
      stop('state', `the script failed with exit code ${result.exitCode}`, output(result));
  }

  async #scan(step: StepName, expected: ExpectedResult): Promise<void> {
    const { rule, tailoring, profile } = this.proof;
    const { timeoutMs } = this.options;
    const dataStream = step === 'scan' ? this.options.dataStream : this.proof.dataStream();
    const request = { dataStream, tailoring, profile: profile.id, rules: [rule.id], timeoutMs };
    const resultOf = ({ results }: ScanReport): RuleResult | undefined =>
      results.find((each) => each.rule === rule.id);
    const report = unwrap(await scan(this.root, { ...request, progress: true }));
    const result = resultOf(report);
    if (result?.result === expected) return;
    const again = await scan(this.root, { ...request, arf: true });
    const words = again.ok && again.value.arf !== undefined ? checkInWords(again.value.arf, this.proof) : '';
    const said: Detail[] = [
      ...((again.ok && resultOf(again.value)?.messages) || []).map((text) => ({ title: 'oscap says', text })),
      ...(report.warnings.trim() === '' ? [] : [{ title: 'oscap warns', text: report.warnings.trim() }]),
    ];
    const found = result?.result ?? 'nothing';
    stop(step, scanMessage(step, expected, found), [
      ...(words === '' ? [] : [{ title: 'what the check found', text: words }]),
      ...said,
    ]);
  }

  async #bash(script: string): Promise<void> {
    let printed: Detail[] = [];
    await this.#step('bash', async () => {
      const result = await this.#applyBash(script);
      printed = output(result);
      this.#ended('bash', 'the Bash remediation', result);
    });
    await this.#step('scan after bash', () =>
      withDetails(printed, () => this.#scan('scan after bash', 'pass')),
    );
    await this.#step('bash again', () =>
      this.#bashChangesNothing(
        'bash again',
        script,
        'the Bash remediation, run once more,',
        'the system again',
      ),
    );
  }

  /** A remediation is part of larger files, and must do nothing where its rule does not apply. */
  #bashLeavesAlone(script: string): Promise<void> {
    return this.#step('bash', () =>
      this.#bashChangesNothing('bash', script, 'the Bash remediation', notForIt),
    );
  }

  async #bashChangesNothing(step: StepName, script: string, who: string, whom: string): Promise<void> {
    const before = await stateOf(this.root, this.system.platform);
    const result = await this.#applyBash(script);
    this.#ended(step, who, result);
    const changed = differences(before, await stateOf(this.root, this.system.platform));
    if (changed.length === 0) return;
    stop(step, `${who} changes ${whom}`, [{ title: 'changed', text: changed.join('\n') }, ...output(result)]);
  }

  #applyBash(script: string): Promise<ExecResult> {
    return applyBash(this.root, script, { timeoutMs: this.options.timeoutMs });
  }

  /** Both runs are made by one process: what a scan finds after the second is what it would find after the first, if the second changes nothing. */
  async #ansible(playbook: string): Promise<void> {
    let printed: Detail[] = [];
    let changedAgain = 0;
    await this.#step('ansible', async () => {
      const run = await this.#play(playbook, 2);
      printed = output(run);
      changedAgain = run.each[1]?.changed ?? 0;
    });
    await this.#step('scan after ansible', () =>
      withDetails(printed, () => this.#scan('scan after ansible', 'pass')),
    );
    await this.#step('ansible again', async () => {
      if (changedAgain > 0)
        stop(
          'ansible again',
          `the playbook, run once more, changes the system again: changed=${changedAgain}`,
          printed,
        );
    });
  }

  #ansibleLeavesAlone(playbook: string): Promise<void> {
    return this.#step('ansible', async () => {
      const run = await this.#play(playbook, 1);
      if (run.changed > 0)
        stop('ansible', `the playbook changes ${notForIt}: changed=${run.changed}`, output(run));
    });
  }

  async #play(playbook: string, runs: number): Promise<AnsibleRun> {
    const run = unwrap(
      await applyAnsible(this.root, playbook, {
        runs,
        inCopy: true,
        gatherFacts: needsFacts(playbook),
        timeoutMs: this.options.timeoutMs,
      }),
    );
    this.#ended('ansible', 'the playbook', run);
    return run;
  }

  #ended(step: StepName, what: string, result: ExecResult): void {
    if (result.timedOut) stop(step, `${what} did not end within ${this.#limit}`, output(result));
    if (result.exitCode !== 0) stop(step, `${what} failed with exit code ${result.exitCode}`, output(result));
  }

  get #limit(): string {
    return `${this.options.timeoutMs / 1000} s`;
  }
}

const notForIt = 'a system that the rule does not apply to';

function stop(step: StepName, message: string, details: readonly Detail[]): never {
  throw new Stop({ step, message, details });
}

/** A problem of this scenario as its failure; one of the machine goes on as it is. */
function stopFor(step: StepName, problem: Problem): Error {
  if (!ownProblems.has(problem.code)) return new ProvingError(problem);
  const { message, detail = '' } = problem;
  const details = detail.trim() === '' ? [] : [{ title: 'it said', text: detail.trim() }];
  return new Stop({ step, message: lowerFirst(message.replace(/\.$/, '')), details });
}

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** Adds to a failure what was printed before it. */
async function withDetails(details: readonly Detail[], action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const { failure } = error;
    throw new Stop({ ...failure, details: [...failure.details, ...details] });
  }
}

const output = ({ stdout, stderr }: ExecResult): Detail[] =>
  (
    [
      ['standard output', stdout],
      ['standard error', stderr],
    ] as const
  ).flatMap(([title, text]) => (text.trim() === '' ? [] : [{ title, text: text.trim() }]));

function scanMessage(step: StepName, expected: ExpectedResult, found: string): string {
  if (step === 'scan after bash') return `after the Bash remediation the scan gives ${found}, not pass`;
  if (step === 'scan after ansible') return `after the playbook the scan gives ${found}, not pass`;
  return `the scan gives ${found}, not ${expected}`;
}
