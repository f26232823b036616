/**
 * Marks that travel through Handlebars and Markdown inside the text. They are made of Unicode noncharacters,
 * which no text may hold (Unicode 23.7), so nothing that an author types can look like one.
 */

const segmentStart = '\ufdd0';
const segmentEnd = '\ufdd1';
const tokenStart = '\ufdd2';
const tokenEnd = '\ufdd3';

/** Whether a source text holds one of the characters that are reserved for marks; its offset, or -1. */
export const reservedAt = (text: string): number => text.search(/[\ufdd0-\ufdef]/);

/** Says that the output from here on comes from piece `index` of the source. */
export const segmentMark = (index: number): string => `${segmentStart}${index}${segmentEnd}`;

/** Stands for something that is put in its place after the text has been parsed. */
export const tokenMark = (index: number): string => `${tokenStart}${index}${tokenEnd}`;

/** A literal text that nothing parses, or a reference to a Value by name. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string; readonly source: readonly [start: number, end: number] };

/** Splits a text at its tokens. */
export function splitTokens(text: string, tokens: readonly Token[]): (string | Token)[] {
  if (!text.includes(tokenStart)) return [text];
  return text
    .split(/\ufdd2(\d+)\ufdd3/)
    .map((part, i) => (i % 2 === 0 ? part : (tokens[Number(part)] ?? '')))
    .filter((part) => part !== '');
}

/** A piece of the output: where it starts there and in the source, and whether it was copied as it is. */
export interface Segment {
  readonly at: number;
  readonly source: number;
  readonly sourceEnd: number;
  readonly copied: boolean;
}

/** Takes the segment marks out of an expanded text. */
export function takeSegments(
  marked: string,
  pieces: readonly Omit<Segment, 'at'>[],
): { text: string; segments: Segment[] } {
  const parts = marked.split(/\ufdd0(\d+)\ufdd1/);
  const segments: Segment[] = [];
  let text = '';
  for (let i = 0; i < parts.length; i += 2) {
    const piece = i === 0 ? undefined : pieces[Number(parts[i - 1])];
    if (piece) segments.push({ ...piece, at: text.length });
    text += parts[i];
  }
  return { text, segments };
}

export const withoutSegmentMarks = (marked: string): string =>
  marked.includes(segmentStart) ? marked.replace(/\ufdd0\d+\ufdd1/g, '') : marked;

/** The stretch of the source that made the character at `offset` of the expanded text. */
export function sourceOf(segments: readonly Segment[], offset: number): readonly [number, number] {
  let found: Segment | undefined;
  for (const segment of segments) {
    if (segment.at > offset) break;
    found = segment;
  }
  if (!found) return [0, 0];
  if (!found.copied) return [found.source, found.sourceEnd];
  const at = Math.min(found.source + offset - found.at, found.sourceEnd);
  return [at, at];
}
