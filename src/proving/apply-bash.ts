import type { ExecOptions, Root } from './root.js';
import type { ExecResult } from './run-process.js';

const SCRIPT = '/run/scapc-script.sh';

/**
 * Runs a Bash script in the root: a remediation, or what puts the root into a state.
 *
 * @param options time and environment, as for any command
 */
export async function applyBash(root: Root, script: string, options: ExecOptions = {}): Promise<ExecResult> {
  await root.write(SCRIPT, script, 0o700);
  const result = await root.exec(['bash', SCRIPT], options);
  await root.exec(['rm', '-f', SCRIPT]);
  return result;
}
