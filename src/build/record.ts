import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { ReaderMemo } from '../frontends/memo.js';
import { signatureOf } from '../source/inputs.js';
import { installed } from '../source/installation.js';
import type { BuildInputs } from './read.js';
import type { ProductSummary } from './summary.js';

/**
 * What a build of one product remembers for the next one (`again.ts`): what it read, and where the stretches of
 * each rule stand in the files that it wrote. Safe to delete.
 */
export interface BuildRecord {
  readonly inputs: BuildInputs;
  /** Files of the output by their paths below the output folder. */
  readonly outputs: ReadonlyMap<string, OutputRecord>;
  /** How the stretches are called; segments name them by their index. */
  readonly owners: readonly string[];
  readonly rules: ReadonlyMap<string, RuleRecord>;
  /** Definitions that others extend: the guide shows them apart from their rules. */
  readonly extended: ReadonlySet<string>;
  /** The values that scripts hold, by id, for each profile. */
  readonly profiles: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The names of those Values by id. */
  readonly valueNames: ReadonlyMap<string, string>;
  /** Platform expressions in the order in which they gave their names to Platforms. */
  readonly platforms: readonly string[];
  /** What the front-end worked out beyond the rules. */
  readonly memo: ReaderMemo | undefined;
  /** `Answers`, serialized: few builds ask for them. */
  readonly answers: Uint8Array;
  readonly summary: ProductSummary;
}

export interface OutputRecord {
  readonly signature: string;
  /** For each stretch the index of its owner, its offset and its length in bytes. */
  readonly segments: Uint32Array;
}

export interface RuleRecord {
  /**
   * A digest of all that must not change where nothing but the rule is compiled anew; nothing where its texts hold
   * what others say.
   */
  readonly linked?: string;
  /** A digest of what the data of the guide says of it alone. */
  readonly own: string;
  /** Where it stands among the items of the benchmark. */
  readonly item: number;
  /** Owners of the OVAL that it reaches. */
  readonly oval: readonly string[];
}

/** What makes two builds the same besides the content. */
export interface RecordKey {
  readonly content: string;
  readonly out: string;
  readonly product: string;
  /** Everything else that has a say in the output. */
  readonly settings: readonly (string | number | boolean | undefined)[];
}

/** Where builds remember: the user's cache folder (XDG Base Directory Specification). */
export const cacheFolder = (): string =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'scapc');

/** The file of a record; one for each output folder and product. */
function pathOf(folder: string, { out, product }: RecordKey): string {
  return join(folder, `${hashed([resolve(out), product])}.bin`);
}

/** A record that is not there, not whole, or of another scapc or other settings counts for nothing. */
export function readRecord(folder: string, key: RecordKey): BuildRecord | undefined {
  try {
    const { whose, record } = deserialize(readFileSync(pathOf(folder, key))) as Stored;
    return whose === whoseOf(key) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** A record that cannot be written is none: the next build takes longer, and nothing else. */
export function writeRecord(folder: string, key: RecordKey, record: BuildRecord): void {
  const path = pathOf(folder, key);
  try {
    mkdirSync(folder, { recursive: true });
    const beside = `${path}.${process.pid}`;
    writeFileSync(beside, serialize({ whose: whoseOf(key), record } satisfies Stored));
    renameSync(beside, path);
    removeOld(folder);
  } catch {
    // A full disk, a read-only home: see above.
  }
}

/** Nobody builds any more what was not built for a month. */
const oldest = 30 * 24 * 60 * 60 * 1000;

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).mtimeMs < Date.now() - oldest) rmSync(path);
  }
}

interface Stored {
  readonly whose: string;
  readonly record: BuildRecord;
}

const whoseOf = ({ content, out, product, settings }: RecordKey): string =>
  hashed([realpathSync(content), resolve(out), product, process.version, programSignature(), ...settings]);

const hashed = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

let signatureOfProgram: string | undefined;

/** Changes with every change of scapc itself, of its templates, or of the packages that it runs with. */
function programSignature(): string {
  signatureOfProgram ??= readProgramSignature();
  return signatureOfProgram;
}

function readProgramSignature(): string {
  const all: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (!entry.name.endsWith('.map')) all.push(entry.name, signatureOf(statSync(path)));
    }
  };
  visit(fileURLToPath(installed('lib')));
  visit(fileURLToPath(installed('templates/guide')));
  const packages = statSync(installed('node_modules/.package-lock.json'), { throwIfNoEntry: false });
  if (packages) all.push(signatureOf(packages));
  return hashed(all);
}
