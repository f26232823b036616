import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file of the output, its path relative to the output folder and with `/`. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
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
  readonly #products = new Set<string>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** Writes one file of a product, beside its final place. */
  write(product: string, file: OutputFile): void {
    this.#staged ??= this.#start();
    if (!this.#products.has(product)) this.#startProduct(this.#staged, product);
    const path = join(this.#staged, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.content);
  }

  /** Puts all that was written in its place, and removes what was there before. */
  commit(): void {
    const staged = this.#staged;
    if (staged === undefined) return;
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
    this.#staged = undefined;
  }

  #startProduct(staged: string, product: string): void {
    const place = join(this.#dir, product);
    if (existsSync(place) && !existsSync(join(place, marker)) && readdirSync(place).length > 0)
      throw new InTheWay(place);
    this.#products.add(product);
    mkdirSync(join(staged, product), { recursive: true });
    writeFileSync(join(staged, product, marker), 'scapc made this folder, and replaces it as a whole.\n');
  }

  #start(): string {
    mkdirSync(this.#dir, { recursive: true });
    recover(this.#dir);
    return mkdtempSync(join(this.#dir, staging));
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
