/**
 * What keeps a proof from being run at all: the machine lacks something, or refuses something.
 * A command that runs in a root and fails is no `Problem`; that is an `ExecResult`.
 */
export interface Problem {
  readonly code: ProblemCode;
  /** What is wrong, one sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** What the program that refused printed, where one did. */
  readonly detail?: string;
}

export type ProblemCode =
  | 'not-root'
  | 'tool-missing'
  | 'namespace-refused'
  | 'overlay-refused'
  | 'base-unusable'
  | 'root-gone'
  | 'root-command-failed'
  | 'package-build-failed'
  | 'package-install-failed'
  | 'scan-failed'
  | 'scan-timeout';

/** Either the value, or the problem that kept it from being there. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** Wraps a value that is there. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps the problem that kept the value from being there. */
export function failure(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem };
}

/** Carries a `Problem` out of a method of a root that has no other way to report it. */
export class ProvingError extends Error {
  override readonly name = 'ProvingError';

  constructor(readonly problem: Problem) {
    super([problem.message, problem.detail, problem.hint].filter(Boolean).join('\n'));
  }
}

/**
 * The value of a result, for a caller that cannot go on without it.
 *
 * @throws ProvingError with the problem, where there is no value
 */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ProvingError(result.problem);
}

/** The process is not root, so that it may not make namespaces and mounts. */
export function notRoot(uid: number | undefined): Problem {
  return {
    code: 'not-root',
    message: `A disposable root needs root rights; this process runs as user ${uid ?? 'unknown'}.`,
    hint: 'Run it as root, for example with sudo.',
  };
}

/** A program is not installed: on the host, or in the root where `where` says so. */
export function toolMissing(tool: string, debianPackage: string, where: 'host' | 'root' = 'host'): Problem {
  const place = where === 'root' ? ' in the disposable root' : '';
  return {
    code: 'tool-missing',
    message: `The program "${tool}" is not installed${place}.`,
    hint: `Install Debian's package "${debianPackage}": apt-get install ${debianPackage}`,
  };
}

/** The kernel or a sandbox refuses private namespaces, though the process is root. */
export function namespaceRefused(detail: string): Problem {
  return {
    code: 'namespace-refused',
    message: 'The kernel refuses private mount, process, network and IPC namespaces.',
    hint: 'In a container, start it with CAP_SYS_ADMIN (docker run --privileged); otherwise use a virtual machine.',
    detail,
  };
}

/** The kernel cannot mount an overlay over the base. */
export function overlayRefused(base: string, detail: string): Problem {
  return {
    code: 'overlay-refused',
    message: `The kernel refuses an overlay over "${base}".`,
    hint:
      'Check that "overlay" stands in /proc/filesystems (modprobe overlay). ' +
      'Where "/" is an overlay in an overlay, give a base directory on an ordinary file system.',
    detail,
  };
}

/** The base is neither a directory nor a tarball that holds a system. */
export function baseUnusable(base: string, detail: string): Problem {
  return {
    code: 'base-unusable',
    message: `"${base}" cannot serve as the base of a root.`,
    hint: 'Give a directory on one file system, or a tarball, that holds a whole system: /usr, /etc and /var with it, and /bin/sh.',
    detail,
  };
}

/** The root's processes ended without being told to. */
export function rootGone(): Problem {
  return {
    code: 'root-gone',
    message: 'The disposable root is gone: it was disposed of, or its holder process was killed.',
    hint: 'Create a new root.',
  };
}

/** A step that the library takes in a root (not a command of the caller's) failed. */
export function rootCommandFailed(step: string, detail: string): Problem {
  return {
    code: 'root-command-failed',
    message: `Could not ${step} in the disposable root.`,
    hint: 'The output below says why; a full disk means that the root needs a larger sizeMiB.',
    detail,
  };
}

/** `rpmbuild` or `createrepo_c` refused a stub package. */
export function packageBuildFailed(names: readonly string[], detail: string): Problem {
  return {
    code: 'package-build-failed',
    message: `Could not build the stub packages ${names.join(', ')}.`,
    hint: 'Check name, version, release and scripts of the stub against what rpm allows.',
    detail,
  };
}

/** `rpm` refused to install or remove stub packages. */
export function packageInstallFailed(names: readonly string[], detail: string): Problem {
  return {
    code: 'package-install-failed',
    message: `Could not install the stub packages ${names.join(', ')} in the root.`,
    hint: 'A file that two stubs own, or a package that is installed already, is the usual cause.',
    detail,
  };
}

/** `oscap` could not evaluate the file: it is no question of pass or fail. */
export function scanFailed(detail: string): Problem {
  return {
    code: 'scan-failed',
    message: 'oscap could not evaluate the benchmark.',
    hint: 'Check the profile and rule ids, and that the file passes "oscap ds sds-validate".',
    detail,
  };
}

/** `oscap` did not end in time. */
export function scanTimeout(timeoutMs: number, detail: string): Problem {
  return {
    code: 'scan-timeout',
    message: `oscap did not end within ${timeoutMs} ms.`,
    hint: 'Give a larger timeoutMs, or look for a check that walks the whole file system.',
    detail,
  };
}
