import { notPlain, plainly } from '../text/plain.js';
import type { YamlTypes } from './yaml-types.js';

/** What a reader takes for YAML. */
export interface Reading {
  readonly types: YamlTypes;
  /** Whether a key may stand twice, the last one winning. */
  readonly json?: boolean;
  /** Whether the lines of a quoted text may start anywhere, as PyYAML has it. */
  readonly unindented?: boolean;
}

/**
 * The data of a YAML document in the form in which nearly all are written: mappings and lists by indentation, scalars on
 * one line, on several, or in blocks. Nothing where a text has anything else in it, or any mistake; js-yaml then reads it.
 *
 * Half of the texts of a benchmark are YAML, and this takes less than half of js-yaml's time.
 */
export function readPlainYaml(text: string, reading: Reading): { readonly data: object } | undefined {
  // Blanks behind the last line break are text to some readers.
  return text.endsWith(' ') || unusual.test(text)
    ? undefined
    : plainly(() => ({ data: new Reader(text, reading).document() }));
}

/**
 * Characters that js-yaml refuses or that may be more than they seem, tabs before a text, marks of documents and their
 * directives.
 */
const unusual =
  /[^\t\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]|^ *\t|^(?:%|\.\.\.)|^---(?! *\n)/m;

/** Deeper than anybody writes, and than a stack holds for anybody who does. */
const maxDepth = 64;

const space = 0x20;
const hash = 0x23;
const dash = 0x2d;
const lineBreak = 0x0a;

