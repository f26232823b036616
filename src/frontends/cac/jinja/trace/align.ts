import { type Piece, slicePieces } from './piece.js';

/** A text whose pieces are known. */
export interface Known {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

type Filler = (length: number) => Piece;

/** The pieces of a text that holds known texts whole, one behind the other; undefined if it holds none. */
export function splice(known: readonly Known[], result: string, filler: Filler): Piece[] | undefined {
  const pieces: Piece[] = [];
  let at = 0;
  for (const input of known) {
    const found = result.indexOf(input.text, at);
    if (found < 0) continue;
    fill(pieces, found - at, filler);
    pieces.push(...input.pieces);
    at = found + input.text.length;
  }
  if (at === 0) return undefined;
  fill(pieces, result.length - at, filler);
  return pieces;
}

function fill(pieces: Piece[], length: number, filler: Filler): void {
  if (length > 0) pieces.push(filler(length));
}

/** The pieces of a text that was made of a known one: indented, trimmed, changed in case or in some words. */
export function align(input: Known, result: string, filler: Filler): Piece[] {
  const from = input.text.split('\n');
  const to = result.split('\n');
  return from.length === to.length ? alignLines(input, from, to, filler) : alignPart(input, result, filler);
}

function alignLines(input: Known, from: readonly string[], to: readonly string[], filler: Filler): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  to.forEach((line, i) => {
    const original = from[i] as string;
    const last = i === to.length - 1;
    const end = at + original.length;
    pieces.push(...alignLine(slicePieces(input.pieces, at, end), original, line, filler));
    if (!last) pieces.push(...slicePieces(input.pieces, end, end + 1));
    at = end + 1;
  });
  return pieces;
}

/** One line: one of the same length maps as it is (its case may differ); else what is equal at its start and its end maps exactly, what is between goes to the whole. */
function alignLine(pieces: readonly Piece[], from: string, to: string, filler: Filler): Piece[] {
  if (from.length === to.length) return [...pieces];
  const shorter = Math.min(from.length, to.length);
  let tail = 0;
  while (tail < shorter && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  let head = 0;
  while (head < shorter - tail && from[head] === to[head]) head++;
  const changed = to.length - head - tail;
  const middle = changed > 0 ? [spread(pieces, from, head, tail, changed, filler)] : [];
  return [
    ...slicePieces(pieces, 0, head),
    ...middle,
    ...slicePieces(pieces, from.length - tail, from.length),
  ];
}

/** One piece for `length` changed characters: the place of what they replace, or else of what they stand beside. */
function spread(
  pieces: readonly Piece[],
  from: string,
  head: number,
  tail: number,
  length: number,
  filler: Filler,
): Piece {
  const start = Math.min(head, Math.max(0, from.length - 1));
  const end = Math.max(from.length - tail, start + 1);
  const replaced = slicePieces(pieces, start, end);
  const [first, last] = [replaced[0], replaced.at(-1)];
  if (!first || !last) return filler(length);
  const together = last.source === first.source && last.calls === first.calls;
  return { ...first, length, exact: false, end: together ? Math.max(first.end, last.end) : first.end };
}

/** A text with fewer or more lines: exact if it is a part of the known one, else one piece for all of it. */
function alignPart(input: Known, result: string, filler: Filler): Piece[] {
  const found = input.text.indexOf(result);
  if (found >= 0) return slicePieces(input.pieces, found, found + result.length);
  const trimmed = input.text.trim();
  const at = trimmed === '' ? -1 : result.indexOf(trimmed);
  if (at >= 0) {
    const start = input.text.indexOf(trimmed);
    const pieces: Piece[] = [];
    fill(pieces, at, filler);
    pieces.push(...slicePieces(input.pieces, start, start + trimmed.length));
    fill(pieces, result.length - at - trimmed.length, filler);
    return pieces;
  }
  const [first] = input.pieces;
  return [first ? { ...first, length: result.length, exact: false } : filler(result.length)];
}
