/** A file or symbolic link of an archive. */
export interface TarEntry {
  /** Absolute path; at most 100 bytes. */
  readonly path: string;
  readonly content?: string | Uint8Array;
  /** Permission bits: 0644 by default. */
  readonly mode?: number;
  /** Makes the entry a symbolic link to this target. */
  readonly link?: string;
}

const BLOCK = 512;

/**
 * Packs files and symbolic links, owned by root, into one ustar archive (POSIX.1-1988), so that one process
 * unpacks them all.
 *
 * @throws RangeError for a path or link target that does not fit into the format
 */
export function tar(entries: readonly TarEntry[]): Uint8Array {
  const blocks = entries.flatMap((entry) => {
    const content = Buffer.from(entry.content ?? '');
    return [header(entry, content.length), content, Buffer.alloc(padding(content.length))];
  });
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}

function header(entry: TarEntry, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  text(block, 0, 100, entry.path.replace(/^\/+/, ''));
  octal(block, 100, 8, entry.mode ?? 0o644);
  octal(block, 108, 8, 0);
  octal(block, 116, 8, 0);
  octal(block, 124, 12, entry.link === undefined ? size : 0);
  octal(block, 136, 12, 0);
  block.write(entry.link === undefined ? '0' : '2', 156);
  text(block, 157, 100, entry.link ?? '');
  block.write('ustar\x0000', 257);
  block.fill(' ', 148, 156);
  octal(
    block,
    148,
    7,
    block.reduce((sum, byte) => sum + byte, 0),
  );
  return block;
}

function text(block: Buffer, offset: number, length: number, value: string): void {
  if (Buffer.byteLength(value) > length) throw new RangeError(`"${value}" is longer than ${length} bytes`);
  block.write(value, offset);
}

function octal(block: Buffer, offset: number, length: number, value: number): void {
  block.write(value.toString(8).padStart(length - 1, '0'), offset);
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}
