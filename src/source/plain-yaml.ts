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
 * Half of the texts of a benchmark are YAML, and this takes a third of js-yaml's time.
 *
 */
export function readPlainYaml(text: string, reading: Reading): { readonly data: object } | undefined {
  // Blanks behind the last line break are text to some readers.
  if (text.endsWith(' ') || unusual.test(text)) return undefined;
  try {
    return { data: new Reader(text, reading).document() };
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** What somebody else has to read. */
class NotPlain extends Error {
  static readonly #only = new NotPlain();

  /** Thrown again and again: nobody looks at where it was made, which takes time. */
  static stop(): never {
    throw NotPlain.#only;
  }
}

/** Characters that js-yaml refuses or that may be more than they seem, tabs before a text, marks of documents and their directives. */
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
const quotedPattern = /(?:'((?:[^']|'')*)'|"((?:[^"\\]|\\["\\/bfnrt])*)")(?: +#.*| *)\n/y;
/** A text that is a text whatever it looks like. */
const stringTag = /!!str +/y;
/** A list of scalars in one line, or an empty mapping. */
const flowPattern = /(?:\[((?:[ \w.,/+-]|'[^'\n]*'|"[^"\\\n]*")*)\]|\{ *\})(?: +#.*| *)\n/y;
const flowItem = / *(?:([\w./+-]+(?: +[\w./+-]+)*)|'([^']*)'|"([^"]*)") *(?:,|$)/y;

class Reader {
  readonly #text: string;
  readonly #types: YamlTypes;
  readonly #overrides: boolean;
  readonly #unindented: boolean;
  /** The start of the first character of the line that is not read yet, behind its indentation. */
  #at = 0;
  /** How far that is indented; -1 at the end of the text. */
  #indent = 0;
  #depth = 0;

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
    if (this.#indent < 0) NotPlain.stop();
    const data = this.#collection(this.#indent);
    if (this.#indent >= 0 || !data) NotPlain.stop();
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
        if (at === start && first === dash && offset > 0 && text.startsWith('---', at)) NotPlain.stop();
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
    if (++this.#depth > maxDepth) NotPlain.stop();
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
        items.push(this.#below(at, column, column + 1) ?? NotPlain.stop());
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
    if (this.#indent > column) NotPlain.stop();
    return items;
  }

  #mapping(column: number): Record<string, unknown> | undefined {
    let key = this.#key();
    if (key === undefined) return undefined;
    const entries: Record<string, unknown> = {};
    for (;;) {
      if (key === '__proto__' || (!this.#overrides && Object.hasOwn(entries, key))) NotPlain.stop();
      let at = keyPattern.lastIndex;
      while (this.#text.charCodeAt(at) === space) at++;
      const next = this.#text.charCodeAt(at);
      const isBelow = next === lineBreak || (next === hash && this.#text.charCodeAt(at - 1) === space);
      // The items of a list may stand as deep as the key of the list.
      entries[key] = isBelow ? this.#below(at, column, column) : this.#scalar(at, column);
      if (this.#indent < column) return entries;
      if (this.#indent > column) NotPlain.stop();
      key = this.#key() ?? NotPlain.stop();
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
        quotedPattern.lastIndex = offset;
        const match = quotedPattern.exec(text) ?? NotPlain.stop();
        const source = match[0];
        const single = match[1];
        if (offset + source.length > end + 1) this.#checkIndent(source, column);
        this.#nextLine(quotedPattern.lastIndex);
        if (single === undefined) return unescaped(folded(match[2] as string));
        return single.includes("'") ? folded(single).replaceAll("''", "'") : folded(single);
      }
      case '!':
        stringTag.lastIndex = offset;
        return stringTag.test(text) ? this.#plain(stringTag.lastIndex, column) : NotPlain.stop();
      case '[':
      case '{': {
        flowPattern.lastIndex = offset;
        const [, list] = flowPattern.exec(text) ?? NotPlain.stop();
        this.#nextLine(end + 1);
        return list === undefined ? {} : this.#items(list);
      }
    }
    return this.#types.plain(this.#plain(offset, column));
  }

  /** Looks at the lines of a quoted text but for the first. */
  #checkIndent(source: string, column: number): void {
    if (source.includes('\n---')) NotPlain.stop();
    if (this.#unindented) return;
    for (const [, spaces = ''] of source.matchAll(/\n( *)(?=[^ \n])/g))
      if (spaces.length <= column) NotPlain.stop();
  }

  /** What stands between the brackets of a list in one line. */
  #items(list: string): unknown[] {
    const items: unknown[] = [];
    if (!/[^ ]/.test(list)) return items;
    flowItem.lastIndex = 0;
    while (flowItem.lastIndex < list.length) {
      const match = flowItem.exec(list) ?? NotPlain.stop();
      const plain = match[1];
      if (plain !== undefined && indicator.test(plain)) NotPlain.stop();
      items.push(plain === undefined ? (match[2] ?? match[3]) : this.#types.plain(plain));
    }
    // Nothing follows the last comma.
    return list.endsWith(',') ? NotPlain.stop() : items;
  }

  /** The text of the scalar without quotes at an offset. */
  #plain(offset: number, column: number): string {
    const text = this.#text;
    const end = text.indexOf('\n', offset);
    let line = text.slice(offset, end);
    if (indicator.test(line)) NotPlain.stop();
    const comment = line.indexOf(' #');
    if (comment >= 0) line = line.slice(0, comment);
    line = withoutSpaces(line);
    if (mayEndEarly(line)) NotPlain.stop();
    this.#nextLine(end + 1);
    return this.#indent > column ? this.#continued(line, end + 1, column, comment >= 0) : line;
  }

  /** A plain scalar that goes on in the lines from an offset on. */
  #continued(first: string, offset: number, column: number, isCommented: boolean): string {
    if (isCommented) NotPlain.stop();
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
        if (line.startsWith('#') || line.includes(' #') || mayEndEarly(line)) NotPlain.stop();
        out += (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) + line;
        breaks = 1;
      }
      start = end + 1;
    }
    this.#nextLine(start);
    return out;
  }

  #block(offset: number, column: number): string {
    const text = this.#text;
    blockHeader.lastIndex = offset;
    const [, style, chomping] = blockHeader.exec(text) ?? NotPlain.stop();
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
    if (own < 0) NotPlain.stop();
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
