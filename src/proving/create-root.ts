import { type Answer, type Companion, type FailedStart, startCompanion } from './companion.js';
import { type Holder, startHolder } from './holder.js';
import { hostMask } from './host-mask.js';
import { killProcesses } from './namespace-processes.js';
import {
  DROP_LAYER,
  DROP_ROOT,
  KEEP_LAYER,
  LIST_CHANGES,
  MOUNT_ROOT,
  PREPARE,
  START_COMPANION,
} from './namespace-scripts.js';
import {
  baseUnusable,
  failure,
  notRoot,
  overlayRefused,
  ProvingError,
  type Result,
  rootCommandFailed,
  rootGone,
  success,
} from './problem.js';
import type { ExecOptions, Root, RootOptions } from './root.js';
import { readChanges } from './root-changes.js';
import { HOST_ENVIRONMENT, ROOT_ENVIRONMENT } from './root-environment.js';
import { type ExecResult, runProcess } from './run-process.js';
import { type TarEntry, tar } from './tar.js';

const DEFAULT_TIMEOUT_MS = 120_000;
const DEFAULT_SIZE_MIB = 2048;

/** Milliseconds for a step that makes or unmakes mounts. */
const MOUNT_TIMEOUT_MS = 120_000;

/** Milliseconds for the preparation of a root, which unpacks its base where that is a tarball. */
const UNPACK_TIMEOUT_MS = 600_000;

/** Exit code of `MOUNT_ROOT` when the kernel refuses the overlay. */
const OVERLAY_REFUSED = 90;

/**
 * What root in a root may not do, because no namespace keeps it from the host: load kernel modules, set the
 * clock, make device files, reach hardware, the kernel's log or the audit system.
 */
const DROPPED_CAPABILITIES = [
  'sys_module',
  'sys_time',
  'sys_rawio',
  'syslog',
  'audit_control',
  'mknod',
  'wake_alarm',
  'mac_admin',
  'mac_override',
];

const WRITE_FILE = 'mkdir -p -- "$(dirname -- "$1")" && cat > "$1" && { [ -z "$2" ] || chmod -- "$2" "$1"; }';

/** Exit code with which `READ_FILE` says that there is no file. */
const NO_SUCH_FILE = 91;

const READ_FILE = `[ -f "$1" ] || exit ${NO_SUCH_FILE}; exec cat -- "$1"`;

/**
 * Makes a disposable root.
 *
 * @returns the root, or a problem: `not-root`, `tool-missing`, `namespace-refused`, `overlay-refused`,
 *   `base-unusable`. There is one way to make a root and no silent substitute.
 */
export async function createRoot(options: RootOptions = {}): Promise<Result<Root>> {
  const uid = process.getuid?.();
  if (uid !== 0) return failure(notRoot(uid));
  const base = options.base ?? '/';
  const holder = await startHolder(workspaceFor(base));
  if (!holder.ok) return holder;
  return started(new OverlayRoot(holder.value, base, options.sizeMiB ?? DEFAULT_SIZE_MIB), (root) =>
    root.prepare(),
  );
}

/** Takes the first steps of a root, and frees it when one fails. */
async function started(
  root: OverlayRoot,
  firstSteps: (root: OverlayRoot) => Promise<void>,
): Promise<Result<Root>> {
  try {
    await firstSteps(root);
    return success(root);
  } catch (error) {
    await root.dispose();
    if (error instanceof ProvingError) return failure(error.problem);
    throw error;
  }
}

