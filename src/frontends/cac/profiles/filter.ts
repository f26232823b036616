/** What a filter may ask a rule for; undefined where it knows no such name. */
export type FilterContext = (name: string) => unknown;

export type Filter = (rule: FilterContext) => boolean;

/** What is wrong with a filter, at an offset into it; without one, a name that no rule has. */
export interface FilterProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

type Evaluate = (rule: FilterContext) => unknown;

interface Token {
  readonly kind: 'word' | 'text' | 'number' | 'sign' | 'end';
  readonly text: string;
  readonly start: number;
}

class FilterError extends Error {
  constructor(
    message: string,
    readonly start: number,
    readonly end: number,
  ) {
    super(message);
  }
}

/**
 * Reads a filter of a profile: comparisons of a rule's fields and literals with `in`, `not in`, `==`, `!=`,
 * joined by `and`, `or`, `not` and parentheses, as Python reads them.
 */
export function parseFilter(source: string): Filter | FilterProblem {
  try {
    const evaluate = new FilterParser(tokens(source)).whole();
    return (rule) => truth(evaluate(rule));
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    return { message: error.message, start: error.start, end: error.end };
  }
}

function tokens(source: string): Token[] {
  const out: Token[] = [];
  const token =
    /\s*(?:([A-Za-z_]\w*)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|(==|!=|[()[\],]))|\s*$/y;
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const found = token.exec(source);
    if (!found) {
      const start = at + (/^\s*/.exec(source.slice(at))?.[0].length ?? 0);
      throw new FilterError(`\`${source.charAt(start)}\` means nothing in a filter`, start, start + 1);
    }
    const [all, word, text, number, sign] = found;
    const shown = word ?? text ?? number ?? sign;
    if (shown === undefined) break;
    const kind =
      word !== undefined ? 'word' : text !== undefined ? 'text' : number !== undefined ? 'number' : 'sign';
    out.push({ kind, text: shown, start: at + all.length - shown.length });
  }
  out.push({ kind: 'end', text: 'the end', start: source.length });
  return out;
}

class FilterParser {
  #at = 0;

  constructor(readonly tokens: readonly Token[]) {}

  whole(): Evaluate {
    const evaluate = this.#or();
    if (this.#next.kind !== 'end') this.#fail();
    return evaluate;
  }

  get #next(): Token {
    return this.tokens[this.#at] as Token;
  }

  #fail(): never {
    const { text, start } = this.#next;
    throw new FilterError(
      `a filter cannot go on with ${this.#next.kind === 'end' ? text : `\`${text}\``}`,
      start,
      start + text.length,
    );
  }

  #take(text: string): boolean {
    const found = this.#next.text === text && this.#next.kind !== 'text' && this.#next.kind !== 'end';
    if (found) this.#at++;
    return found;
  }

  #or(): Evaluate {
    const operands = [this.#and()];
    while (this.#take('or')) operands.push(this.#and());
    const [first] = operands as [Evaluate];
    return operands.length === 1 ? first : (rule) => operands.some((operand) => truth(operand(rule)));
  }

  #and(): Evaluate {
    const operands = [this.#not()];
    while (this.#take('and')) operands.push(this.#not());
    const [first] = operands as [Evaluate];
    return operands.length === 1 ? first : (rule) => operands.every((operand) => truth(operand(rule)));
  }

  #not(): Evaluate {
    if (!this.#take('not')) return this.#comparison();
    const operand = this.#not();
    return (rule) => !truth(operand(rule));
  }

  /** `a in b == c` means `a in b and b == c`, as in Python. */
  #comparison(): Evaluate {
    const operands = [this.#operand()];
    const holds: ((left: unknown, right: unknown) => boolean)[] = [];
    for (;;) {
      if (this.#take('in')) holds.push(isIn);
      else if (this.#take('==')) holds.push(equal);
      else if (this.#take('!=')) holds.push((left, right) => !equal(left, right));
      else if (this.#take('not')) {
        if (!this.#take('in')) this.#fail();
        holds.push((left, right) => !isIn(left, right));
      } else break;
      operands.push(this.#operand());
    }
    const [first] = operands as [Evaluate];
    if (holds.length === 0) return first;
    return (rule) => {
      const values = operands.map((operand) => operand(rule));
      return holds.every((hold, index) => hold(values[index], values[index + 1]));
    };
  }

  #operand(): Evaluate {
    const { kind, text, start } = this.#next;
    if (this.#take('(')) return this.#list(')');
    if (this.#take('[')) return this.#list(']');
    if (kind === 'end' || kind === 'sign') this.#fail();
    this.#at++;
    if (kind === 'text') return constant(text.slice(1, -1).replace(/\\(.)/g, '$1'));
    if (kind === 'number') return constant(Number(text));
    if (text === 'True' || text === 'False') return constant(text === 'True');
    if (text === 'None') return constant(null);
    if (text === 'in' || text === 'and' || text === 'or')
      throw new FilterError(`a filter cannot go on with \`${text}\``, start, start + text.length);
    return (rule) => {
      const value = rule(text);
      if (value === undefined) throw new FilterError(`rules have no \`${text}\``, start, start + text.length);
      return value;
    };
  }

  /** Parentheses around one operand only group it. */
  #list(close: ')' | ']'): Evaluate {
    const items: Evaluate[] = [];
    let commas = 0;
    while (!this.#take(close)) {
      items.push(this.#or());
      if (this.#take(',')) commas++;
      else if (this.#next.text !== close) this.#fail();
    }
    const [only] = items;
    if (close === ')' && only && items.length === 1 && commas === 0) return only;
    return (rule) => items.map((item) => item(rule));
  }
}

const constant =
  (value: unknown): Evaluate =>
  () =>
    value;

const equal = (left: unknown, right: unknown): boolean =>
  left === right ||
  (Array.isArray(left) &&
    Array.isArray(right) &&
    left.length === right.length &&
    left.every((item, index) => equal(item, right[index])));

function isIn(item: unknown, container: unknown): boolean {
  if (typeof container === 'string') return typeof item === 'string' && container.includes(item);
  if (Array.isArray(container)) return container.some((other) => equal(item, other));
  return (
    typeof container === 'object' &&
    container !== null &&
    typeof item === 'string' &&
    Object.hasOwn(container, item)
  );
}

function truth(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}

/** Runs a filter; the problem where it asks for what no rule has. */
export function runFilter(filter: Filter, rule: FilterContext): boolean | FilterProblem {
  try {
    return filter(rule);
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    return { message: error.message, start: error.start, end: error.end };
  }
}
