import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
  writevSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Chunks, encode, ownerOf } from '../text/chunks.js';

/** A file of the output, its path relative to the output folder and with `/`. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array | Chunks;
}

/** Lies in every folder that scapc made, and so may replace as a whole. */
const marker = '.made-by-scapc';

/** A folder with something else in it stands where the output should go. */
export class InTheWay extends Error {
  constructor(readonly place: string) {
    super(`${place} was not made by scapc`);
  }
}

/** Work in progress starts with this; what is found of it at the start is a build that was killed. */
const staging = '.scapc-';
const previous = 'previous';

/**
 * Writes the output folder. Files are first written into a folder beside their final place; `commit` then puts
 * each product in its place by renaming folders. Whatever ends the process before that, the former output is
 * untouched. A process that is killed between two renames leaves the former product under its staging folder;
 * the next build puts it back before it does anything else.
 *
 * Errors of the file system are thrown as Node gives them, and `InTheWay` where something else would have to
 * be deleted; the caller reports them.
 */
export class OutputFolder {
  readonly #dir: string;
  #staged: string | undefined;
  /** What there was not before, and is taken away where nothing comes of it. */
  #made: string | undefined;
  #products: readonly string[] = [];

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** Makes the folder that the files of these products are staged in (`writeStaged`). */
  start(products: readonly string[]): string {
    this.#made = mkdirSync(this.#dir, { recursive: true });
    recover(this.#dir);
    const staged = mkdtempSync(join(this.#dir, staging));
    this.#staged = staged;
    this.#products = products;
    for (const product of products) this.#startProduct(staged, product);
    return staged;
  }

  /** Puts all that was written in its place, and removes what was there before. */
  commit(): void {
    const staged = this.#staged;
    if (staged === undefined) return;
    this.#made = undefined;
    mkdirSync(join(staged, previous));
    for (const product of this.#products) {
      const place = join(this.#dir, product);
      if (existsSync(place)) renameSync(place, join(staged, previous, product));
      renameSync(join(staged, product), place);
    }
    this.discard();
  }

  /** Removes what was written and not committed. */
  discard(): void {
    if (this.#staged !== undefined) rmSync(this.#staged, { recursive: true, force: true });
    if (this.#made !== undefined) removeEmpty(this.#dir, this.#made);
    this.#staged = undefined;
    this.#made = undefined;
  }

  #startProduct(staged: string, product: string): void {
    const place = join(this.#dir, product);
    if (existsSync(place) && !existsSync(join(place, marker)) && readdirSync(place).length > 0)
      throw new InTheWay(place);
    mkdirSync(join(staged, product), { recursive: true });
    writeFileSync(join(staged, product, marker), 'scapc made this folder, and replaces it as a whole.\n');
  }
}

/** A stretch of a written file that belongs to somebody (`owned`), in bytes. */
export interface Segment {
  readonly owner: string;
  readonly offset: number;
  readonly length: number;
}

/** Writes one file into the folder that `start` made, beside its final place; tells whose stretches it holds. */
export function writeStaged(staged: string, { path, content }: OutputFile): Segment[] {
  const place = join(staged, path);
  mkdirSync(dirname(place), { recursive: true });
  if (typeof content !== 'string' && !(content instanceof Uint8Array)) return writeChunks(place, content);
  writeFileSync(place, content);
  return [];
}

/** As many buffers as every system takes in one call (IOV_MAX). */
const maxBuffers = 1024;

function writeChunks(path: string, chunks: Chunks): Segment[] {
  const segments: Segment[] = [];
  const to = openSync(path, 'w');
  try {
    let offset = 0;
    for (let at = 0; at < chunks.length; at += maxBuffers) {
      let rest: readonly Uint8Array[] = chunks.slice(at, at + maxBuffers).map((chunk) => {
        const bytes = typeof chunk === 'string' ? encode(chunk) : chunk;
        const owner = ownerOf(bytes);
        if (owner !== undefined) segments.push({ owner, offset, length: bytes.length });
        offset += bytes.length;
        return bytes;
      });
      while (rest.length > 0) rest = withoutWritten(rest, writevSync(to, rest));
    }
  } finally {
    closeSync(to);
  }
  return segments;
}

/** What is left where a system wrote less than it was given. */
function withoutWritten(buffers: readonly Uint8Array[], written: number): Uint8Array[] {
  let done = written;
  let first = 0;
  for (let next = buffers[0]; next && next.length <= done; next = buffers[first]) {
    done -= next.length;
    first++;
  }
  const [partly, ...rest] = buffers.slice(first);
  return partly ? [partly.subarray(done), ...rest] : [];
}

/** Removes folders from the innermost to the outermost, as long as nobody put anything there. */
function removeEmpty(innermost: string, outermost: string): void {
  for (let dir = innermost; readdirSync(dir).length === 0; dir = dirname(dir)) {
    rmdirSync(dir);
    if (dir === outermost) return;
  }
}

/** Puts back what a killed build had moved away, and removes what it had not finished. */
function recover(dir: string): void {
  for (const name of readdirSync(dir)) {
    if (!name.startsWith(staging)) continue;
    const left = join(dir, name, previous);
    if (existsSync(left)) {
      for (const product of readdirSync(left)) {
        const place = join(dir, product);
        if (!existsSync(place)) renameSync(join(left, product), place);
      }
    }
    rmSync(join(dir, name), { recursive: true, force: true });
  }
}