class OverlayRoot implements Root {
  readonly #holder: Holder;
  readonly #base: string;
  readonly #sizeMiB: number;
  readonly #workspace: string;
  /** Numbers of the layers that make the fresh state, the topmost first. */
  #layers: readonly number[] = [];
  #companion: Companion | undefined;
  #disposed = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(holder: Holder, base: string, sizeMiB: number) {
    this.#holder = holder;
    this.#base = base;
    this.#sizeMiB = sizeMiB;
    this.#workspace = workspaceFor(base);
  }

  exec(argv: readonly string[], options: ExecOptions = {}): Promise<ExecResult> {
    return this.#enqueue(() => this.#chrooted(argv, options));
  }

  async write(path: string, content: string | Uint8Array, mode?: number): Promise<void> {
    const argv = ['sh', '-c', WRITE_FILE, 'write', path, mode === undefined ? '' : mode.toString(8)];
    const result = await this.exec(argv, { input: content });
    if (result.exitCode !== 0) throw new ProvingError(rootCommandFailed(`write "${path}"`, result.stderr));
  }

  async unpack(entries: readonly TarEntry[]): Promise<void> {
    const result = await this.exec(
      ['tar', '--extract', '--no-same-owner', '--preserve-permissions', '--directory=/'],
      {
        input: tar(entries),
      },
    );
    if (result.exitCode !== 0) throw new ProvingError(rootCommandFailed('write files', result.stderr));
  }

  async read(path: string): Promise<string | undefined> {
    const result = await this.exec(['sh', '-c', READ_FILE, 'read', path]);
    if (result.exitCode === NO_SUCH_FILE) return undefined;
    if (result.exitCode !== 0) throw new ProvingError(rootCommandFailed(`read "${path}"`, result.stderr));
    return result.stdout;
  }

  reset(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#killProcesses();
      await this.#mount(DROP_ROOT);
    });
  }

  changes(): Promise<ReadonlyMap<string, string>> {
    return this.#enqueue(async () =>
      readChanges((await this.#script('list the changes', LIST_CHANGES, [])).stdout),
    );
  }

  ask(
    argv: readonly string[],
    line: string,
    { timeoutMs = DEFAULT_TIMEOUT_MS, env = {} }: Omit<ExecOptions, 'input'>,
  ): Promise<Answer | FailedStart> {
    return this.#enqueue(async () => {
      if (!this.#companion?.alive) {
        const started = await this.#startCompanion(argv, env);
        if ('exitCode' in started) return started;
        this.#companion = started;
      }
      const companion = this.#companion;
      let killed: Promise<void> | undefined;
      const killer = setTimeout(() => {
        killed = this.#killProcesses();
      }, timeoutMs);
      const answer = await companion.ask(line);
      clearTimeout(killer);
      await killed;
      if (!this.#holder.alive) throw new ProvingError(rootGone());
      return { line: answer, timedOut: killed !== undefined };
    });
  }

  commit(): Promise<void> {
    return this.#enqueue(() => {
      this.#companion = undefined;
      return this.#keepLayer();
    });
  }

  push(): Promise<void> {
    return this.#enqueue(() => this.#keepLayer());
  }

  pop(): Promise<void> {
    return this.#enqueue(async () => {
      const layer = this.#layers[0];
      await this.#killProcesses();
      this.#layers = this.#layers.slice(1);
      await this.#mount(DROP_LAYER, layer);
    });
  }

  fork(): Promise<Result<Root>> {
    return this.#enqueue(async () => {
      const holder = await startHolder(this.#workspace, this.#holder);
      if (!holder.ok) return holder;
      const fork = new OverlayRoot(holder.value, this.#base, this.#sizeMiB);
      return started(fork, (root) => root.#takeOver(this));
    });
  }

  dispose(): Promise<void> {
    this.#disposed = true;
    return this.#holder.end();
  }

  /** The first steps of a root that starts with a base. */
  async prepare(): Promise<void> {
    const mask = tar(await hostMask(this.#base));
    const result = await this.#inNamespace(PREPARE, [this.#base], {
      input: mask,
      timeoutMs: UNPACK_TIMEOUT_MS,
    });
    if (result.exitCode !== 0) throw new ProvingError(baseUnusable(this.#base, result.stderr));
    await this.#mount();
    await this.#checkBase();
  }

  async #checkBase(): Promise<void> {
    const result = await this.#chrooted(['/bin/sh', '-c', 'exit 0'], {});
    if (result.exitCode !== 0) throw new ProvingError(baseUnusable(this.#base, result.stderr));
  }

  /** The first steps of a fork, whose namespace starts with the mounts of `origin`. */
  async #takeOver(origin: OverlayRoot): Promise<void> {
    this.#layers = origin.#layers;
    await this.#mount(DROP_ROOT);
  }

  async #keepLayer(): Promise<void> {
    const layer = this.#layers.length;
    await this.#killProcesses();
    this.#layers = [layer, ...this.#layers];
    await this.#mount(KEEP_LAYER, layer);
  }

  /** @param before what is done with the former root, and with a layer */
  async #mount(before = '', layer?: number): Promise<void> {
    const args = [...this.#mountArguments(), ...(layer === undefined ? [] : [String(layer)])];
    const result = await this.#inNamespace(before + MOUNT_ROOT, args);
    if (result.exitCode === OVERLAY_REFUSED)
      throw new ProvingError(overlayRefused(this.#base, result.stderr));
    if (result.exitCode !== 0) throw new ProvingError(rootCommandFailed('mount the root', result.stderr));
  }

  /** All but the companion, which is not part of what runs in the root. */
  #killProcesses(): Promise<void> {
    return killProcesses(this.#holder, this.#companion?.alive ? [this.#companion.pid] : []);
  }

  /** Those of `MOUNT_ROOT` that follow the workspace. */
  #mountArguments(): string[] {
    const layers = this.#layers.map((layer) => `layers/${layer}/upper`);
    return [String(this.#sizeMiB), [...layers, 'empty', 'mask', 'base'].join(':')];
  }

  #startCompanion(
    argv: readonly string[],
    env: Readonly<Record<string, string>>,
  ): Promise<Companion | FailedStart> {
    const command = [...this.#chroot(), ...argv, `${this.#workspace}/root`];
    return startCompanion(
      [...this.#enter(), ...this.#shell(START_COMPANION, [...this.#mountArguments(), ...command])],
      { ...ROOT_ENVIRONMENT, ...env },
      MOUNT_TIMEOUT_MS,
    );
  }

  /** Runs a step of ours with the host's programs in the root's namespaces. */
  async #script(step: string, script: string, args: readonly string[]): Promise<ExecResult> {
    const result = await this.#inNamespace(script, args);
    if (result.exitCode !== 0) throw new ProvingError(rootCommandFailed(step, result.stderr));
    return result;
  }

  #inNamespace(
    script: string,
    args: readonly string[],
    options: Omit<ExecOptions, 'env'> = {},
  ): Promise<ExecResult> {
    const argv = [...this.#enter(), ...this.#shell(script, args)];
    return runProcess(argv, { timeoutMs: MOUNT_TIMEOUT_MS, ...options, env: HOST_ENVIRONMENT });
  }

  #shell(script: string, args: readonly string[]): string[] {
    return ['sh', '-euc', script, 'scapc', this.#workspace, ...args];
  }

  async #chrooted(argv: readonly string[], options: ExecOptions): Promise<ExecResult> {
    const result = await runProcess([...this.#enter(), ...this.#chroot(), ...argv], {
      timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      env: { ...ROOT_ENVIRONMENT, ...options.env },
      ...(options.input === undefined ? {} : { input: options.input }),
    });
    if (result.timedOut) await this.#killProcesses();
    if (!this.#holder.alive) throw new ProvingError(rootGone());
    return result;
  }

  #enter(): string[] {
    if (this.#disposed || !this.#holder.alive) throw new ProvingError(rootGone());
    const target = ['--target', String(this.#holder.pid)];
    return ['nsenter', ...target, '--mount', '--uts', '--ipc', '--net', '--pid', '--'];
  }

  #chroot(): string[] {
    const drop = DROPPED_CAPABILITIES.map((name) => `-${name}`).join(',');
    return ['setpriv', '--bounding-set', drop, '--inh-caps', drop, 'chroot', `${this.#workspace}/root`];
  }

  #enqueue<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(step);
    this.#queue = turn.catch(() => {});
    return turn;
  }
}

/** A directory that every Debian has, over which a root's workspace is mounted; never one that holds the base. */
function workspaceFor(base: string): string {
  return base === '/mnt' || base.startsWith('/mnt/') ? '/media' : '/mnt';
}
