/** A file, symbolic link or directory of an archive. */
export interface TarEntry {
  /** Absolute path; its last part has at most 100 bytes, the folders above it 155. */
  readonly path: string;
  readonly content?: string | Uint8Array;
  /** Permission bits: 0644 by default. */
  readonly mode?: number;
  /** Makes the entry a symbolic link to this target. */
  readonly link?: string;
  /** Makes the entry a directory, or what stands in the layer of an overlay for something that is not there. */
  readonly kind?: 'directory' | 'whiteout';
}

const BLOCK = 512;

/** The typeflag of what is neither a file nor a link. A whiteout is a character device, whose number is 0:0. */
const TYPES = { directory: '5', whiteout: '3' };

/**
 * Packs files, symbolic links and directories, owned by root, into one ustar archive (POSIX.1-1988), so that one process
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
  const [prefix, name] = splitPath(entry.path.replace(/^\/+/, ''));
  text(block, 0, 100, name);
  octal(block, 100, 8, entry.mode ?? 0o644);
  octal(block, 108, 8, 0);
  octal(block, 116, 8, 0);
  octal(block, 124, 12, entry.link === undefined ? size : 0);
  octal(block, 136, 12, 0);
  block.write(entry.kind ? TYPES[entry.kind] : entry.link === undefined ? '0' : '2', 156);
  text(block, 157, 100, entry.link ?? '');
  block.write('ustar\x0000', 257);
  octal(block, 329, 8, 0);
  octal(block, 337, 8, 0);
  text(block, 345, 155, prefix);
  block.fill(' ', 148, 156);
  octal(
    block,
    148,
    7,
    block.reduce((sum, byte) => sum + byte, 0),
  );
  return block;
}

/** A path as the two fields that hold it: what does not fit into the second goes, up to a slash, into the first. */
function splitPath(path: string): readonly [prefix: string, name: string] {
  if (Buffer.byteLength(path) <= 100) return ['', path];
  const slash = path.lastIndexOf('/');
  return [path.slice(0, Math.max(slash, 0)), path.slice(slash + 1)];
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
