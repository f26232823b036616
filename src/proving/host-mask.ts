import { readdir, stat } from 'node:fs/promises';

/** A file or directory of the base that a root does not show. */
export interface Hidden {
  /** Absolute path. */
  readonly path: string;
  /** Octal permission bits (`1777`) of the empty directory that the root shows instead; absent: nothing is there. */
  readonly emptyMode?: string;
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
export async function hostMask(base: string): Promise<readonly Hidden[]> {
  if (base !== '/') return [];
  const absent = (await readdir(base))
    .filter((name) => !STANDARD.test(name))
    .map((name) => ({ path: `/${name}` }));
  const emptied = await Promise.all(PERSONAL.map(emptiedDirectory));
  return [...absent, ...emptied.flat()];
}

/** Nothing where there is no such directory. */
async function emptiedDirectory(path: string): Promise<readonly Hidden[]> {
  try {
    const { mode } = await stat(path);
    return [{ path, emptyMode: (mode & 0o7777).toString(8) }];
  } catch {
    return [];
  }
}
