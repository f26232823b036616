import type { TemplateSource } from '../syntax/source.js';

/** A stretch of a template: a macro call, or what printed something. */
export interface Stretch {
  readonly source: TemplateSource;
  readonly start: number;
  readonly end: number;
}

/** A stretch of output and the stretch of a template that made it. */
export interface Piece extends Stretch {
  /** Length of the output. */
  readonly length: number;
  /** True if the output is that very text of the template, character by character. */
  readonly exact: boolean;
  /** The macro calls that led there, outermost first. */
  readonly calls: readonly Stretch[];
}

/** The part `[from, to)` of the output that `pieces` describe. */
export function slicePieces(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const part: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const start = Math.max(from, at);
    const end = Math.min(to, at + piece.length);
    if (start < end) part.push(cutPiece(piece, start - at, end - at));
    at += piece.length;
    if (at >= to) break;
  }
  return part;
}

function cutPiece(piece: Piece, from: number, to: number): Piece {
  if (from === 0 && to === piece.length) return piece;
  const length = to - from;
  if (!piece.exact) return { ...piece, length };
  return { ...piece, length, start: piece.start + from, end: piece.start + to };
}
