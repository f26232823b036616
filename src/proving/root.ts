import type { Answer, FailedStart } from './companion.js';
import type { Result } from './problem.js';
import type { ExecResult } from './run-process.js';
import type { TarEntry } from './tar.js';

/**
 * A disposable copy of a system: an overlay over a base, in private namespaces, into which commands are
 * chrooted. Nothing that runs in it changes the host; it is no barrier against a hostile program.
 *
 * Commands and changes of one root run one after the other, in the order in which they were asked for.
 * Every method rejects with a `ProvingError` (`root-gone`) once the root is disposed of or was killed.
 */
export interface Root {
  /**
   * Runs a program in the root, as its root user, in `/`.
   *
   * @param argv program and arguments; no shell looks at them
   * @returns the result, also for a failure, a program that is not there (127) or a time-out
   */
  exec(argv: readonly string[], options?: ExecOptions): Promise<ExecResult>;

  /**
   * Writes a file in the root, with the directories above it; symbolic links are followed inside the root.
   *
   * @param mode permission bits; those of the file that was there, otherwise 0644
   * @throws ProvingError `root-command-failed`
   */
  write(path: string, content: string | Uint8Array, mode?: number): Promise<void>;

  /**
   * Writes many files and symbolic links at once.
   *
   * @throws ProvingError `root-command-failed`
   */
  unpack(entries: readonly TarEntry[]): Promise<void>;

  /**
   * Reads a file of the root as UTF-8.
   *
   * @returns undefined when there is no such file
   */
  read(path: string): Promise<string | undefined>;

  /**
   * Back to the fresh state (that of the last `push` or `commit`, else of the creation), as a reboot from an old disk:
   * processes are killed, /run, /dev/shm and kernel parameters start anew.
   */
  reset(): Promise<void>;

  /**
   * What differs from the fresh state: files, and kernel parameters below /proc/sys. What a file is changed back to
   * stays listed.
   *
   * @returns by absolute path: kind, mode, owner, link target and a digest of the content; times do not count
   */
  changes(): Promise<ReadonlyMap<string, string>>;

  /**
   * Asks a program that stays while this root is changed and reset, and starts it where it does not run. The program
   * itself sees what was the fresh state when it started. It finds this root by its last argument, a path, in the mount namespace that is its
   * file descriptor 3. It prints a line when it is ready, and one for each line that it reads.
   *
   * @param argv the program, run as by `exec`, with `env`
   * @returns the answer; when the time is over, every process of the root but the program is killed
   */
  ask(
    argv: readonly string[],
    line: string,
    options: Omit<ExecOptions, 'input'>,
  ): Promise<Answer | FailedStart>;

  /** Makes the present files the fresh state. Processes and run-time state are lost, as in a reboot. */
  commit(): Promise<void>;

  /** Makes the present files the fresh state, as `commit` does, until a `pop`. A program that `ask` started stays. */
  push(): Promise<void>;

  /** Back to the fresh state that was before the last `push`, as a `reset`. */
  pop(): Promise<void>;

  /**
   * A new root whose fresh state is this root's fresh state. The prepared files are shared, not copied, and
   * stay as long as one of the two lives. Changes since the last `commit` are not taken along.
   */
  fork(): Promise<Result<Root>>;

  /** Ends every process of the root and frees it. May be called twice. */
  dispose(): Promise<void>;
}

export interface ExecOptions {
  /** Standard input; empty otherwise. */
  readonly input?: string | Uint8Array;
  /** Milliseconds, 120,000 by default. At the end every process of the root is killed. */
  readonly timeoutMs?: number;
  /** Added to `ROOT_ENVIRONMENT`. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface RootOptions {
  /** The system that the root copies, a directory or a tarball: `/` by default, without personal files (see `hostMask`). */
  readonly base?: string;
  /** Room for the changes of one layer, in MiB of memory at most: 2,048 by default. */
  readonly sizeMiB?: number;
}
