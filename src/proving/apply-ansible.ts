import { ANSIBLE_COMPANION } from './ansible-companion.js';
import { failure, type Result, rootCommandFailed, success, toolMissing } from './problem.js';
import type { Root } from './root.js';
import type { ExecResult } from './run-process.js';

export interface AnsibleOptions {
  /** Variables that override those of the playbook. */
  readonly extraVars?: Readonly<Record<string, unknown>>;
  /** Only the tasks with one of these tags. */
  readonly tags?: readonly string[];
  /** How often the playbook runs, one by default; all in one process, because starting takes longest. */
  readonly runs?: number;
  /** `false` where no task asks for facts that the playbook would gather at its start. */
  readonly gatherFacts?: boolean;
  /** Runs in copies of a process that has loaded Ansible, which takes a third of the time (see `ANSIBLE_COMPANION`). */
  readonly inCopy?: boolean;
  /** Only say what would change (`--check`). */
  readonly check?: boolean;
  /** Milliseconds, 600,000 by default. */
  readonly timeoutMs?: number;
}

/** Ansible's recap; all counts are 0 when it did not get as far as the recap. */
export interface AnsibleRecap {
  readonly ok: number;
  readonly changed: number;
  readonly failed: number;
  readonly unreachable: number;
  readonly skipped: number;
  readonly ignored: number;
}

/** What a playbook did, in all its runs together. */
export interface AnsibleRun extends ExecResult, AnsibleRecap {
  /** What each run did by itself; fewer than were asked for where one failed. */
  readonly each: readonly AnsibleRecap[];
}

const FOLDER = '/run/scapc-playbook';

const DEFAULT_TIMEOUT_MS = 600_000;

/** The exit code of what SIGKILL ended, as a shell tells it. */
const KILLED = 137;

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
  const request: Request = {
    folder: FOLDER,
    files: {
      [`${FOLDER}/playbook.yml`]: playbook,
      [`${FOLDER}/variables.json`]: JSON.stringify(variables),
    },
    args: commandLine(options),
    gathering: options.gatherFacts === false ? 'explicit' : 'smart',
  };
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const ran = await (options.inCopy ? runInCopy : runAnew)(root, request, timeoutMs);
  if (!ran.ok) return ran;
  const result = ran.value;
  const each = recaps(result.stdout);
  return success({ ...result, ...(each.at(-1) ?? NOTHING), each: each.map(withoutEarlier) });
}

/** A run of ansible-playbook, as `ANSIBLE_COMPANION` is asked for it. */
interface Request {
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly gathering: 'explicit' | 'smart';
}

async function runAnew(root: Root, request: Request, timeoutMs: number): Promise<Result<ExecResult>> {
  await root.unpack(Object.entries(request.files).map(([path, content]) => ({ path, content })));
  const env = { ...ENVIRONMENT, ANSIBLE_GATHERING: request.gathering };
  const result = await root.exec(request.args, { env, timeoutMs });
  await root.exec(['rm', '-rf', request.folder]);
  return result.exitCode === 127 ? failure(noAnsible()) : success(result);
}

async function runInCopy(root: Root, request: Request, timeoutMs: number): Promise<Result<ExecResult>> {
  const program = ['python3', '-c', ANSIBLE_COMPANION];
  const answer = await root.ask(program, JSON.stringify(request), { env: ENVIRONMENT, timeoutMs });
  if ('timedOut' in answer) {
    const { line, timedOut } = answer;
    const result = line === undefined ? { exitCode: KILLED, stdout: '', stderr: '' } : JSON.parse(line);
    return success({ ...result, timedOut });
  }
  const missing = answer.exitCode === 127 || answer.stderr.includes("No module named 'ansible'");
  return failure(missing ? noAnsible() : rootCommandFailed('start Ansible', answer.stderr));
}

const noAnsible = () => toolMissing('ansible-playbook', 'ansible-core', 'root');

function commandLine(options: AnsibleOptions): string[] {
  return [
    ...['ansible-playbook', '--inventory', 'localhost,'],
    ...['--connection', 'local'],
    ...['--extra-vars', `@${FOLDER}/variables.json`],
    ...(options.tags === undefined ? [] : ['--tags', options.tags.join(',')]),
    ...(options.check ? ['--check'] : []),
    ...Array<string>(options.runs ?? 1).fill(`${FOLDER}/playbook.yml`),
  ];
}

const COUNTS = ['ok', 'changed', 'failed', 'unreachable', 'skipped', 'ignored'] as const;

const NOTHING: AnsibleRecap = { ok: 0, changed: 0, failed: 0, unreachable: 0, skipped: 0, ignored: 0 };

/** Reads `localhost : ok=2 changed=1 unreachable=0 failed=0 …`, which ansible-playbook prints after each run. */
const recaps = (output: string): AnsibleRecap[] =>
  output
    .split(/^PLAY RECAP .*$/m)
    .slice(1)
    .map((text) => recap(text.match(/^localhost\s*:.*$/m)?.[0] ?? ''));

const recap = (line: string): AnsibleRecap =>
  counted((name) => Number(line.match(new RegExp(`\\b${name}=(\\d+)`))?.[1] ?? 0));

/** The counts of a recap hold those of the runs before it in the same process. */
const withoutEarlier = (sum: AnsibleRecap, index: number, all: readonly AnsibleRecap[]): AnsibleRecap =>
  counted((name) => sum[name] - (all[index - 1]?.[name] ?? 0));

const counted = (count: (name: (typeof COUNTS)[number]) => number): AnsibleRecap => ({
  ...NOTHING,
  ...Object.fromEntries(COUNTS.map((name) => [name, count(name)])),
});
