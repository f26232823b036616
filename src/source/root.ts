import { isUtf8 } from 'node:buffer';
import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Report } from '../diagnostics/diagnostic.js';
import {
  fileNotUtf8,
  fileTooLarge,
  linkLeavesRoot,
  rootMissing,
  unreadableFile,
} from '../diagnostics/messages.js';
import type { SourceFile } from './file.js';
import {
  currentSignature,
  entriesOf,
  type Inputs,
  kindOf,
  type ListedFolder,
  listedFolder,
  type Probed,
  signatureOf,
} from './inputs.js';

/** No source file of a benchmark comes near this; what does is a mistake or an attack. */
export const maxFileBytes = 16 * 1024 * 1024;

/** Deeper trees than this are links that go round in circles. */
const maxDepth = 64;

/** A folder with fewer is faster searched than indexed. */
const manyEntries = 20;

/** One entry of a folder below the content root. */
export interface Entry {
  readonly name: string;
  /** Relative to the content root, with `/`. */
  readonly path: string;
  readonly kind: 'file' | 'directory';
}

/**
 * A folder of sources, the only way for a front-end to the file system.
 *
 * Paths are relative to the root and use `/`. Nothing outside the root is ever read: a symbolic link that
 * leads out is reported and then treated as absent, as is any file that cannot be read.
 */
