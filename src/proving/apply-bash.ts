import type { ExecOptions, Root } from './root.js';
import type { ExecResult } from './run-process.js';

export interface BashOptions extends ExecOptions {
  /** Ends the script at the first command that fails (`set -e`). */
  readonly stopAtError?: boolean;
}

const SCRIPT = '/run/scapc-script.sh';

/**
 * Runs a Bash script in the root: a remediation, or what puts the root into a state.
 *
 * @param options time and environment, as for any command, and whether it stops at an error
 */
export async function applyBash(
  root: Root,
  script: string,
  { stopAtError = false, ...options }: BashOptions = {},
): Promise<ExecResult> {
  await root.write(SCRIPT, script, 0o700);
  const result = await root.exec(['bash', ...(stopAtError ? ['-e'] : []), SCRIPT], options);
  await root.exec(['rm', '-f', SCRIPT]);
  return result;
}
