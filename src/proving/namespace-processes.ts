import { readdir, readlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Holder } from './holder.js';

/** Rounds of killing: a process may fork while it is being found. */
const ROUNDS = 100;

/**
 * Kills every process of a root, its holder excepted. A process is killed only when the kernel says that it
 * belongs to the holder's process namespace.
 *
 * @param spared ids of processes that stay, as the host sees them
 */
export async function killProcesses(holder: Holder, spared: readonly number[] = []): Promise<void> {
  if (holder.pidNamespace === (await readlink('/proc/self/ns/pid'))) return;
  for (let round = 0; round < ROUNDS; round++) {
    const found = (await processesOf(holder)).filter((pid) => !spared.includes(pid));
    if (found.length === 0) return;
    for (const pid of found) kill(pid);
    await sleep(2);
  }
}

async function processesOf(holder: Holder): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0 && pid !== holder.pid);
  const members = await Promise.all(
    pids.map(async (pid) => (await pidNamespaceOf(pid)) === holder.pidNamespace && pid),
  );
  return members.filter((pid) => pid !== false);
}

async function pidNamespaceOf(pid: number): Promise<string | undefined> {
  try {
    return await readlink(`/proc/${pid}/ns/pid`);
  } catch {
    return undefined;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
