import { readdir, readFile } from 'node:fs/promises';
import { DEBIAN_PACKAGES } from './debian-packages.js';

const STATUS = '/var/lib/dpkg/status';
const INFO = '/var/lib/dpkg/info';

/** Priorities of the packages that a system has before anybody asks for more (Debian Policy 2.5). */
const FRESH: readonly (string | undefined)[] = ['required', 'important', 'standard'];

/** The packages of this machine that a freshly installed Debian has, or that a proof needs. */
export interface DebianSystem {
  /** The text of /var/lib/dpkg/status with these packages alone. */
  readonly status: string;
  /** Absolute paths of what they brought, as a system with merged /usr has them. */
  readonly paths: ReadonlySet<string>;
  /** Absolute paths of what dpkg notes about all other packages. */
  readonly notesOnOthers: readonly string[];
}

interface Package {
  readonly name: string;
  /** Its part of the status file, which ends with a line feed. */
  readonly stanza: string;
  readonly isFresh: boolean;
  /** Names that stand for it. */
  readonly provides: readonly string[];
  readonly dependsOn: readonly string[];
}

/**
 * Reads what dpkg knows about this machine.
 *
 * @returns undefined where there is no dpkg
 */
export async function readDebianSystem(): Promise<DebianSystem | undefined> {
  const text = await readFile(STATUS, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const packages = readStatus(text);
  const kept = keptOf(packages);
  const notes = (await readdir(INFO)).filter((name) => name.includes('.'));
  const [ours, others] = [true, false].map((wanted) =>
    notes.filter((name) => kept.has(packageOf(name)) === wanted).map((name) => `${INFO}/${name}`),
  ) as [string[], string[]];
  const lists = ours.filter((path) => path.endsWith('.list')).map((path) => readFile(path, 'utf8'));
  return {
    status: packages
      .filter(({ name }) => kept.has(name))
      .map(({ stanza }) => `${stanza}\n`)
      .join(''),
    paths: new Set((await Promise.all(lists)).flatMap((list) => list.split('\n').map(withMergedUsr))),
    notesOnOthers: others,
  };
}

/** The package that a file in /var/lib/dpkg/info is about: `libc6:amd64.list`, `python3.11.postinst`. */
const packageOf = (note: string): string => note.slice(0, note.lastIndexOf('.')).split(':')[0] ?? note;

const readStatus = (text: string): Package[] =>
  text
    .split(/^\n+/m)
    .map(readStanza)
    .filter((each) => each !== undefined);

function readStanza(stanza: string): Package | undefined {
  const fields = new Map(
    [...stanza.matchAll(/^([\w-]+): (.*)$/gm)].map(([, key = '', value = '']) => [key, value]),
  );
  if (fields.get('Status') !== 'install ok installed') return undefined;
  return {
    name: fields.get('Package') ?? '',
    stanza,
    isFresh: FRESH.includes(fields.get('Priority')) || fields.get('Essential') === 'yes',
    provides: namesIn(fields.get('Provides')),
    dependsOn: [...namesIn(fields.get('Pre-Depends')), ...namesIn(fields.get('Depends'))],
  };
}

/** The names in `libc6 (>= 2.36), python3:any | python3-minimal`: alternatives are all meant, versions hold already. */
const namesIn = (relations = ''): string[] =>
  relations.split(/[,|]/).flatMap((relation) => /^\s*([a-z0-9][a-z0-9.+-]+)/.exec(relation)?.[1] ?? []);

/** Names of the packages that are there from the beginning or for proofs, and of all that these depend on. */
function keptOf(packages: readonly Package[]): ReadonlySet<string> {
  const byName = new Map(packages.map((each) => [each.name, each]));
  const providersOf = (name: string): readonly Package[] =>
    packages.filter(({ provides }) => provides.includes(name));
  const kept = new Set<string>();
  // A set grows while it is walked, so this reaches everything, each name once.
  const names = new Set([
    ...packages.filter(({ isFresh }) => isFresh).map(({ name }) => name),
    ...DEBIAN_PACKAGES.map(({ name }) => name),
  ]);
  for (const name of names) {
    const found = byName.get(name);
    for (const each of found ? [found] : providersOf(name)) {
      kept.add(each.name);
      for (const needed of each.dependsOn) names.add(needed);
    }
  }
  return kept;
}

const withMergedUsr = (path: string): string => path.replace(/^\/(?:bin|sbin|lib\w*)(?=\/|$)/, '/usr$&');
