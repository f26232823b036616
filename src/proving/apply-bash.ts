import type { ExecOptions, Root } from './root.js';
import type { ExecResult } from './run-process.js';

export interface BashOptions extends Omit<ExecOptions, 'input'> {
  /** Ends the script at the first command that fails (`set -e`). */
  readonly stopAtError?: boolean;
}

/** Takes the script from its input, in the same process in which it runs: to start one takes as long as most scripts. */
const RUN = `file=/run/scapc-script.sh
(umask 077; cat > "$file") || exit
bash "$@" "$file" < /dev/null
code=$?
rm -f "$file"
exit "$code"`;

/**
 * Runs a Bash script in the root: a remediation, or what puts the root into a state.
 *
 * @param options time and environment, as for any command, and whether it stops at an error
 */
export function applyBash(
  root: Root,
  script: string,
  { stopAtError = false, ...options }: BashOptions = {},
): Promise<ExecResult> {
  const argv = ['sh', '-c', RUN, 'run', ...(stopAtError ? ['-e'] : [])];
  return root.exec(argv, { ...options, input: script });
}
