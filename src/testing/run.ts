import type { Report } from '../diagnostics/diagnostic.js';
import { createPlatformRoot, type Platform, ProvingError, type Root, unwrap } from '../proving/index.js';
import { FreshSystem } from './fresh-system.js';
import { machineProblem } from './messages.js';
import { offering } from './packages.js';
import type { Proof } from './proof.js';
import { prove } from './prove.js';
import type { ScenarioResult } from './result.js';

export interface RunOptions {
  /** How many scenarios run side by side. */
  readonly jobs: number;
  /** The system that roots copy; `/` otherwise. */
  readonly base?: string;
  /** Milliseconds for each step. */
  readonly timeoutMs: number;
  /** Told which scenario is done. */
  readonly onResult?: (result: ScenarioResult, done: number, total: number) => void;
}

/** Where each root has the data stream: among what stands for package sources, which no rule asks for. */
const BENCHMARK = '/var/lib/scapc/benchmark.xml';

/**
 * Runs the proofs of one product: a root is prepared once, each worker has a copy of it, which it resets for each
 * scenario. Whatever happens, the roots end with this process.
 *
 * @returns the results in the order of the proofs; fewer where the machine refuses something, which is reported
 */
export async function runProofs(
  proofs: readonly Proof[],
  platform: Platform,
  dataStream: string,
  options: RunOptions,
  report: Report,
): Promise<ScenarioResult[]> {
  const results: (ScenarioResult | undefined)[] = proofs.map(() => undefined);
  const names = proofs.flatMap(({ scenario }) => scenario.packages);
  const roots: Root[] = [];
  try {
    const whole = offering(platform, names);
    const fresh = unwrap(
      await createPlatformRoot(whole, options.base === undefined ? {} : { base: options.base }),
    );
    roots.push(fresh);
    await fresh.write(BENCHMARK, dataStream);
    await fresh.commit();
    let next = 0;
    let done = 0;
    const work = async (): Promise<void> => {
      const root = unwrap(await fresh.fork());
      roots.push(root);
      const system = new FreshSystem(root, whole);
      while (next < proofs.length) {
        const index = next++;
        const proof = proofs[index];
        if (!proof) return;
        try {
          const result = await prove(system, proof, { ...options, dataStream: { path: BENCHMARK } });
          results[index] = result;
          options.onResult?.(result, ++done, proofs.length);
        } catch (error) {
          next = proofs.length;
          throw error;
        }
      }
    };
    const workers = Array.from({ length: Math.min(options.jobs, proofs.length) }, work);
    const failed = (await Promise.allSettled(workers)).find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
  } catch (error) {
    if (!(error instanceof ProvingError)) throw error;
    report(machineProblem(error.problem));
  } finally {
    for (const root of roots.reverse()) await root.dispose();
  }
  return results.filter((result) => result !== undefined);
}
