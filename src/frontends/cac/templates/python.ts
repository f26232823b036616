import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pythonProgram } from './python-program.js';

/** Parameters as a `template.py` gets and returns them. */
export type Parameters = Record<string, unknown>;

/** Jobs of one `template.py`: a language and the parameters. */
export interface PythonJobs {
  /** Path of the `template.py`, relative to the checkout. */
  readonly path: string;
  readonly jobs: readonly (readonly [language: string, parameters: Parameters])[];
}

export type PythonResult = { readonly data: unknown } | { readonly error: PythonError };

export interface PythonError {
  /** The class of the exception; empty where nothing was raised, but the file or its answer is not as it should be. */
  readonly type: string;
  readonly message: string;
  /** One-based line inside the `template.py`, or 0. */
  readonly line: number;
  /** The file itself cannot be loaded, whatever the parameters. */
  readonly loading?: boolean;
}

/** Python that cannot be started, or that ended too early. */
export class PythonFailure extends Error {
  constructor(
    readonly kind: 'missing' | 'stopped',
    readonly command: string,
    readonly reason: string,
  ) {
    super(`${command}: ${reason}`);
  }
}

/** The most of Python's standard error that a message shows. */
const maxComplaint = 2000;

/**
 * One long-lived Python process, which runs the `template.py` files of one checkout: they are their author's
 * own programs and may import the modules of the checkout. Started ahead, it is ready when it is needed.
 */
export class Python {
  readonly #dir: string;
  readonly #command = process.env.PYTHON || 'python3';
  #process: ChildProcessWithoutNullStreams | undefined;
  #failure: PythonFailure | undefined;
  #waiting: { resolve(line: string): void; reject(reason: PythonFailure): void }[] = [];
  #output = '';
  #complaint = '';

  /** @param dir the checkout */
  constructor(dir: string) {
    this.#dir = resolve(dir);
  }

  start(): void {
    if (this.#process || this.#failure) return;
    const child = spawn(this.#command, ['-c', pythonProgram], {
      cwd: this.#dir,
      env: { ...process.env, PYTHONPATH: this.#dir, PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8' },
    });
    this.#process = child;
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => this.#read(chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      this.#complaint = (this.#complaint + chunk).slice(-maxComplaint);
    });
    child.stdin.on('error', () => {
      // The process is gone: `close` says why.
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      this.#fail('missing', error.code === 'ENOENT' ? 'there is no such program' : error.message);
    });
    child.on('close', (code, signal) => {
      const lastLine = this.#complaint.trim().split('\n').at(-1);
      this.#fail('stopped', lastLine || (signal ? `signal ${signal}` : `exit code ${code}`));
    });
    // Nothing keeps Node alive only because Python waits for requests.
    child.unref();
    for (const stream of [child.stdin, child.stdout, child.stderr])
      (stream as unknown as { unref?(): void }).unref?.();
  }

  /** Runs jobs; answers in the same order. Rejects with a `PythonFailure`. */
  async run(requests: readonly PythonJobs[]): Promise<PythonResult[][]> {
    this.start();
    const line = await new Promise<string>((resolve, reject) => {
      if (this.#failure) {
        reject(this.#failure);
        return;
      }
      this.#waiting.push({ resolve, reject });
      this.#process?.ref();
      (this.#process?.stdout as unknown as { ref?(): void })?.ref?.();
      const request = requests.map(({ path, jobs }) => [join(this.#dir, path), jobs]);
      this.#process?.stdin.write(`${JSON.stringify(request)}\n`);
    });
    return JSON.parse(line) as PythonResult[][];
  }

  /** Lets the process end. */
  close(): void {
    this.#process?.stdin.end();
  }

  #read(chunk: string): void {
    this.#output += chunk;
    for (let end = this.#output.indexOf('\n'); end >= 0; end = this.#output.indexOf('\n')) {
      this.#waiting.shift()?.resolve(this.#output.slice(0, end));
      this.#output = this.#output.slice(end + 1);
    }
    if (this.#waiting.length > 0) return;
    this.#process?.unref();
    (this.#process?.stdout as unknown as { unref?(): void })?.unref?.();
  }

  #fail(kind: PythonFailure['kind'], reason: string): void {
    this.#failure ??= new PythonFailure(kind, this.#command, reason);
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
