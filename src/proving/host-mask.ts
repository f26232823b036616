import { readdir, stat } from 'node:fs/promises';
import { type DebianSystem, readDebianSystem } from './debian-system.js';
import type { TarEntry } from './tar.js';

/** Directories at the top of a system by the Filesystem Hierarchy Standard 3.0 and merged /usr. */
const STANDARD =
  /^(bin|boot|dev|etc|home|lib\w*|lost\+found|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)$/;

/** Directories whose content belongs to the people of the machine, or is there for people to read. */
const EMPTIED = [
  '/home',
  '/media',
  '/mnt',
  '/opt',
  '/root',
  '/run',
  '/srv',
  '/tmp',
  '/usr/local',
  '/usr/share/doc',
  '/usr/share/info',
  '/usr/share/man',
  '/var/tmp',
  '/var/log',
  '/var/cache/apt',
  '/var/lib/docker',
  '/var/lib/containers',
];

/**
 * What lies over the running system in a root, in two layers. A freshly installed system is left, with the programs
 * that proofs need, so that a scan means the same on every machine, reads nobody's files, and does not walk through
 * them: hidden are what is in nobody's package, and the directories of packages that nobody would expect. Programs of
 * the latter stay in their common directories, where links of update-alternatives may lead to them, but dpkg does not
 * know the packages.
 *
 * @param base the base directory; only `/` is masked, a directory that was prepared as a base stays as it is
 * @returns what is to be unpacked below `mask`, and, to lie over that, below `empty`
 */
export async function hostMask(base: string): Promise<readonly TarEntry[]> {
  if (base !== '/') return [];
  const foreign = (await readdir(base)).filter((name) => !STANDARD.test(name)).map((name) => `/${name}`);
  const emptied = (await Promise.all(EMPTIED.map(emptyDirectory))).flat();
  const debian = await readDebianSystem();
  return [
    ...[...foreign, ...emptied.map(({ path }) => path)].map(whiteout),
    ...emptied.map((entry) => ({ ...entry, path: `/empty${entry.path}` })),
    ...(debian ? await debianMask(debian) : []),
  ];
}

const whiteout = (path: string): TarEntry => ({ path: `/mask${path}`, kind: 'whiteout' });

/** Nothing where there is no such directory. */
async function emptyDirectory(path: string): Promise<readonly TarEntry[]> {
  try {
    const { mode } = await stat(path);
    return [{ path, mode: mode & 0o7777, kind: 'directory' }];
  } catch {
    return [];
  }
}

async function debianMask({ status, paths, notesOnOthers }: DebianSystem): Promise<readonly TarEntry[]> {
  return [
    ...[...notesOnOthers, ...(await notAmong(paths, '/usr'))].map(whiteout),
    { path: '/mask/var/lib/dpkg/status', content: status },
  ];
}

/**
 * What is below a directory and none of `paths`: directories, the topmost of each tree, but none of what Python
 * compiled; and the files that Python follows at each start, to modules in such directories.
 */
async function notAmong(paths: ReadonlySet<string>, directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const found = entries.map(async (entry): Promise<string[]> => {
    const path = `${directory}/${entry.name}`;
    if (entry.name.endsWith('.pth')) return paths.has(path) ? [] : [path];
    if (!entry.isDirectory() || entry.name === '__pycache__' || EMPTIED.includes(path)) return [];
    return paths.has(path) ? notAmong(paths, path) : [path];
  });
  return (await Promise.all(found)).flat();
}
