import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readlink } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { HOLD } from './namespace-scripts.js';
import { failure, namespaceRefused, type Result, success, toolMissing } from './problem.js';
import { HOST_ENVIRONMENT } from './root-environment.js';
import { unreference } from './unreference.js';

/** The process that keeps the namespaces of a root alive, and dies with this process. */
export interface Holder {
  /** Its process id, as the host sees it. */
  readonly pid: number;
  /** Identity of its process namespace: `pid:[4026532301]`. */
  readonly pidNamespace: string;
  /** False as soon as it ended. */
  readonly alive: boolean;
  /** Ends it, and with it every process and every mount of the root. */
  end(): Promise<void>;
}

type HolderProcess = ChildProcessByStdio<Writable, Readable, Readable>;

const UNSHARE = [
  'unshare',
  '--mount',
  '--propagation',
  'private',
  '--uts',
  '--ipc',
  '--net',
  '--pid',
  '--fork',
];

/** Exit code of `HOLD` when the host has no program `ip`. */
const NO_IP_PROGRAM = 92;

/** Milliseconds that the namespaces may take to come up, and the holder to end. */
const PATIENCE_MS = 60_000;

/**
 * Starts a holder in new mount, host name, IPC, network and process namespaces.
 *
 * @param workspace the directory of the host over which the root's own tmpfs lies
 * @param parent a holder whose mounts the new one starts with; the host's otherwise
 */
export async function startHolder(workspace: string, parent?: Holder): Promise<Result<Holder>> {
  const enter = parent ? ['nsenter', '--target', String(parent.pid), '--mount'] : [];
  const [program = '', ...args] = [
    ...enter,
    ...UNSHARE,
    '--kill-child',
    '--',
    'sh',
    '-euc',
    HOLD,
    'scapc',
    workspace,
  ];
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], env: HOST_ENVIRONMENT });
  const greeting = await firstLine(child);
  if (typeof greeting !== 'string') return greeting.error;
  unreference(child);
  const pid = Number(greeting);
  return success(new ProcessHolder(child, pid, await readlink(`/proc/${pid}/ns/pid`)));
}

class ProcessHolder implements Holder {
  readonly #ended: Promise<unknown>;
  #alive = true;

  constructor(
    readonly child: HolderProcess,
    readonly pid: number,
    readonly pidNamespace: string,
  ) {
    this.#ended = once(child, 'exit').then(() => {
      this.#alive = false;
    });
  }

  get alive(): boolean {
    return this.#alive;
  }

  async end(): Promise<void> {
    if (!this.#alive) return;
    const killer = setTimeout(() => this.child.kill('SIGKILL'), PATIENCE_MS);
    this.child.ref();
    this.child.stdin.end();
    await this.#ended;
    clearTimeout(killer);
  }
}

/** The holder's process id, or why it did not start. */
function firstLine(child: HolderProcess): Promise<string | { error: Result<never> }> {
  return new Promise((resolve) => {
    let stderr = '';
    const killer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    const settle = (outcome: string | { error: Result<never> }): void => {
      clearTimeout(killer);
      resolve(outcome);
    };
    child.stdin.on('error', () => {});
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    child.stdout.once('data', (chunk: Buffer) => settle(chunk.toString().trim()));
    child.once('error', () => settle({ error: failure(toolMissing('unshare', 'util-linux')) }));
    child.once('close', (code) => {
      const missing = code === NO_IP_PROGRAM;
      const problem = missing ? toolMissing('ip', 'iproute2') : namespaceRefused(stderr.trim());
      settle({ error: failure(problem) });
    });
  });
}
