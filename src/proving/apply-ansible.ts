import { failure, type Result, success, toolMissing } from './problem.js';
import type { Root } from './root.js';
import type { ExecResult } from './run-process.js';

export interface AnsibleOptions {
  /** Variables that override those of the playbook. */
  readonly extraVars?: Readonly<Record<string, unknown>>;
  /** Only the tasks with one of these tags. */
  readonly tags?: readonly string[];
  /** Only say what would change (`--check`). */
  readonly check?: boolean;
  /** Milliseconds, 600,000 by default. */
  readonly timeoutMs?: number;
}

/** What a playbook did. The counts are Ansible's recap; all are 0 when it did not get as far as the recap. */
export interface AnsibleRun extends ExecResult {
  readonly ok: number;
  readonly changed: number;
  readonly failed: number;
  readonly unreachable: number;
  readonly skipped: number;
  readonly ignored: number;
}

const FOLDER = '/run/scapc-playbook';
const DEFAULT_TIMEOUT_MS = 600_000;

/**
 * Environment of `ansible-playbook`: output that is the same everywhere, temporary files that vanish with the
 * root's run-time state.
 */
const ENVIRONMENT = {
  ANSIBLE_NOCOLOR: '1',
  ANSIBLE_STDOUT_CALLBACK: 'default',
  ANSIBLE_PIPELINING: '1',
  ANSIBLE_RETRY_FILES_ENABLED: '0',
  ANSIBLE_LOCAL_TEMP: `${FOLDER}/local`,
  ANSIBLE_REMOTE_TEMP: `${FOLDER}/remote`,
};

/**
 * Runs a playbook in the root with Debian's ansible-core, which is both control node and managed node there.
 *
 * @param playbook its YAML; its `hosts` must match `localhost` (`all` does)
 * @returns what it did, also for a failure or a time-out; or the problem `tool-missing`
 */
export async function applyAnsible(
  root: Root,
  playbook: string,
  options: AnsibleOptions = {},
): Promise<Result<AnsibleRun>> {
  const variables = { ansible_python_interpreter: '/usr/bin/python3', ...options.extraVars };
  await root.unpack([
    { path: `${FOLDER}/playbook.yml`, content: playbook },
    { path: `${FOLDER}/variables.json`, content: JSON.stringify(variables) },
  ]);
  const result = await root.exec(commandLine(options), {
    env: ENVIRONMENT,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
  });
  await root.exec(['rm', '-rf', FOLDER]);
  if (result.exitCode === 127) return failure(toolMissing('ansible-playbook', 'ansible-core', 'root'));
  return success({ ...result, ...recap(result.stdout) });
}

function commandLine(options: AnsibleOptions): string[] {
  return [
    ...['ansible-playbook', '--inventory', 'localhost,', '--connection', 'local'],
    ...['--extra-vars', `@${FOLDER}/variables.json`],
    ...(options.tags === undefined ? [] : ['--tags', options.tags.join(',')]),
    ...(options.check ? ['--check'] : []),
    `${FOLDER}/playbook.yml`,
  ];
}

/** Reads `localhost : ok=2 changed=1 unreachable=0 failed=0 …`, the last lines that ansible-playbook prints. */
function recap(output: string): Omit<AnsibleRun, keyof ExecResult> {
  const line = output.slice(output.lastIndexOf('PLAY RECAP')).match(/^localhost\s*:.*$/m)?.[0] ?? '';
  const count = (name: string): number => Number(line.match(new RegExp(`\\b${name}=(\\d+)`))?.[1] ?? 0);
  return {
    ok: count('ok'),
    changed: count('changed'),
    failed: count('failed'),
    unreachable: count('unreachable'),
    skipped: count('skipped'),
    ignored: count('ignored'),
  };
}
