import { closeSync, copyFileSync, linkSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CompiledRules } from '../backends/compile.js';
import {
  guideDataOwner,
  ovalOwner,
  rulePieces,
  type ScriptLanguage,
  sectionOwner,
} from '../backends/owners.js';
import { ansibleSection, bashSection, scriptPaths, Variables } from '../backends/remediation/index.js';
import type { CompiledRule } from '../model/content.js';
import { currentSignature } from '../source/inputs.js';
import type { BuildRecord } from './record.js';

/** Stretches by the names of their owners. */
type Stretches = ReadonlyMap<string, Uint8Array>;

/** A stretch of a file that is to be another. */
interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly bytes: Uint8Array;
}

/** The output of a former build, as its record knows it. */
export class FormerOutput {
  readonly #dir: string;
  readonly #record: BuildRecord;
  #indices: ReadonlyMap<string, number> | undefined;

  /** @param dir the output folder */
  constructor(dir: string, record: BuildRecord) {
    this.#dir = dir;
    this.#record = record;
  }

  /** Whether every file is as it was written. */
  get isWhole(): boolean {
    return [...this.#record.outputs].every(
      ([path, { signature }]) => currentSignature(join(this.#dir, path)) === signature,
    );
  }

  /** The first stretch of an owner in a file. */
  stretch(path: string, owner: string): Uint8Array | undefined {
    const index = this.#record.owners.indexOf(owner);
    const segments = this.#record.outputs.get(path)?.segments ?? new Uint32Array();
    for (let at = 0; at < segments.length; at += 3) {
      if (segments[at] !== index) continue;
      const [offset = 0, length = 0] = segments.subarray(at + 1, at + 3);
      const file = openSync(join(this.#dir, path), 'r');
      try {
        return readAt(file, offset, length);
      } finally {
        closeSync(file);
      }
    }
    return undefined;
  }

  /** Owners of the stretches that are not what they were, or that there were none of. */
  changed(stretches: Stretches): Set<string> {
    const changed = new Set(stretches.keys());
    const same = new Set<string>();
    for (const path of this.#record.outputs.keys()) {
      const differs = new Set(this.#edits(path, stretches).map(({ bytes }) => bytes));
      for (const owner of this.#ownersIn(path, stretches))
        if (!differs.has(stretches.get(owner) as Uint8Array)) same.add(owner);
    }
    for (const owner of same) changed.delete(owner);
    return changed;
  }

  /**
   * Writes every file beside its place, with the stretches of some rules in the place of what they were. A file in
   * which nothing changes is the same file as before.
   *
   * @param data of the guide, where it is new
   * @returns where the stretches stand now
   */
  write(staged: string, compiled: CompiledRules, data?: Uint8Array): BuildRecord['outputs'] {
    const pieces = new Map<string, Uint8Array>(compiled.oval.map((piece) => [ovalOwner(piece), piece.xml]));
    if (data) pieces.set(guideDataOwner, data);
    for (const rule of compiled.rules)
      for (const [owner, bytes] of rulePieces(rule)) pieces.set(owner, bytes);
    const scripts = this.#scriptSections(compiled.rules);
    return new Map(
      [...this.#record.outputs].map(([path, output]) => {
        const edits = this.#edits(path, scripts.get(path)?.() ?? pieces);
        if (edits.length > 0) {
          copyEdited(join(this.#dir, path), placed(staged, path), edits);
          return [path, { ...output, segments: moved(output.segments, edits) }];
        }
        sameFile(join(this.#dir, path), placed(staged, path));
        return [path, output];
      }),
    );
  }

  /** The sections of rules in the scripts and playbooks, whose values are those of the profile. */
  #scriptSections(rules: readonly CompiledRule[]): ReadonlyMap<string, () => Stretches> {
    const { profiles, valueNames, summary } = this.#record;
    const out = new Map<string, () => Stretches>();
    for (const [profile, values] of profiles) {
      const current = (id: string): string => values.get(id) ?? '';
      const variables = new Variables(valueNames);
      const add = (language: ScriptLanguage, section: (rule: CompiledRule) => Uint8Array): void => {
        const stretches = (): Stretches =>
          new Map(rules.map((rule) => [sectionOwner(rule.name, language), section(rule)]));
        out.set(scriptPaths(summary.name, profile)[language], stretches);
      };
      add('bash', (rule) => bashSection(rule, current));
      add('ansible', (rule) => ansibleSection(rule, current, variables));
    }
    return out;
  }

  /** What of a file becomes another, in its order. */
  #edits(path: string, stretches: Stretches): Edit[] {
    const wanted = this.#byIndex(stretches);
    const segments = this.#record.outputs.get(path)?.segments ?? new Uint32Array();
    const edits: Edit[] = [];
    let file: number | undefined;
    try {
      for (let at = 0; at < segments.length; at += 3) {
        const bytes = wanted.get(segments[at] as number);
        if (!bytes) continue;
        const [offset = 0, length = 0] = segments.subarray(at + 1, at + 3);
        file ??= openSync(join(this.#dir, path), 'r');
        if (length !== bytes.length || !isSame(file, offset, bytes)) edits.push({ offset, length, bytes });
      }
    } finally {
      if (file !== undefined) closeSync(file);
    }
    return edits;
  }

  #ownersIn(path: string, stretches: Stretches): string[] {
    const wanted = this.#byIndex(stretches);
    const segments = this.#record.outputs.get(path)?.segments ?? new Uint32Array();
    const found: string[] = [];
    for (let at = 0; at < segments.length; at += 3) {
      const index = segments[at] as number;
      if (wanted.has(index)) found.push(this.#record.owners[index] as string);
    }
    return found;
  }

  #byIndex(stretches: Stretches): ReadonlyMap<number, Uint8Array> {
    this.#indices ??= new Map(this.#record.owners.map((owner, index) => [owner, index]));
    const out = new Map<number, Uint8Array>();
    for (const [owner, bytes] of stretches) {
      const index = this.#indices.get(owner);
      if (index !== undefined) out.set(index, bytes);
    }
    return out;
  }
}

/** The same file under another name, or a copy where a file system knows one name for each. */
function sameFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

const isSame = (file: number, offset: number, bytes: Uint8Array): boolean =>
  readAt(file, offset, bytes.length).equals(bytes);

/** What stands there, less where the file ends before. */
function readAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
}

/** The place of a file in the folder that files are staged in. */
function placed(staged: string, path: string): string {
  const place = join(staged, path);
  mkdirSync(dirname(place), { recursive: true });
  return place;
}

/** Copies a file with some stretches changed, through a small piece of memory: files may be tens of megabytes. */
function copyEdited(from: string, to: string, edits: readonly Edit[]): void {
  const source = openSync(from, 'r');
  try {
    const target = openSync(to, 'w');
    try {
      let done = 0;
      for (const { offset, length, bytes } of edits) {
        copyRange(source, done, offset, target);
        writeAll(target, bytes);
        done = offset + length;
      }
      copyRange(source, done, Number.POSITIVE_INFINITY, target);
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}

const between = Buffer.allocUnsafe(1 << 18);

function copyRange(source: number, start: number, end: number, target: number): void {
  for (let at = start; at < end; ) {
    const count = readSync(source, between, 0, Math.min(between.length, end - at), at);
    if (count === 0) return;
    writeAll(target, between.subarray(0, count));
    at += count;
  }
}

function writeAll(target: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(target, bytes, done);
}

/** Where segments stand once the edits are made. */
function moved(segments: Uint32Array, edits: readonly Edit[]): Uint32Array {
  const out = segments.slice();
  let next = 0;
  let shift = 0;
  for (let at = 0; at < out.length; at += 3) {
    const edit = edits[next];
    const offset = segments[at + 1] as number;
    out[at + 1] = offset + shift;
    if (edit?.offset !== offset) continue;
    out[at + 2] = edit.bytes.length;
    shift += edit.bytes.length - edit.length;
    next++;
  }
  return out;
}
