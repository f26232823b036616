/**
 * A text in pieces: strings, and stretches that are UTF-8 already. What was made of a rule in another thread, or in a
 * former run, goes into a document as it is, and is never read into a string again.
 */
export type Chunk = string | Uint8Array;
export type Chunks = readonly Chunk[];

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export const encode = (text: string): Uint8Array => encoder.encode(text);

/** What stretches of UTF-8 are, so that one of them can be found in a file that was written. */
const owners = new WeakMap<Uint8Array, string>();

export function owned(bytes: Uint8Array, owner: string): Uint8Array {
  owners.set(bytes, owner);
  return bytes;
}

export const ownerOf = (bytes: Uint8Array): string | undefined => owners.get(bytes);

/** Keeps texts as UTF-8, many in one block of memory, so that they can go to another thread as a few blocks. */
export class ByteStore {
  readonly #blocks: ArrayBuffer[] = [];
  #free = new Uint8Array(0);

  /** The blocks that hold everything so far. */
  get blocks(): readonly ArrayBuffer[] {
    return this.#blocks;
  }

  add(text: string): Uint8Array {
    // One UTF-16 unit is at most three bytes.
    if (this.#free.length < text.length * 3) {
      const block = new ArrayBuffer(Math.max(blockSize, text.length * 3));
      this.#blocks.push(block);
      this.#free = new Uint8Array(block);
    }
    const { written } = encoder.encodeInto(text, this.#free);
    const bytes = this.#free.subarray(0, written);
    this.#free = this.#free.subarray(written);
    return bytes;
  }
}

const blockSize = 1 << 20;

/** The whole text as one string. */
export const asString = (chunks: Chunks): string =>
  chunks.map((chunk) => (typeof chunk === 'string' ? chunk : decoder.decode(chunk))).join('');

/** Gathers a text; strings that follow each other become one chunk, as long as they are short. */
export class ChunkWriter {
  readonly #chunks: Chunk[] = [];
  #text = '';

  add(chunk: Chunk): void {
    if (typeof chunk === 'string') {
      this.#text += chunk;
      if (this.#text.length > longEnough) this.#flush();
    } else {
      this.#flush();
      this.#chunks.push(chunk);
    }
  }

  get chunks(): Chunks {
    this.#flush();
    return this.#chunks;
  }

  #flush(): void {
    if (this.#text !== '') this.#chunks.push(this.#text);
    this.#text = '';
  }
}

/** So that no string of many megabytes is put together only to be written. */
const longEnough = 1 << 16;
