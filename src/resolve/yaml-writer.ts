/**
 * YAML 1.1 in the form that libyaml gives it: block style, lists not indented below their key unless somebody asks
 * for it, lines broken at spaces once they pass 80 columns. OpenSCAP finds tasks by their exact text, and ComplianceAsCode's are
 * written by libyaml; whoever compares two playbooks should see what changed and nothing else.
 */

/** A number or another scalar that is written as it stands. */
export class PlainScalar {
  constructor(readonly text: string) {}
}

const bestWidth = 80;
const step = 2;

/** One document, which is a mapping or a list of anything that JSON knows; no anchors, whatever repeats. */
export function writeYaml(data: unknown, { indentsLists = false } = {}): string {
  const writer = new Writer(indentsLists);
  writer.node(data, -1, 'root');
  return writer.text.endsWith('\n') ? writer.text : `${writer.text}\n`;
}

type Context = 'root' | 'item' | 'value';

class Writer {
  text = '';
  #column = 0;
  /** Whether the text ends in white space; a look at the text itself would flatten it again and again. */
  #endsInSpace = true;

  /** @param lists those that were written below keys, which tags of tasks are again and again */
  constructor(
    readonly indentsLists: boolean,
    readonly lists = new Map<readonly unknown[], { readonly own: number; readonly writer: Writer }>(),
  ) {}

  node(data: unknown, indent: number, context: Context): void {
    if (Array.isArray(data)) this.#list(data, indent, context);
    else if (typeof data === 'object' && data !== null && !(data instanceof PlainScalar)) {
      this.#mapping(data as Record<string, unknown>, indent, context);
    } else this.#scalar(data, indent < 0 ? step : indent + step, false);
  }

  #list(items: readonly unknown[], indent: number, context: Context): void {
    if (items.length === 0) {
      this.#put(this.#column === 0 ? '[]' : ' []');
      return;
    }
    // A list that is the value of a key stands as deep as the key.
    const own =
      context === 'value' && !this.indentsLists ? indent : Math.max(0, indent + (indent < 0 ? 1 : step));
    if (context === 'value') this.#append(this.#linesOf(items, own));
    else this.#items(items, own, false);
  }

  #items(items: readonly unknown[], own: number, isBelow: boolean): void {
    for (let at = 0; at < items.length; at++) {
      if (at > 0 || isBelow) this.#line(own);
      else this.#pad(own);
      this.#put('-');
      this.node(items[at], own, 'item');
    }
  }

  /** A list below its key, which nothing before it has a say in: written once, however often it stands so deep. */
  #linesOf(items: readonly unknown[], own: number): Writer {
    const known = this.lists.get(items);
    if (known?.own === own) return known.writer;
    const writer = new Writer(this.indentsLists, this.lists);
    writer.#items(items, own, true);
    this.lists.set(items, { own, writer });
    return writer;
  }

  #append(other: Writer): void {
    this.text += other.text;
    this.#column = other.#column;
    this.#endsInSpace = other.#endsInSpace;
  }

  #mapping(entries: Readonly<Record<string, unknown>>, indent: number, context: Context): void {
    const own = indent < 0 ? 0 : indent + step;
    let isFirst = true;
    for (const key in entries) {
      if (!isFirst || context === 'value') this.#line(own);
      else this.#pad(own);
      isFirst = false;
      this.#key(key, own);
      this.node(entries[key], own, 'value');
    }
    if (isFirst) this.#put(this.#column === 0 ? '{}' : ' {}');
  }

  /** A key of more than 128 bytes, or of several lines, is no simple key. */
  #key(key: string, indent: number): void {
    if (isSimple(key)) {
      this.#scalar(key, indent + step, true);
      this.#put(':');
      return;
    }
    this.#put('?');
    this.#scalar(key, indent + step, false);
    this.#line(indent);
    this.#put(':');
  }

  #scalar(data: unknown, indent: number, isKey: boolean): void {
    if (
      data instanceof PlainScalar ||
      typeof data === 'number' ||
      typeof data === 'boolean' ||
      data === null
    ) {
      this.#plain(data instanceof PlainScalar ? data.text : String(data), indent, isKey);
      return;
    }
    const value = String(data);
    const style = styleOf(value, isKey);
    if (style === 'plain') this.#plain(value, indent, isKey);
    else if (style === 'single') this.#single(value, indent, isKey);
    else if (style === 'double') this.#double(value, indent, isKey);
    else this.#literal(value, indent);
  }

  #plain(value: string, indent: number, isKey: boolean): void {
    this.#space();
    this.#folded(value, indent, isKey, false);
  }

  #single(value: string, indent: number, isKey: boolean): void {
    this.#space();
    this.#put("'");
    this.#folded(value.replaceAll("'", "''"), indent, isKey, true);
    this.#put("'");
  }

  /** Text with breaks in place of single spaces that stand behind the width. */
  #folded(value: string, indent: number, isKey: boolean, isQuoted: boolean): void {
    if (isKey || this.#column + value.length <= bestWidth) {
      this.#put(value);
      return;
    }
    let done = 0;
    for (let at = value.indexOf(' '); at >= 0; at = value.indexOf(' ', at + 1)) {
      this.#put(value.slice(done, at));
      const isSingle = value[at - 1] !== ' ' && value[at + 1] !== ' ';
      const isInside = !isQuoted || (at > 0 && at < value.length - 1);
      if (isSingle && isInside && this.#column > bestWidth) this.#line(indent);
      else this.#put(' ');
      done = at + 1;
    }
    this.#put(value.slice(done));
  }

  #double(value: string, indent: number, isKey: boolean): void {
    this.#space();
    this.#put('"');
    const chars = [...value];
    let wasSpace = false;
    for (const [at, char] of chars.entries()) {
      if (char !== ' ') {
        this.#put(escaped(char));
        wasSpace = false;
        continue;
      }
      if (!isKey && !wasSpace && this.#column > bestWidth && at > 0 && at < chars.length - 1) {
        this.#line(indent);
        if (chars[at + 1] === ' ') this.#put('\\');
      } else this.#put(char);
      wasSpace = true;
    }
    this.#put('"');
  }

  #literal(value: string, indent: number): void {
    const leading = /^[ \n]/.test(value) ? String(step) : '';
    const chomping = !value.endsWith('\n') ? '-' : /^\n$|\n\n$/.test(value) ? '+' : '';
    this.#put(` |${leading}${chomping}`);
    const lines = value.split('\n');
    if (value.endsWith('\n')) lines.pop();
    for (const line of lines) this.#put(line === '' ? '\n' : `\n${' '.repeat(indent)}${line}`);
    this.#column = bestWidth * 2;
  }

  /** What follows an indicator or a key stands behind a space. */
  #space(): void {
    if (!this.#endsInSpace) this.#put(' ');
  }

  #line(indent: number): void {
    this.#put('\n');
    this.#column = 0;
    this.#put(' '.repeat(indent));
  }

  #pad(indent: number): void {
    if (this.#column < indent) this.#put(' '.repeat(indent - this.#column));
  }

  #put(text: string): void {
    if (text === '') return;
    this.text += text;
    this.#column += text.length;
    const last = text.charCodeAt(text.length - 1);
    this.#endsInSpace = last === 0x20 || last === 0x0a;
  }
}

