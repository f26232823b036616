import { lstatSync, type Stats, statSync } from 'node:fs';
import type { Entry } from './root.js';

/** What was read below a content root, so that a later run can tell whether it would read the same. */
export interface Inputs {
  /** Signatures of files by their paths. */
  readonly files: ReadonlyMap<string, string>;
  /** Listed folders. */
  readonly folders: ReadonlyMap<string, ListedFolder>;
  /** What there is, where something was looked for without listing its folder. */
  readonly probes: ReadonlyMap<string, Probed>;
}

export type Probed = 'file' | 'directory' | 'nothing';

export interface ListedFolder {
  readonly signature: string;
  /** The names of its files, sorted, each with a slash behind it, and of its folders, with two. */
  readonly names: string;
}

export const listedFolder = (signature: string, entries: readonly Entry[]): ListedFolder => ({
  signature,
  names: entries.map(({ name, kind }) => (kind === 'directory' ? `${name}//` : `${name}/`)).join(''),
});

export const entriesOf = (folder: string, { names }: ListedFolder): Entry[] =>
  [...names.matchAll(/([^/]+)(\/\/?)/g)].map(([, name = '', end]) => ({
    name,
    path: folder === '' ? name : `${folder}/${name}`,
    kind: end === '//' ? 'directory' : 'file',
  }));

/** Tells one state of a file or folder from another: whoever changes it changes this as well. */
export const signatureOf = ({ size, mtimeMs, ctimeMs, ino }: Stats): string =>
  `${size} ${mtimeMs} ${ctimeMs} ${ino}`;

/** Empty where there is nothing. */
export function currentSignature(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? signatureOf(found) : '';
}

/** What differs from what was read: the paths of files and folders, relative to the root. */
export function changedSince({ files, folders, probes }: Inputs, root: string): string[] {
  const changed: string[] = [];
  for (const [path, signature] of files)
    if (currentSignature(`${root}/${path}`) !== signature) changed.push(path);
  for (const [path, { signature }] of folders)
    if (currentSignature(`${root}/${path}`) !== signature) changed.push(path);
  for (const [path, probed] of probes) {
    // Of what was read, the signature tells as well.
    if (files.has(path) || folders.has(path)) continue;
    if (kindOf(lstatSync(`${root}/${path}`, { throwIfNoEntry: false })) !== probed) changed.push(path);
  }
  return changed;
}

/** What a look at a place found; nothing where it is of a kind that nobody reads, or leads somewhere else. */
export function kindOf(found: Stats | undefined): Probed | undefined {
  if (!found) return 'nothing';
  if (found.isFile()) return 'file';
  return found.isDirectory() ? 'directory' : undefined;
}

/**
 * Inputs of several readers of one root as one. What they read in different states, since somebody edited it in
 * between, is like no state that it can be in.
 */
export const mergeInputs = (all: readonly Inputs[]): Inputs => ({
  files: merged(
    all.map(({ files }) => files),
    (a, b) => (a === b ? a : edited),
  ),
  folders: merged(
    all.map(({ folders }) => folders),
    (a, b) => (a.signature === b.signature ? a : { ...a, signature: edited }),
  ),
  probes: new Map(all.flatMap(({ probes }) => [...probes])),
});

const edited = 'edited while it was read';

function merged<T>(maps: readonly ReadonlyMap<string, T>[], both: (a: T, b: T) => T): Map<string, T> {
  const out = new Map<string, T>();
  for (const map of maps) {
    for (const [path, state] of map) {
      const known = out.get(path);
      out.set(path, known === undefined ? state : both(known, state));
    }
  }
  return out;
}
