import type { SyntaxOptions } from '../delimiters.js';
import { JinjaError } from '../errors.js';
import type { TemplateSource } from './source.js';
import { isSpace, skipSpace, trimEndOffset } from './whitespace.js';

/**
 * What the token inside a tag is; an operator is its own type (`'('`, `'**'`, …). The text between tags never
 * becomes a token: `readText` hands it out as offsets.
 */
export type TokenType = string;

/** What `readText` found after the text. */
export type Opening = 'block' | 'variable' | 'raw' | 'comment' | 'end';

const operators2 = new Set(['//', '**', '==', '!=', '>=', '<=']);
const operators1 = new Set([...'+-/*%~[](){}><=.:|,;']);
const number =
  /(?:(?:\d+_)*\d+(?:(?:\.(?:\d+_)*\d+)?e[+-]?(?:\d+_)*\d+|\.(?:\d+_)*\d+))|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0[xX](?:_?[0-9a-fA-F])+|[1-9](?:_?\d)*|0(?:_?0)*/iy;
const name = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const string = /'[^'\\]*(?:\\[\s\S][^'\\]*)*'|"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y;
const tagName = /[-+]?\s*(\w+)/y;
const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The patterns that a syntax needs, made once. */
export class Lexis {
  readonly options: SyntaxOptions;
  /** What starts a variable, a comment or a block, the longest first, and what all of them begin with. */
  readonly #starts: readonly string[];
  readonly #prefix: string;
  readonly raw: RegExp;
  readonly endRaw: RegExp;

  constructor(options: SyntaxOptions) {
    this.options = options;
    const quote = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    this.#starts = [options.variableStart, options.commentStart, options.blockStart].sort(
      (a, b) => b.length - a.length,
    );
    this.#prefix = commonPrefix(this.#starts);
    const [start, end] = [quote(options.blockStart), quote(options.blockEnd)];
    const trim = options.trimBlocks ? '\\n?' : '';
    this.raw = new RegExp(`${start}([-+]?)\\s*raw\\s*(?:-${end}\\s*|${end})`, 'y');
    this.endRaw = new RegExp(`${start}([-+]?)\\s*endraw\\s*(?:\\+${end}|-${end}\\s*|${end}${trim})`, 'g');
  }

  /** Offset of the first mark from `from` on; the end of the text if there is none. */
  find(text: string, from: number): number {
    for (let at = text.indexOf(this.#prefix, from); at >= 0; at = text.indexOf(this.#prefix, at + 1)) {
      if (this.markAt(text, at) !== undefined || at >= text.length) return at;
    }
    return text.length;
  }

  /** The mark that starts at this offset. */
  markAt(text: string, at: number): string | undefined {
    return this.#starts.find((start) => text.startsWith(start, at));
  }

  /** The name that a tag starts with, behind its mark. */
  wordAt(text: string, at: number): string | undefined {
    tagName.lastIndex = at;
    return tagName.exec(text)?.[1];
  }

  /** True if `text` has nothing that Jinja would act on, except for the newline at its end. */
  isPlain(text: string): boolean {
    return this.find(text, 0) === text.length;
  }
}

/** What all of these texts begin with. */
function commonPrefix([first = '', ...others]: readonly string[]): string {
  let length = first.length;
  while (!others.every((other) => other.startsWith(first.slice(0, length)))) length--;
  return first.slice(0, length);
}

/** Walks through a template: `readText` between tags, `next` inside them. */
export class Lexer {
  readonly source: TemplateSource;
  readonly #lexis: Lexis;
  readonly #text: string;
  readonly #end: number;
  /** The next character to read. */
  #at: number;
  readonly #balance: string[] = [];
  #inVariable = false;

  /** The current token, and where it stands. */
  type: TokenType = 'text';
  /** The spelling of a name or a number, or a string with its quotes. */
  value = '';
  start = 0;
  end = 0;
  /** End of the token before this one. */
  previousEnd = 0;

  /** The text that `readText` found. */
  textStart = 0;
  textEnd = 0;
  /** Start of the mark that `readText` stopped at. */
  tagStart = 0;

  /** @param at the offset to start at, outside of every tag */
  constructor(source: TemplateSource, lexis: Lexis, at = 0) {
    this.#at = at;
    this.source = source;
    this.#lexis = lexis;
    this.#text = source.text;
    const drop = !lexis.options.keepTrailingNewline && this.#text.endsWith('\n');
    this.#end = drop ? this.#text.length - 1 : this.#text.length;
  }

  fail(message: string, start = this.start, end = this.end): never {
    throw new JinjaError('TemplateSyntaxError', message, this.source.place(start, Math.max(start, end)));
  }

  /**
   * Reads text up to the next mark; `textStart` and `textEnd` hold it, and may be equal. A comment is passed
   * over; of a block or variable the first token is read.
   */
  readText(): Opening {
    const { options } = this.#lexis;
    const text = this.#text;
    const start = this.#at;
    this.textStart = start;
    this.textEnd = this.#end;
    if (start >= this.#end) return 'end';
    const at = this.#lexis.find(text, start);
    const mark = at < this.#end ? this.#lexis.markAt(text, at) : undefined;
    if (mark === undefined) {
      this.#at = this.#end;
      return 'end';
    }
    const sign = text[at + mark.length];
    const after = at + mark.length + (sign === '-' || sign === '+' ? 1 : 0);
    this.textEnd = this.#stripBefore(start, at, sign, mark !== options.variableStart);
    this.tagStart = at;
    if (mark === options.commentStart) {
      this.#skipComment(at, after);
      return 'comment';
    }
    if (mark === options.blockStart) {
      this.#lexis.raw.lastIndex = at;
      const raw = this.#lexis.raw.exec(text);
      if (raw) {
        this.#at = at + raw[0].length;
        return 'raw';
      }
    }
    this.#inVariable = mark === options.variableStart;
    this.#balance.length = 0;
    this.#at = after;
    this.end = after;
    this.next();
    return this.#inVariable ? 'variable' : 'block';
  }

  /**
   * Passes over the body of a block, from behind its tag, and reads the name of the tag that ends it.
   *
   * @param tag the name of the block, which may hold others like it
   * @returns where the body starts; nothing, and nothing is passed over, where only a parser can tell where it ends
   */
  skipBody(tag: string): number | undefined {
    const { variableStart, variableEnd, commentStart, commentEnd, blockEnd } = this.#lexis.options;
    const text = this.#text;
    const start = this.#at;
    for (let at = start, depth = 1; ; ) {
      at = this.#lexis.find(text, at);
      const mark = at < this.#end ? this.#lexis.markAt(text, at) : undefined;
      if (mark === undefined) return undefined;
      const after = at + mark.length;
      let end: number;
      if (mark === commentStart) end = text.indexOf(commentEnd, after);
      else if (mark === variableStart) end = this.#tagEnd(after, variableEnd);
      else {
        const word = this.#lexis.wordAt(text, after);
        if (word === 'raw') return undefined;
        if (word === tag) depth++;
        if (word === `end${tag}`) depth--;
        end = this.#tagEnd(after, blockEnd);
      }
      if (end < 0) return undefined;
      if (depth === 0) {
        this.#at = at;
        return this.readText() === 'block' ? start : undefined;
      }
      at = end;
    }
  }

  /** Where a tag ends, whatever texts and brackets are in it; negative where it does not. */
  #tagEnd(from: number, close: string): number {
    const text = this.#text;
    let depth = 0;
    for (let at = from; at < this.#end; at++) {
      if (depth === 0 && text.startsWith(close, at)) return at;
      const char = text[at] as string;
      if (char === '"' || char === "'") {
        string.lastIndex = at;
        if (!string.test(text)) return -1;
        at = string.lastIndex - 1;
      } else if (Object.hasOwn(closers, char)) depth++;
      else if (char === ')' || char === ']' || char === '}') depth--;
    }
    return -1;
  }

  /** After `readText` met a `raw` block: reads its text into `textStart` and `textEnd`. */
  readRaw(): void {
    const { endRaw } = this.#lexis;
    endRaw.lastIndex = this.#at;
    const match = endRaw.exec(this.#text);
    this.textStart = this.#at;
    this.textEnd = this.#at;
    if (match === null) {
      if (this.#at >= this.#end) return;
      this.fail('Missing end of raw directive', this.tagStart, this.#at);
    }
    this.textEnd = this.#stripBefore(this.#at, match.index, match[1], true);
    this.#at = Math.min(match.index + match[0].length, this.#end);
  }

  #stripBefore(start: number, end: number, sign: string | undefined, block: boolean): number {
    if (sign === '-') return trimEndOffset(this.#text, start, end);
    if (sign === '+' || !block || !this.#lexis.options.lstripBlocks) return end;
    const line = Math.max(start, this.#text.lastIndexOf('\n', end - 1) + 1);
    const atLineStart = line > start || start === 0 || this.#text[start - 1] === '\n';
    return atLineStart && line < end && skipSpace(this.#text, line, end) === end ? line : end;
  }

  #skipComment(at: number, after: number): void {
    const { commentEnd, trimBlocks } = this.#lexis.options;
    const close = this.#text.indexOf(commentEnd, after);
    if (close < 0 && after < this.#end) this.fail('Missing end of comment tag', at, after);
    const sign = close > after ? this.#text[close - 1] : '';
    this.#at =
      close < 0
        ? this.#end
        : Math.min(this.#afterClose(close + commentEnd.length, sign, trimBlocks), this.#end);
  }

  #afterClose(at: number, sign: string | undefined, trim: boolean): number {
    if (sign === '-') return skipSpace(this.#text, at, this.#end);
    return trim && sign !== '+' && this.#text[at] === '\n' ? at + 1 : at;
  }

  /** Advances to the next token of the tag. After `block_end` or `variable_end`, `readText` goes on. */
  next(): void {
    this.previousEnd = this.end;
    const text = this.#text;
    let at = this.#at;
    const limit = this.#end;
    if (this.#balance.length === 0 && this.#tryEnd(at)) return;
    while (at < limit && isSpace(text.charCodeAt(at))) at++;
    if (this.#balance.length === 0 && at !== this.#at && this.#tryEnd(at)) return;
    this.start = at;
    if (at >= limit) {
      this.type = 'eof';
      this.value = '';
      this.end = at;
      this.#at = at;
      return;
    }
    const code = text.charCodeAt(at);
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95) this.#readName(at);
    else if (code >= 48 && code <= 57) this.#readNumber(at);
    else if (code === 39 || code === 34) this.#readString(at);
    else if (code < 0x80) this.#readOperator(at);
    else this.#readPattern(name, 'name', at);
  }

  /** True if a single `=` follows the current token. */
  followedByAssign(): boolean {
    const at = skipSpace(this.#text, this.#at, this.#end);
    return this.#text.charCodeAt(at) === 61 && this.#text.charCodeAt(at + 1) !== 61;
  }

  /** True if a `.` follows the current token. */
  followedByDot(): boolean {
    return this.#text.charCodeAt(skipSpace(this.#text, this.#at, this.#end)) === 46;
  }

  /** True if this word follows the current token. */
  followedByWord(word: string): boolean {
    const at = skipSpace(this.#text, this.#at, this.#end);
    return (
      this.#text.startsWith(word, at) &&
      !/^[\p{ID_Continue}]/u.test(this.#text.slice(at + word.length, at + word.length + 2))
    );
  }

  #tryEnd(at: number): boolean {
    const { options } = this.#lexis;
    const close = this.#inVariable ? options.variableEnd : options.blockEnd;
    const text = this.#text;
    const code = text.charCodeAt(at);
    const signed = code === 45 || (code === 43 && !this.#inVariable);
    if (!text.startsWith(close, signed ? at + 1 : at)) return false;
    this.type = this.#inVariable ? 'variable_end' : 'block_end';
    this.value = '';
    this.start = at;
    this.end = at + close.length + (signed ? 1 : 0);
    const trim = !this.#inVariable && options.trimBlocks;
    this.#at = Math.min(this.#afterClose(this.end, signed ? text[at] : '', trim), this.#end);
    return true;
  }

  #take(type: TokenType, value: string, at: number): void {
    this.type = type;
    this.value = value;
    this.end = at + value.length;
    this.#at = this.end;
  }

  #readName(at: number): void {
    const text = this.#text;
    let end = at + 1;
    for (; end < this.#end; end++) {
      const code = text.charCodeAt(end);
      if (code >= 0x80) {
        this.#readPattern(name, 'name', at);
        return;
      }
      if (
        !(
          (code >= 97 && code <= 122) ||
          (code >= 65 && code <= 90) ||
          (code >= 48 && code <= 57) ||
          code === 95
        )
      ) {
        break;
      }
    }
    this.#take('name', text.slice(at, end), at);
  }

  #readNumber(at: number): void {
    number.lastIndex = at;
    const spelling = (number.exec(this.#text) as RegExpExecArray)[0];
    const afterDot = this.type === '.' && this.end === at;
    if (afterDot && /[.e]/i.test(spelling) && !/^0x/i.test(spelling)) {
      this.#take('integer', (/^(?:[1-9]\d*|0+)/.exec(spelling) as RegExpExecArray)[0], at);
    } else {
      this.#take(/^0x/i.test(spelling) || !/[.e]/i.test(spelling) ? 'integer' : 'float', spelling, at);
    }
  }

  #readString(at: number): void {
    this.#readPattern(string, 'string', at);
  }

  #readPattern(pattern: RegExp, type: TokenType, at: number): void {
    pattern.lastIndex = at;
    const match = pattern.exec(this.#text);
    if (match === null) {
      const character = String.fromCodePoint(this.#text.codePointAt(at) as number);
      this.fail(`unexpected char ${JSON.stringify(character)}`, at, at + character.length);
    }
    this.#take(type, match[0], at);
  }

  #readOperator(at: number): void {
    const two = this.#text.slice(at, at + 2);
    const operator = operators2.has(two) ? two : two.charAt(0);
    if (!operators1.has(operator) && !operators2.has(operator)) {
      this.fail(`unexpected char ${JSON.stringify(operator)}`, at, at + 1);
    }
    if (operator === '(' || operator === '[' || operator === '{') {
      this.#balance.push(closers[operator] as string);
    } else if (operator === ')' || operator === ']' || operator === '}') {
      const expected = this.#balance.pop();
      if (expected === undefined) this.fail(`unexpected '${operator}'`, at, at + 1);
      if (expected !== operator) this.fail(`unexpected '${operator}', expected '${expected}'`, at, at + 1);
    }
    this.#take(operator, operator, at);
  }
}
