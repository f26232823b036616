import { type SourceFile, type SpanPlace, spanPlace } from '../../../../source/file.js';

/**
 * The text of a file as Jinja reads it: every line end is `\n`. Offsets of the engine are offsets into `text`;
 * `place` leads them back to the file as it is.
 */
export class TemplateSource {
  readonly file: SourceFile;
  readonly text: string;
  /** Offsets in `text` after which the file has one character more (a `\r` that was dropped). */
  readonly #dropped: readonly number[];

  constructor(file: SourceFile) {
    this.file = file;
    const dropped: number[] = [];
    if (file.text.includes('\r')) {
      this.text = file.text.replace(/\r\n?/g, (end, at: number) => {
        if (end.length === 2) dropped.push(at - dropped.length);
        return '\n';
      });
    } else {
      this.text = file.text;
    }
    this.#dropped = dropped;
  }

  /** True if offsets of the text are offsets of the file. */
  get verbatim(): boolean {
    return this.#dropped.length === 0;
  }

  place(start: number, end: number): SpanPlace {
    return spanPlace(this.file, this.original(start), this.original(end));
  }

  original(offset: number): number {
    let low = 0;
    let high = this.#dropped.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#dropped[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  }
}
