import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** What a finished (or killed) process left behind. */
export interface ExecResult {
  /** 128 + the signal's number for a process that a signal ended; 127 for a program that is not there. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The process was killed because its time was over. */
  readonly timedOut: boolean;
}

export interface ProcessOptions {
  /** Goes to the standard input, which is empty otherwise. */
  readonly input?: string | Uint8Array;
  /** Milliseconds until the process and its group are killed. */
  readonly timeoutMs: number;
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
}

/** Bytes kept of each output stream; the rest is read and dropped, so that a runaway script cannot fill the memory. */
const OUTPUT_LIMIT = 64 * 1024 * 1024;

/**
 * The output of a process that ended is complete when its pipes close. A daemon that it left behind may hold them
 * open; then the output is complete after two intervals of this many milliseconds in which nothing came. (Two,
 * because Node reads the pipes between one timer and the next, and may be late with the first.)
 */
const SILENCE_MS = 125;

/**
 * Runs a program, without a shell, in a process group of its own.
 *
 * @param argv the program and its arguments, handed over as they are
 * @returns always a result; a program that cannot be started has exit code 127
 */
export function runProcess(argv: readonly string[], options: ProcessOptions): Promise<ExecResult> {
  const [program = '', ...args] = argv;
  return new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, env: options.env, stdio: 'pipe' });
    const stdout = new OutputBuffer();
    const stderr = new OutputBuffer();
    let timedOut = false;
    let silences = 0;
    let silence: NodeJS.Timeout | undefined;

    const finish = (exitCode: number): void => {
      clearTimeout(killer);
      clearInterval(silence);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ exitCode, stdout: stdout.text, stderr: stderr.text, timedOut });
    };
    const killer = setTimeout(() => {
      timedOut = true;
      killGroup(child.pid);
    }, options.timeoutMs);

    for (const [stream, buffer] of [
      [child.stdout, stdout],
      [child.stderr, stderr],
    ] as const) {
      stream.on('data', (chunk: Buffer) => {
        buffer.add(chunk);
        silences = 0;
      });
    }
    child.on('error', (error) => {
      stderr.add(Buffer.from(error.message));
      finish(127);
    });
    child.on('exit', (code, signal) => {
      const exitCode = exitCodeOf(code, signal);
      child.on('close', () => finish(exitCode));
      silence = setInterval(() => {
        silences++;
        if (silences === 2) finish(exitCode);
      }, SILENCE_MS);
    });
    // A program that ends without reading its input is no error of ours.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}

class OutputBuffer {
  readonly #chunks: Buffer[] = [];
  #size = 0;

  add(chunk: Buffer): void {
    const room = OUTPUT_LIMIT - this.#size;
    if (room <= 0) return;
    this.#chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
    this.#size += Math.min(chunk.length, room);
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}

function exitCodeOf(code: number | null, signal: NodeJS.Signals | null): number {
  if (code !== null) return code;
  return 128 + (signal === null ? 0 : constants.signals[signal]);
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group ended by itself in the meantime.
  }
}
