/**
 * A text that scapc reads, and how a place in it is named.
 *
 * Everything that can be wrong in a source is reported at a `Place`. A place is cheap to make: lines and
 * columns are worked out when somebody prints it, never on the way.
 */

/** One text: a file as the author typed it, or what a text template made of one. */
export interface SourceFile {
  /** Relative to the content root, with `/`. */
  readonly path: string;
  /** How people reach the file from their working directory, where that is another path. */
  readonly shownAs?: string;
  readonly text: string;
  /** Only for a text that a template made: leads each offset back to what the author typed. */
  readonly expansion?: ExpansionMap;
}

/** A stretch of a file, as UTF-16 offsets into its text; `end` is exclusive and never before `start`. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** The path of a file as people see it. */
export const shownPath = ({ path, shownAs = path }: SourceFile): string => shownAs;

/** Leads an offset of an expanded text back to the files that it came from. */
export interface ExpansionMap {
  /**
   * The places that produced the character at `offset`, never empty: first the place in the file that the
   * author edits (or the macro call there), then outside in, for text from a macro, the place in the macro.
   */
  origin(offset: number): readonly [Span, ...Span[]];
}

/** Keys and indices that lead from the root of a YAML document to a node. */
export type Pointer = readonly (string | number)[];

/** Where something stands: an exact span, a node of a YAML document, or a file as a whole. */
export type Place = SpanPlace | NodePlace | FilePlace;

export interface SpanPlace extends Span {
  readonly kind: 'span';
}

/** A node of a YAML document: its key or its value; `within` narrows it to a part of a string value. */
export interface NodePlace {
  readonly kind: 'node';
  readonly file: SourceFile;
  readonly pointer: Pointer;
  readonly target: 'key' | 'value';
  /** Offsets into the decoded string value, for a mistake inside a text. */
  readonly within?: readonly [start: number, end: number];
}

export interface FilePlace {
  readonly kind: 'file';
  readonly file: SourceFile;
}

export const spanPlace = (file: SourceFile, start: number, end = start): SpanPlace => ({
  kind: 'span',
  file,
  start,
  end: Math.max(start, end),
});

export const filePlace = (file: SourceFile): FilePlace => ({ kind: 'file', file });

/** The place of the value that `pointer` leads to, or of a part of that string. */
export function valuePlace(
  file: SourceFile,
  pointer: Pointer,
  within?: readonly [number, number],
): NodePlace {
  return within
    ? { kind: 'node', file, pointer, target: 'value', within }
    : { kind: 'node', file, pointer, target: 'value' };
}

export const keyPlace = (file: SourceFile, pointer: Pointer): NodePlace => ({
  kind: 'node',
  file,
  pointer,
  target: 'key',
});

/** A place inside a place: the same node, one step further down. */
export const childPlace = (place: NodePlace, ...steps: Pointer): NodePlace =>
  valuePlace(place.file, [...place.pointer, ...steps]);

/** A stretch inside a place that holds one string, by offsets into that string. */
export function childSpan(place: Place, start: number, end: number): Place {
  if (place.kind === 'span') return spanPlace(place.file, place.start + start, place.start + end);
  if (place.kind === 'file' || place.target === 'key') return place;
  const from = place.within?.[0] ?? 0;
  return { ...place, within: [from + start, from + end] };
}
