import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a root does not show of its base. */
export interface Mask {
  /** Absolute paths that are not there. */
  readonly absent: readonly string[];
  /** Absolute paths of directories that are there, and empty. */
  readonly emptied: readonly EmptiedDirectory[];
}

interface EmptiedDirectory {
  readonly path: string;
  /** Permission bits, octal: `1777`. */
  readonly mode: string;
}

/** Directories at the top of a system by the Filesystem Hierarchy Standard 3.0 and merged /usr. */
const STANDARD =
  /^(bin|boot|dev|etc|home|lib\w*|lost\+found|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)$/;

/** Directories whose content belongs to the people of the machine, not to its packages. */
const PERSONAL = [
  '/home',
  '/media',
  '/mnt',
  '/opt',
  '/root',
  '/run',
  '/srv',
  '/tmp',
  '/usr/local',
  '/var/tmp',
  '/var/log',
  '/var/cache/apt',
  '/var/lib/docker',
  '/var/lib/containers',
];

/**
 * What a root over the running system hides: all that its packages did not bring, so that a scan means the
 * same on every machine, reads nobody's files, and does not walk through them.
 *
 * @param base the base directory; only `/` is masked, a directory that was prepared as a base stays as it is
 */
export async function hostMask(base: string): Promise<Mask> {
  if (base !== '/') return { absent: [], emptied: [] };
  const entries = await readdir(base);
  const absent = entries.filter((name) => !STANDARD.test(name)).map((name) => join(base, name));
  const emptied = await Promise.all(PERSONAL.map(emptiedDirectory));
  return { absent, emptied: emptied.filter((directory) => directory !== undefined) };
}

async function emptiedDirectory(path: string): Promise<EmptiedDirectory | undefined> {
  try {
    const { mode } = await stat(path);
    return { path, mode: (mode & 0o7777).toString(8) };
  } catch {
    return undefined;
  }
}