export class ContentRoot {
  readonly #report: Report;
  readonly #real: string;
  readonly #shownAs: string;
  readonly #files = new Map<string, SourceFile | undefined>();
  readonly #listings = new Map<string, readonly Entry[]>();
  readonly #signatures = {
    files: new Map<string, string>(),
    folders: new Map<string, ListedFolder>(),
    probes: new Map<string, Probed>(),
  };
  /** Whether somebody else reads all of it, or did, and reports mistakes in what nobody asks for here. */
  isReadElsewhere = false;
  /** Folders that were met in listings. */
  readonly #directories = new Set<string>();
  readonly #byName = new Map<string, ReadonlyMap<string, Entry>>();

  private constructor(
    /** As the user named it, for messages. */
    readonly dir: string,
    real: string,
    report: Report,
    shownAs: string,
  ) {
    this.#real = real;
    this.#report = report;
    this.#shownAs = shownAs;
  }

  /**
   * Opens a content root; reports and returns nothing when `dir` is no readable folder. `shownAs` is put
   * before every path that people see, so that it leads from their working directory to the file.
   */
  static open(dir: string, report: Report, shownAs = ''): ContentRoot | undefined {
    try {
      const real = realpathSync(dir);
      if (statSync(real).isDirectory()) return new ContentRoot(dir, real, report, shownAs);
    } catch {
      // Reported below: whatever the reason, the user sees the same folder that cannot be used.
    }
    report(rootMissing(dir));
    return undefined;
  }

  /** What was read so far. */
  get inputs(): Inputs {
    return this.#signatures;
  }

  /** Takes what a former run read, as far as it is the same today, in the place of looking for it again. */
  trust({ folders, probes }: Inputs): void {
    this.isReadElsewhere = true;
    for (const [path, folder] of folders) this.#signatures.folders.set(path, folder);
    for (const [path, isThere] of probes) this.#signatures.probes.set(path, isThere);
  }

  /** Paths of the files read so far in which a word stands. */
  filesWith(word: string): string[] {
    return [...this.#files].flatMap(([path, file]) => (file?.text.includes(word) ? [path] : []));
  }

  /** Counts a file as read that somebody else reads: a program of the content. */
  note(path: string): void {
    this.#signatures.files.set(path, currentSignature(join(this.#real, path)));
  }

  /** The folder itself, with its links resolved: for what scapc runs there, never for messages. */
  get realPath(): string {
    return this.#real;
  }

  /** A path below the root as people see it. */
  label(path: string): string {
    return this.#shownAs === '' ? path : path === '' ? this.#shownAs : `${this.#shownAs}/${path}`;
  }

  /** The entries of a folder, sorted by name in code-unit order; empty where there is no such folder. */
  list(path: string): readonly Entry[] {
    let entries = this.#listings.get(path);
    if (!entries) {
      const known = this.#signatures.folders.get(path);
      entries = known ? entriesOf(path, known) : this.#look(path);
      for (const entry of entries) if (entry.kind === 'directory') this.#directories.add(entry.path);
      this.#listings.set(path, entries);
    }
    return entries;
  }

  isDirectory(path: string): boolean {
    if (path === '' || this.#directories.has(path)) return true;
    return (this.#signatures.probes.get(path) ?? this.#entry(path)?.kind) === 'directory';
  }

  isFile(path: string): boolean {
    return (this.#signatures.probes.get(path) ?? this.#entry(path)?.kind) === 'file';
  }

  /** As `isFile`, for one file of a folder of which nothing else may be wanted: the folder is not listed. */
  hasFile(folder: string, name: string): boolean {
    return this.#probe(folder, name) === 'file';
  }

  /** As `isDirectory`, for one entry of a folder of which nothing else may be wanted. */
  hasDirectory(folder: string, name: string): boolean {
    return this.#probe(folder, name) === 'directory';
  }

  #probe(folder: string, name: string): Probed {
    const path = `${folder}/${name}`;
    const { folders, probes } = this.#signatures;
    const known = probes.get(path);
    if (known !== undefined) return known;
    const found = folders.has(folder)
      ? undefined
      : kindOf(lstatSync(`${this.#real}/${path}`, { throwIfNoEntry: false }));
    // A link, for instance, is looked at as part of its folder.
    if (found === undefined) return this.#entry(path)?.kind ?? 'nothing';
    probes.set(path, found);
    return found;
  }

  /** The text of a file, or nothing where it is missing (silently) or cannot be used (reported, once). */
  read(path: string): SourceFile | undefined {
    if (!this.#files.has(path)) this.#files.set(path, this.isFile(path) ? this.#load(path) : undefined);
    return this.#files.get(path);
  }

  /**
   * The bytes of a file, one character each, or nothing where it cannot be read (reported when somebody wants
   * its text): for a look at ASCII words of a file that may not be needed, several times faster than its text.
   */
  scan(path: string): string | undefined {
    const known = this.#files.get(path);
    if (known) return known.text;
    if (!this.isFile(path)) return undefined;
    try {
      this.note(path);
      return readFileSync(join(this.#real, path), 'latin1');
    } catch {
      return undefined;
    }
  }

  #entry(path: string): Entry | undefined {
    const cut = path.lastIndexOf('/');
    const name = path.slice(cut + 1);
    const folder = cut < 0 ? '' : path.slice(0, cut);
    if (folder !== '' && !this.isDirectory(folder)) return undefined;
    const entries = this.list(folder);
    if (entries.length < manyEntries) return entries.find((entry) => entry.name === name);
    let byName = this.#byName.get(folder);
    if (!byName) {
      byName = new Map(entries.map((entry) => [entry.name, entry]));
      this.#byName.set(folder, byName);
    }
    return byName.get(name);
  }

  #look(path: string): Entry[] {
    const signature = currentSignature(join(this.#real, path));
    const entries = this.#readFolder(path);
    this.#signatures.folders.set(path, listedFolder(signature, entries));
    return entries;
  }

  #readFolder(path: string): Entry[] {
    let found: Dirent[];
    try {
      found = readdirSync(join(this.#real, path), { withFileTypes: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      this.#report(unreadableFile(path === '' ? this.dir : this.label(path), reason(error)));
      return [];
    }
    const entries: Entry[] = [];
    for (const entry of found) {
      const child = path === '' ? entry.name : `${path}/${entry.name}`;
      const kind = this.#kindOf(entry, child);
      if (kind) entries.push({ name: entry.name, path: child, kind });
    }
    return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }

  #kindOf(entry: Dirent, path: string): Entry['kind'] | undefined {
    if (entry.isFile()) return 'file';
    if (entry.isDirectory()) return isTooDeep(path) ? undefined : 'directory';
    if (!entry.isSymbolicLink()) return undefined;
    try {
      const target = realpathSync(join(this.#real, path));
      const inside = relative(this.#real, target);
      if (inside === '..' || inside.startsWith(`..${sep}`)) {
        this.#report(linkLeavesRoot(this.label(path)));
        return undefined;
      }
      const isDirectory = statSync(target).isDirectory();
      if (!isDirectory) return 'file';
      return isTooDeep(path) ? undefined : 'directory';
    } catch (error) {
      this.#report(unreadableFile(this.label(path), reason(error)));
      return undefined;
    }
  }

  #load(path: string): SourceFile | undefined {
    const full = join(this.#real, path);
    try {
      const stats = statSync(full);
      this.#signatures.files.set(path, signatureOf(stats));
      if (stats.size > maxFileBytes) {
        this.#report(fileTooLarge(this.label(path), maxFileBytes));
        return undefined;
      }
      const bytes = readFileSync(full);
      if (!isUtf8(bytes)) {
        this.#report(fileNotUtf8(this.label(path), bytes));
        return undefined;
      }
      return { path, shownAs: this.label(path), text: withoutByteOrderMark(bytes.toString('utf8')) };
    } catch (error) {
      this.#report(unreadableFile(this.label(path), reason(error)));
      return undefined;
    }
  }
}

const isTooDeep = (path: string): boolean => path.length > maxDepth && path.split('/').length > maxDepth;

const withoutByteOrderMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

/** What the system said, without the path that Node adds. */
function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  const known: Record<string, string> = {
    EACCES: 'permission denied',
    ELOOP: 'the symbolic link leads round in a circle',
    ENOENT: 'the symbolic link leads nowhere',
    ENOTDIR: 'it is not a folder',
    EISDIR: 'it is a folder',
  };
  return (code && known[code]) || (error as Error).message;
}
