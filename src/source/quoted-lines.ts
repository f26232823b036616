/**
 * PyYAML lets the lines of a quoted text start anywhere, other readers want them indented. Since such a text is
 * folded, blanks before its lines change nothing.
 */

const margin = ' '.repeat(80);

/** A text with blanks before some of its lines, and the way back to the text without them. */
class IndentedText {
  readonly text: string;
  readonly #lines: readonly number[];

  /** @param lines offsets of the lines that get blanks, in their order */
  constructor(text: string, lines: readonly number[]) {
    const ends = [...lines.slice(1), text.length];
    const moved = lines.map((start, at) => margin + text.slice(start, ends[at]));
    this.text = text.slice(0, lines[0] ?? text.length) + moved.join('');
    this.#lines = lines;
  }

  /** Where an offset of the indented text lies in the other one. */
  original(offset: number): number {
    let shift = 0;
    for (const line of this.#lines) {
      if (offset <= line + shift) break;
      if (offset < line + shift + margin.length) return line;
      shift += margin.length;
    }
    return offset - shift;
  }
}

/** Indents the lines of quoted texts, each from behind the quote that opens it to the one that closes it. */
function indentQuoted(
  text: string,
  quoted: readonly (readonly [start: number, end: number])[],
): IndentedText {
  const lines: number[] = [];
  for (const [start, end] of quoted)
    for (const { index } of text.slice(start, end).matchAll(/\n(?!\n)/g)) lines.push(start + index + 1);
  return new IndentedText(text, lines);
}

/** Indents quoted texts that have a line in the first column; `opens` finds where texts open. */
export function indentUnindented(text: string, opens: RegExp): IndentedText {
  const quoted: [number, number][] = [];
  for (let open = opens.exec(text); open; open = opens.exec(text)) {
    const start = opens.lastIndex;
    const end = endOfQuoted(text, start, open[1] as string);
    if (/\n\S|\n$/.test(text.slice(start, end))) quoted.push([start, end]);
    opens.lastIndex = end;
  }
  return indentQuoted(text, quoted);
}

/** Where quoted texts of keys open, as `indentUnindented` wants it. */
export const quotedValue = (): RegExp => /^[ -]*[\w.-]+:[ \t]+(['"])/gm;

/** The offset of the quote that closes a text. */
function endOfQuoted(text: string, start: number, quote: string): number {
  const rest = quote === "'" ? /(?:[^']|'')*/y : /(?:[^"\\]|\\[\s\S])*/y;
  rest.lastIndex = start;
  rest.exec(text);
  return rest.lastIndex;
}
