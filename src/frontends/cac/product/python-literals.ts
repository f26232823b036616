/** What a literal of that Python module may be. Tuples and sets become arrays. */
export type PythonValue =
  | string
  | number
  | boolean
  | null
  | readonly PythonValue[]
  | { readonly [key: string]: PythonValue };

/**
 * The constants that a Python module assigns at its top level, as far as they are literals or made of
 * literals and of constants above them; everything else in the module is passed over.
 *
 * A checkout keeps tables that its content depends on (reference URIs, product names, families) in a Python
 * module. Reading them from there keeps them where their authors maintain them.
 */
export function pythonConstants(source: string): Map<string, PythonValue> {
  const known = new Map<string, PythonValue>();
  for (const match of source.matchAll(/^([A-Za-z_]\w*)[ \t]*=(?!=)/gm)) {
    const value = new Reader(source, match.index + match[0].length, known).statement();
    if (value !== undefined) known.set(match[1] as string, value);
  }
  return known;
}

const closing = { '(': ')', '[': ']', '{': '}' } as const;

/** A recursive-descent reader of Python's literal expressions; `undefined` is "not a literal". */
class Reader {
  #at: number;

  constructor(
    readonly source: string,
    start: number,
    readonly known: ReadonlyMap<string, PythonValue>,
  ) {
    this.#at = start;
  }

  /** One expression that ends with its logical line. */
  statement(): PythonValue | undefined {
    this.#skip(false);
    const value = this.#sum(false);
    this.#skip(false);
    const rest = this.source[this.#at];
    return rest === undefined || rest === '\n' || rest === '\r' ? value : undefined;
  }

  #sum(inBrackets: boolean): PythonValue | undefined {
    let left = this.#term(inBrackets);
    for (;;) {
      this.#skip(inBrackets);
      if (this.source[this.#at] !== '+') return left;
      this.#at++;
      this.#skip(inBrackets);
      const right = this.#term(inBrackets);
      if (typeof left !== 'string' || typeof right !== 'string') return undefined;
      left += right;
    }
  }

  #term(inBrackets: boolean): PythonValue | undefined {
    const char = this.source[this.#at];
    if (char === '[' || char === '(' || char === '{') return this.#brackets(char);
    if (this.#startsString()) return this.#strings(inBrackets);
    return this.#match(/-?\d+(?:\.\d+)?(?![\w.])/y, (text) => Number(text)) ?? this.#name();
  }

  #name(): PythonValue | undefined {
    const name = this.#match(/[A-Za-z_]\w*/y, (text) => text);
    if (name === undefined) return undefined;
    if (name === 'dict' && this.source[this.#at] === '(') return this.#keywordDict();
    const constants: Record<string, PythonValue> = { True: true, False: false, None: null };
    return Object.hasOwn(constants, name) ? constants[name] : this.known.get(name);
  }

  #match<T>(pattern: RegExp, make: (text: string) => T): T | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.source);
    if (!found) return undefined;
    this.#at += found[0].length;
    return make(found[0]);
  }

  #brackets(open: '[' | '(' | '{'): PythonValue | undefined {
    this.#at++;
    const items: PythonValue[] = [];
    const mapping: Record<string, PythonValue> = {};
    let isMapping = open === '{';
    let commas = 0;
    for (;;) {
      this.#skip(true);
      if (this.source[this.#at] === closing[open]) break;
      const item = this.#sum(true);
      if (item === undefined) return undefined;
      this.#skip(true);
      if (open === '{' && this.source[this.#at] === ':') {
        this.#at++;
        this.#skip(true);
        const value = this.#sum(true);
        if (value === undefined) return undefined;
        mapping[String(item)] = value;
        this.#skip(true);
      } else {
        isMapping = false;
        items.push(item);
      }
      if (this.source[this.#at] !== ',') break;
      commas++;
      this.#at++;
    }
    if (this.source[this.#at] !== closing[open]) return undefined;
    this.#at++;
    if (isMapping) return mapping;
    return open === '(' && items.length === 1 && commas === 0 ? items[0] : items;
  }

  #keywordDict(): PythonValue | undefined {
    this.#at++;
    const mapping: Record<string, PythonValue> = {};
    for (;;) {
      this.#skip(true);
      if (this.source[this.#at] === ')') break;
      const key = this.#match(/[A-Za-z_]\w*/y, (text) => text);
      this.#skip(true);
      if (key === undefined || this.source[this.#at] !== '=') return undefined;
      this.#at++;
      this.#skip(true);
      const value = this.#sum(true);
      if (value === undefined) return undefined;
      mapping[key] = value;
      this.#skip(true);
      if (this.source[this.#at] !== ',') break;
      this.#at++;
    }
    if (this.source[this.#at] !== ')') return undefined;
    this.#at++;
    return mapping;
  }

  #startsString(): boolean {
    return /[rRuU]?['"]/y.test(this.source.slice(this.#at, this.#at + 2));
  }

  /** String literals that stand side by side are one string. */
  #strings(inBrackets: boolean): string | undefined {
    let out = '';
    while (this.#startsString()) {
      const part = this.#string();
      if (part === undefined) return undefined;
      out += part;
      this.#skip(inBrackets);
    }
    return out;
  }

  #string(): string | undefined {
    const pattern =
      /([rRuU]?)("""([^\\]|\\[\s\S])*?"""|'''([^\\]|\\[\s\S])*?'''|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')/y;
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.source);
    if (!found) return undefined;
    this.#at += found[0].length;
    const quoted = found[2] as string;
    const width = /^("""|''')/.test(quoted) ? 3 : 1;
    const body = quoted.slice(width, -width);
    return /r/i.test(found[1] as string) ? body : unescaped(body);
  }

  /** Passes over blanks and comments; inside brackets and after a backslash, over line breaks too. */
  #skip(lines: boolean): void {
    const pattern = lines ? /(?:[ \t\r\n]|\\\r?\n|#[^\n]*)*/y : /(?:[ \t]|\\\r?\n|#[^\n]*)*/y;
    pattern.lastIndex = this.#at;
    this.#at += pattern.exec(this.source)?.[0].length ?? 0;
  }
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

const unescaped = (body: string): string =>
  body.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([\s\S]))/g, (all, byte, unit, char) =>
    byte || unit ? String.fromCharCode(Number.parseInt(byte ?? unit, 16)) : (escapes[char] ?? all),
  );
