import type { Document, Pair, Scalar } from 'yaml';
import type { NodePlace, Place, Pointer, SourceFile, Span } from './file.js';
import { indentUnindented, quotedValue } from './quoted-lines.js';
import { yaml } from './yaml-package.js';

/**
 * Where a place really stands, in files that an author can open: first where to look, then, for text that a
 * template made, the frames that led there.
 */
export function locate(place: Place): readonly [Span, ...Span[]] {
  const span = spanOf(place);
  const { expansion } = span.file;
  if (!expansion) return [span];
  const [first, ...rest] = expansion.origin(span.start);
  const last = expansion.origin(Math.max(span.start, span.end - 1))[0];
  const end = last.file === first.file && last.end > first.start ? last.end : first.end;
  return [{ ...first, end }, ...rest];
}

/** One-based line and column of an offset; columns count UTF-16 units, as editors do. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

function spanOf(place: Place): Span {
  if (place.kind === 'span') return place;
  if (place.kind === 'file') return { file: place.file, start: 0, end: 0 };
  return nodeSpan(place);
}

/** A document, and where an offset of what was parsed lies in the file. */
interface Parsed {
  readonly document: Document.Parsed;
  original(offset: number): number;
}

const documents = new WeakMap<SourceFile, Parsed>();

function documentOf(file: SourceFile): Parsed {
  let parsed = documents.get(file);
  if (!parsed) {
    parsed = parsedText(file.text);
    documents.set(file, parsed);
  }
  return parsed;
}

/** Other readers than this one may have taken the text: where it fails, quoted texts are indented. */
function parsedText(text: string): Parsed {
  const document = parse(text);
  const plain = { document, original: (offset: number) => offset };
  if (document.errors.length === 0) return plain;
  const indented = indentUnindented(text, quotedValue());
  const repaired = parse(indented.text);
  if (repaired.errors.length >= document.errors.length) return plain;
  return { document: repaired, original: (offset) => indented.original(offset) };
}

const parse = (text: string): Document.Parsed =>
  yaml().parseDocument(text, { keepSourceTokens: true, uniqueKeys: false, prettyErrors: false });

/** A key as it stands in a text, and whether it is without quotes. */
export interface WrittenKey {
  readonly source: string;
  readonly isPlain: boolean;
}

/** The keys of a mapping in the order of the text, which an object loses for those that look like numbers. */
export function keysInOrder(file: SourceFile, pointer: Pointer): readonly WrittenKey[] {
  const { document } = documentOf(file);
  const { node } = follow(document, pointer);
  const mapping = yaml().isAlias(node) ? node.resolve(document) : node;
  if (!yaml().isMap(mapping)) return [];
  return mapping.items.flatMap(({ key }) =>
    yaml().isScalar(key) ? { source: key.source ?? '', isPlain: key.type === 'PLAIN' } : [],
  );
}

function nodeSpan({ file, pointer, target, within }: NodePlace): Span {
  const { document, original } = documentOf(file);
  const found = follow(document, pointer);
  const node = target === 'key' && found.pair ? found.pair.key : found.node;
  const range = (node as { range?: [number, number, number] } | null)?.range;
  if (!range) return { file, start: 0, end: 0 };
  const [start, end] = [original(range[0]), original(range[1])];
  if (within && yaml().isScalar(node)) return withinScalar(file, node, [start, end], within);
  return { file, start, end: Math.max(start, end) };
}

/** Follows a pointer as far as the document goes: a missing key is shown at the mapping that lacks it. */
function follow(document: Document.Parsed, pointer: Pointer): { node: unknown; pair?: Pair } {
  let node: unknown = document.contents;
  let pair: Pair | undefined;
  for (const step of pointer) {
    if (yaml().isAlias(node)) node = node.resolve(document);
    let next: unknown;
    if (yaml().isMap(node)) {
      const found: Pair | undefined = node.items.find((item) => keyText(item) === String(step));
      if (found) pair = found;
      next = found?.value ?? found?.key;
    } else if (yaml().isSeq(node)) {
      next = node.items[Number(step)];
      if (yaml().isPair(next)) next = next.value;
      pair = undefined;
    }
    if (next === undefined || next === null) break;
    node = next;
  }
  return pair ? { node, pair } : { node };
}

const keyText = (pair: Pair): string => String(yaml().isScalar(pair.key) ? pair.key.value : pair.key);

/**
 * Leads offsets of a decoded string back into the file. A block scalar loses its indentation and a folded or
 * quoted one its line breaks, so each decoded character is looked up along the source in order.
 */
function withinScalar(
  file: SourceFile,
  node: Scalar,
  [from, to]: readonly [number, number],
  within: readonly [number, number],
): Span {
  const value = String(node.value);
  const source = file.text;
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  let at = from;
  if (isBlock) at = source.indexOf('\n', from) + 1;
  else if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') at = from + 1;
  let start = at;
  let end = at;
  for (let i = 0; i < value.length && i <= within[1]; i++) {
    at = nextMatch(source, at, to, value.charAt(i));
    if (i === within[0]) start = at;
    end = at;
    at++;
  }
  if (within[1] >= value.length) end = at;
  if (within[0] >= value.length) start = at;
  return { file, start, end: Math.max(start, end) };
}

/** The next place where `char` stands; a folded line break may stand for a space, an escape for anything. */
function nextMatch(source: string, at: number, to: number, char: string): number {
  for (let i = at; i < to; i++) {
    const here = source.charAt(i);
    if (here === char) return i;
    if (char === ' ' && here === '\n') return i;
    if (!/\s/.test(here)) return i;
  }
  return Math.min(at, to);
}
