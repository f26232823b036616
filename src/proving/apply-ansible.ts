import { keepPackedModules, packedModules } from './ansible-modules.js';
import { FORK_CONNECTION, FORK_CONNECTION_PLUGIN } from './fork-connection.js';
import { failure, type Result, success, toolMissing } from './problem.js';
import type { Root } from './root.js';
import type { ExecResult } from './run-process.js';
import type { TarEntry } from './tar.js';

export interface AnsibleOptions {
  /** Variables that override those of the playbook. */
  readonly extraVars?: Readonly<Record<string, unknown>>;
  /** Only the tasks with one of these tags. */
  readonly tags?: readonly string[];
  /** How often the playbook runs, one by default; all in one process, because starting takes longest. */
  readonly runs?: number;
  /** `false` where no task asks for facts that the playbook would gather at its start. */
  readonly gatherFacts?: boolean;
  /** Runs modules in copies of one process, which takes half of the time (see `FORK_CONNECTION_PLUGIN`). */
  readonly forkModules?: boolean;
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
/** Where the fork connection has Ansible keep its packed modules. */
const KEPT = `${FOLDER}/kept`;

const PLUGINS = `${FOLDER}/connection`;
const FORK_ENVIRONMENT = { ANSIBLE_CONNECTION_PLUGINS: PLUGINS, SCAPC_KEPT: KEPT };

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
    ...(options.forkModules ? forkFiles() : []),
  ]);
  const result = await root.exec(commandLine(options), {
    env: {
      ...ENVIRONMENT,
      ...(options.forkModules ? FORK_ENVIRONMENT : {}),
      ANSIBLE_GATHERING: options.gatherFacts === false ? 'explicit' : 'smart',
    },
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
  });
  if (options.forkModules) await keepPackedModules(root, KEPT);
  await root.exec(['rm', '-rf', FOLDER]);
  if (result.exitCode === 127) return failure(toolMissing('ansible-playbook', 'ansible-core', 'root'));
  const each = recaps(result.stdout);
  return success({ ...result, ...(each.at(-1) ?? NOTHING), each: each.map(withoutEarlier) });
}

/** Only there when it is asked for, since Ansible loads every plugin of the folder, whichever it uses. */
const forkFiles = (): TarEntry[] => [
  { path: `${PLUGINS}/${FORK_CONNECTION}.py`, content: FORK_CONNECTION_PLUGIN },
  ...packedModules(KEPT),
];

function commandLine(options: AnsibleOptions): string[] {
  return [
    ...['ansible-playbook', '--inventory', 'localhost,'],
    ...['--connection', options.forkModules ? FORK_CONNECTION : 'local'],
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