const isSimple = (key: string): boolean =>
  (key.length <= 42 || Buffer.byteLength(key) <= 128) && !key.includes('\n');

/** What a YAML 1.1 reader takes for something else than a text. */
const resolvesOtherwise =
  /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|~|null|Null|NULL|<<|=|!|&|\*|[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)$/;

/** No word that stands for something else is longer, and numbers do not start with letters. */
const longestWord = 5;
const longestUsual = 200;
const usual = /^[A-Za-z_/][\w./=+-]*(?: [\w./=+-]+)*$/;

/** Private characters stand for values and are nobody's text. */
const special = /[^\n\x20-\x7e\ue000-\ue003]/;

/** Marks at the start or inside that block style does not allow in a plain scalar. */
const indicator = /^(?:[#,[\]{}&*!|>'"%@`]|---|\.\.\.|[?:](?:[\s]|$)|-(?:\s|$))|:(?:\s|$)|\s#/;

/** The style that libyaml chooses: plain where nothing is in the way, a literal block for several lines. */
function styleOf(value: string, isKey: boolean): 'plain' | 'single' | 'double' | 'literal' {
  if (value === '') return 'single';
  if (value.length > longestWord && value.length < longestUsual && usual.test(value)) return 'plain';
  if (special.test(value) || / \n/.test(value)) return 'double';
  if (value.includes('\n')) return isKey || value.endsWith(' ') ? 'double' : 'literal';
  if (/^ | $/.test(value) || indicator.test(value) || resolvesOtherwise.test(value)) return 'single';
  return 'plain';
}

const escapes: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\x85': '\\N',
  '\xa0': '\\_',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

function escaped(char: string): string {
  const known = escapes[char];
  if (known !== undefined) return known;
  const code = char.codePointAt(0) as number;
  if ((code >= 0x20 && code <= 0x7e) || (code >= 0xe000 && code <= 0xe003)) return char;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