/** A key and its colon, where more may follow in the line. */
const keyPattern = /(?:([A-Za-z_][\w.@/-]*)|'([^'\n]*)'|"([^"\\\n]*)")(?: *):(?=[ \n])/y;
/** What begins something other than a plain scalar. */
const indicator = /^(?:[[\]{},#&*!|>'"%@`]|[-?:](?: |$))/;
const blockHeader = /([|>])(-?)(?: +#.*| *)\n/y;
const restOfLine = /(?: +#.*| *)\n/y;
const escapes = '"\\/bfnrt';
/** A text that is a text whatever it looks like. */
const stringTag = /!!str +/y;
const longestList = 10_000;
/** A list of scalars in one line, or an empty mapping. */
const flowPattern = /(?:\[([ \w.,/+-]*(?:(?:'[^'\n]*'|"[^"\\\n]*")[ \w.,/+-]*)*)\]|\{ *\})(?: +#.*| *)\n/y;
const flowItem = / *(?:([\w./+-]+(?: +[\w./+-]+)*)|'([^']*)'|"([^"]*)") *(?:,|$)/y;

class Reader {
  readonly #text: string;
  readonly #types: YamlTypes;
  readonly #overrides: boolean;
  readonly #unindented: boolean;
  /** The offset of the first character of the line that is not read yet, behind its indentation. */
  #at = 0;
  /** How far that is indented; -1 at the end of the text. */
  #indent = 0;
  #depth = 0;
  /** The first backslash from where one was last looked for. */
  #escape = -1;

  constructor(text: string, { types, json = false, unindented = false }: Reading) {
    this.#text = text.endsWith('\n') ? text : `${text}\n`;
    this.#types = types;
    this.#overrides = json;
    this.#unindented = unindented;
  }

  document(): object {
    this.#nextLine(0);
    if (this.#indent === 0 && this.#text.startsWith('---', this.#at)) {
      this.#nextLine(this.#text.indexOf('\n', this.#at) + 1);
    }
    if (this.#indent < 0) notPlain();
    const data = this.#collection(this.#indent);
    if (this.#indent >= 0 || !data) notPlain();
    return data as object;
  }

  /** Goes to the first line from an offset on, the start of a line, that holds anything but a comment. */
  #nextLine(offset: number): void {
    const text = this.#text;
    let start = offset;
    while (start < text.length) {
      let at = start;
      while (text.charCodeAt(at) === space) at++;
      const first = text.charCodeAt(at);
      if (first === lineBreak) start = at + 1;
      else if (first === hash) start = text.indexOf('\n', at) + 1;
      else {
        if (at === start && first === dash && offset > 0 && text.startsWith('---', at)) notPlain();
        this.#at = at;
        this.#indent = at - start;
        return;
      }
    }
    this.#at = text.length;
    this.#indent = -1;
  }

  /** The list or mapping that begins here, whose entries stand in one column; nothing where there is none. */
  #collection(column: number): object | undefined {
    if (++this.#depth > maxDepth) notPlain();
    const data = this.#isItem() ? this.#list(column) : this.#mapping(column);
    this.#depth--;
    return data;
  }

  #isItem(): boolean {
    if (this.#text.charCodeAt(this.#at) !== dash) return false;
    const next = this.#text.charCodeAt(this.#at + 1);
    return next === space || next === lineBreak;
  }

  #list(column: number): unknown[] {
    const items: unknown[] = [];
    do {
      let at = this.#at + 1;
      while (this.#text.charCodeAt(at) === space) at++;
      const next = this.#text.charCodeAt(at);
      if (next === lineBreak || next === hash) {
        // Behind an empty item, js-yaml takes the next one of the list around this for one of this.
        items.push(this.#below(at, column, column + 1) ?? notPlain());
      } else {
        const own = column + at - this.#at;
        this.#at = at;
        const indent = this.#indent;
        this.#indent = own;
        const collection = this.#collection(own);
        if (collection) items.push(collection);
        else {
          this.#indent = indent;
          items.push(this.#scalar(at, column));
        }
      }
    } while (this.#indent === column && this.#isItem());
    if (this.#indent > column) notPlain();
    return items;
  }

  #mapping(column: number): Record<string, unknown> | undefined {
    let key = this.#key();
    if (key === undefined) return undefined;
    const entries: Record<string, unknown> = {};
    for (;;) {
      if (key === '__proto__' || (!this.#overrides && Object.hasOwn(entries, key))) notPlain();
      let at = keyPattern.lastIndex;
      while (this.#text.charCodeAt(at) === space) at++;
      const next = this.#text.charCodeAt(at);
      const isBelow = next === lineBreak || (next === hash && this.#text.charCodeAt(at - 1) === space);
      // The items of a list may stand as deep as the key of the list.
      entries[key] = isBelow ? this.#below(at, column, column) : this.#scalar(at, column);
      if (this.#indent < column) return entries;
      if (this.#indent > column) notPlain();
      key = this.#key() ?? notPlain();
    }
  }

  /** The key that stands here, if one does. */
  #key(): string | undefined {
    keyPattern.lastIndex = this.#at;
    const match = keyPattern.exec(this.#text);
    if (!match) return undefined;
    const plain = match[1];
    return plain === undefined ? (match[2] ?? match[3]) : this.#types.key(plain);
  }

  /**
   * What stands below a key or a dash whose line is read up to an offset, or null.
   *
   * @param column of the key or the dash
   * @param listColumn the column from which on a list belongs to it
   */
  #below(offset: number, column: number, listColumn: number): unknown {
    this.#nextLine(this.#text.indexOf('\n', offset) + 1);
    const isHere = this.#indent > column || (this.#indent === listColumn && this.#isItem());
    if (!isHere) return null;
    return this.#collection(this.#indent) ?? this.#scalar(this.#at, column);
  }

  /** The scalar at an offset; what belongs to it is indented further than `column`. */
  #scalar(offset: number, column: number): unknown {
    const text = this.#text;
    const end = text.indexOf('\n', offset);
    switch (text[offset]) {
      case '|':
      case '>':
        return this.#block(offset, column);
      case "'":
      case '"': {
        const close = text[offset] === "'" ? this.#endOfSingle(offset) : this.#endOfDouble(offset);
        const source = text.slice(offset + 1, close);
        restOfLine.lastIndex = close + 1;
        if (!restOfLine.test(text)) notPlain();
        if (close > end) this.#checkIndent(text.slice(offset, close + 1), column);
        this.#nextLine(restOfLine.lastIndex);
        return text[offset] === "'" ? folded(source).replaceAll("''", "'") : unescaped(folded(source));
      }
      case '!':
        stringTag.lastIndex = offset;
        return stringTag.test(text) ? this.#plain(stringTag.lastIndex, column) : notPlain();
      case '[':
      case '{': {
        // A pattern repeats a group only so often before its stack is full.
        if (end - offset > longestList) notPlain();
        flowPattern.lastIndex = offset;
        const [, list] = flowPattern.exec(text) ?? notPlain();
        this.#nextLine(end + 1);
        return list === undefined ? {} : this.#items(list);
      }
    }
    return this.#types.plain(this.#plain(offset, column));
  }

  /** The offset of the quote that ends a text in single quotes, in which two stand for one. */
  #endOfSingle(offset: number): number {
    let end = this.#text.indexOf("'", offset + 1);
    while (end >= 0 && this.#text[end + 1] === "'") end = this.#text.indexOf("'", end + 2);
    return end < 0 ? notPlain() : end;
  }

  /** The offset of the quote that ends a text in double quotes. */
  #endOfDouble(offset: number): number {
    const text = this.#text;
    let start = offset + 1;
    let end = text.indexOf('"', start);
    for (;;) {
      if (end >= 0 && end < start) end = text.indexOf('"', start);
      if (end < 0) notPlain();
      if (this.#escape < start) this.#escape = text.indexOf('\\', start);
      if (this.#escape < 0) this.#escape = text.length;
      if (this.#escape > end) return end;
      if (!escapes.includes(text[this.#escape + 1] ?? ' ')) notPlain();
      start = this.#escape + 2;
    }
  }

  /** Looks at the lines of a quoted text but for the first. */
  #checkIndent(source: string, column: number): void {
    if (source.includes('\n---')) notPlain();
    if (this.#unindented) return;
    for (const [, spaces = ''] of source.matchAll(/\n( *)(?=[^ \n])/g))
      if (spaces.length <= column) notPlain();
  }

  /** What stands between the brackets of a list in one line. */
  #items(list: string): unknown[] {
    const items: unknown[] = [];
    if (!/[^ ]/.test(list)) return items;
    flowItem.lastIndex = 0;
    while (flowItem.lastIndex < list.length) {
      const match = flowItem.exec(list) ?? notPlain();
      const plain = match[1];
      if (plain !== undefined && indicator.test(plain)) notPlain();
      items.push(plain === undefined ? (match[2] ?? match[3]) : this.#types.plain(plain));
    }
    // Nothing follows the last comma.
    return list.endsWith(',') ? notPlain() : items;
  }

  /** The text of the scalar without quotes at an offset. */
  #plain(offset: number, column: number): string {
    const text = this.#text;
    const end = text.indexOf('\n', offset);
    let line = text.slice(offset, end);
    if (indicator.test(line)) notPlain();
    const comment = line.indexOf(' #');
    if (comment >= 0) line = line.slice(0, comment);
    line = withoutSpaces(line);
    if (mayEndEarly(line)) notPlain();
    this.#nextLine(end + 1);
    return this.#indent > column ? this.#continued(line, end + 1, column, comment >= 0) : line;
  }

  /** A plain scalar that goes on in the lines from an offset on. */
  #continued(first: string, offset: number, column: number, isCommented: boolean): string {
    if (isCommented) notPlain();
    const text = this.#text;
    let out = first;
    let start = offset;
    let breaks = 1;
    while (start < text.length) {
      let at = start;
      while (text.charCodeAt(at) === space) at++;
      const end = text.indexOf('\n', at);
      if (at === end) breaks++;
      else if (at - start <= column) break;
      else {
        const line = withoutSpaces(text.slice(at, end));
        // Behind a comment the scalar would be over.
        if (line.startsWith('#') || line.includes(' #') || mayEndEarly(line)) notPlain();
        out += (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) + line;
        breaks = 1;
      }
      start = end + 1;
    }
    this.#nextLine(start);
    return out;
  }

  /** The text of the block whose header stands at an offset. */
  #block(offset: number, column: number): string {
    const text = this.#text;
    blockHeader.lastIndex = offset;
    const [, style, chomping] = blockHeader.exec(text) ?? notPlain();
    let start = blockHeader.lastIndex;
    let own = -1;
    /** The first line that has more than spaces is indented no less than any before it. */
    let least = column + 1;
    let out = '';
    let empty = 0;
    let wasDeeper = false;
    while (start < text.length) {
      let at = start;
      const limit = own < 0 ? text.length : start + own;
      while (at < limit && text.charCodeAt(at) === space) at++;
      const end = text.indexOf('\n', at);
      const indent = at - start;
      if (at === end) {
        if (own < 0) least = Math.max(least, indent);
        empty++;
      } else if (indent < Math.max(own, least)) break;
      else {
        const isFirst = own < 0;
        if (isFirst) own = indent;
        const isDeeper = text.charCodeAt(at) === space;
        if (style === '|' || isDeeper) out += '\n'.repeat(isFirst ? empty : empty + 1);
        else if (wasDeeper) out += '\n'.repeat(empty + 1);
        else if (empty > 0) out += '\n'.repeat(empty);
        else if (!isFirst) out += ' ';
        wasDeeper = isDeeper;
        out += text.slice(at, end);
        empty = 0;
      }
      start = end + 1;
    }
    if (own < 0) notPlain();
    this.#nextLine(start);
    return chomping === '-' ? out : `${out}\n`;
  }
}

/** A quoted text with spaces for its line breaks, and line breaks for its empty lines. */
function folded(source: string): string {
  if (!source.includes('\n')) return source;
  return source.replace(/ *\n[ \n]*/g, (breaks) => '\n'.repeat(breaks.split('\n').length - 2) || ' ');
}

/** JSON knows the escapes that are allowed here, but no tabs as they are. */
function unescaped(source: string): string {
  if (!source.includes('\\')) return source;
  return JSON.parse(`"${source.replaceAll('\t', '\\t').replaceAll('\n', '\\n')}"`);
}

/** Without spaces at its end; others than those are text. */
function withoutSpaces(line: string): string {
  let end = line.length;
  while (end > 0 && line.charCodeAt(end - 1) === space) end--;
  return end === line.length ? line : line.slice(0, end);
}

/** Whether a line has a colon in it that would make it a key, or a tab. */
const mayEndEarly = (line: string): boolean =>
  line.includes(': ') || line.endsWith(':') || line.includes('\t');
