import type { ExpansionMap, Span } from '../../../source/file.js';
import type { TemplateSource } from './syntax/source.js';
import type { Piece, Stretch } from './trace/piece.js';

/** What a template made, and where each of its characters comes from. */
export interface Expansion {
  readonly text: string;
  readonly expansion: ExpansionMap;
}

/** A file without any template in it: the text is the file's. */
export class PlainExpansion implements ExpansionMap {
  readonly #source: TemplateSource;

  constructor(source: TemplateSource) {
    this.#source = source;
  }

  origin(offset: number): [Span] {
    return [this.#source.place(offset, offset + 1)];
  }
}

/** Traces the render when somebody asks, and keeps what it found. */
export class TracedExpansion implements ExpansionMap {
  readonly #source: TemplateSource;
  readonly #length: number;
  readonly #trace: () => readonly Piece[];
  #pieces: readonly Piece[] | undefined;
  #ends: readonly number[] = [];

  /** @param trace renders once more; the pieces have to add up to `length` */
  constructor(source: TemplateSource, length: number, trace: () => readonly Piece[]) {
    this.#source = source;
    this.#length = length;
    this.#trace = trace;
  }

  origin(offset: number): [Span, ...Span[]] {
    this.#pieces ??= this.#load();
    const index = this.#find(offset);
    const piece = this.#pieces[index];
    if (!piece) return [this.#source.place(0, this.#source.text.length)];
    const at = offset - ((this.#ends[index - 1] as number | undefined) ?? 0);
    const { source } = piece;
    const place = piece.exact
      ? source.place(piece.start + at, Math.min(piece.start + at + 1, piece.end))
      : placeOf(piece);
    const [first, ...rest] = [...piece.calls.map(placeOf), place];
    return [first as Span, ...rest];
  }

  #load(): readonly Piece[] {
    const pieces = this.#trace();
    const ends: number[] = [];
    let end = 0;
    for (const { length } of pieces) {
      end += length;
      ends.push(end);
    }
    this.#ends = ends;
    return end === this.#length ? pieces : [];
  }

  /** The piece that holds the offset; the end of the text belongs to the last piece. */
  #find(offset: number): number {
    let low = 0;
    let high = this.#ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const placeOf = ({ source, start, end }: Stretch): Span => source.place(start, end);
