import { spawn } from 'node:child_process';
import { unreference } from './unreference.js';

/** A program that stays beside a root, and answers each line that it reads by a line. */
export interface Companion {
  /** Its process id, as the host sees it. */
  readonly pid: number;
  readonly alive: boolean;

  /**
   * Sends a line; one at a time.
   *
   * @returns the answer; undefined where the program ended instead
   */
  ask(line: string): Promise<string | undefined>;
}

export interface Answer {
  /** Undefined where the program ended instead. */
  readonly line: string | undefined;
  /** What the program had started was killed, because the time was over. */
  readonly timedOut: boolean;
}

/** What a program left behind that ended before it was ready. */
export interface FailedStart {
  readonly exitCode: number;
  readonly stderr: string;
}

/**
 * Starts a program that prints its process id, as the host sees it, and a line when it is ready.
 *
 * @param timeoutMs how long that may take
 */
export async function startCompanion(
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<Companion | FailedStart> {
  const [program = '', ...args] = argv;
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const lines = new Lines();
  let stderr = '';
  child.stdin.on('error', () => {});
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => lines.add(chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 1));
  }).finally(() => lines.end());
  const killer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const pid = Number(await lines.next());
  const ready = await lines.next();
  clearTimeout(killer);
  if (ready === undefined) return { exitCode: await ended, stderr };
  unreference(child);
  return {
    pid,
    get alive() {
      return !lines.ended;
    },
    ask(line) {
      child.stdin.write(`${line}\n`);
      return lines.next();
    },
  };
}

/** The lines of a stream, for one reader. */
class Lines {
  ended = false;
  #text = '';
  #wake: () => void = () => {};

  add(chunk: string): void {
    this.#text += chunk;
    if (chunk.includes('\n')) this.#wake();
  }

  end(): void {
    this.ended = true;
    this.#wake();
  }

  async next(): Promise<string | undefined> {
    while (!this.ended && !this.#text.includes('\n'))
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    const end = this.#text.indexOf('\n');
    if (end < 0) return undefined;
    const line = this.#text.slice(0, end);
    this.#text = this.#text.slice(end + 1);
    return line;
  }
}
