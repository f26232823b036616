/**
 * Platform expressions as their authors write them: `package[ntp]>=4.2 and not (container or osbuild)`.
 *
 * `not` (`!`, `~`) binds closer than `and` (`&`, `*`), which binds closer than `or` (`|`, `+`). An atom is the
 * name of a fact, perhaps an argument in brackets, perhaps a range of versions; it holds no spaces.
 */

/** The atom of an expression, as written and taken apart. */
export interface Atom {
  readonly name: string;
  readonly argument?: string;
  /** The ranges in order, each an operator and a version: `>=4.2`. */
  readonly versions: readonly VersionRange[];
  /** UTF-16 offsets into the expression. */
  readonly start: number;
  readonly end: number;
}

export interface VersionRange {
  readonly operator: VersionOperator;
  readonly version: string;
}

export type VersionOperator = '==' | '!=' | '>' | '<' | '>=' | '<=';

export type ExpressionSyntax =
  | { readonly kind: 'atom'; readonly atom: Atom }
  | { readonly kind: 'not'; readonly operand: ExpressionSyntax }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly ExpressionSyntax[] };

/** What is wrong with an expression, with offsets into it. */
export interface ExpressionError {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly kind: 'and' | 'or' | 'not' | '(' | ')' | 'atom' | 'end';
  readonly start: number;
  readonly end: number;
}

const words: Readonly<Record<string, Token['kind']>> = {
  and: 'and',
  '&': 'and',
  '*': 'and',
  or: 'or',
  '|': 'or',
  '+': 'or',
  not: 'not',
  '!': 'not',
  '~': 'not',
  '(': '(',
  ')': ')',
};

const tokenPattern = /\s*(?:([A-Za-z0-9_][A-Za-z0-9_.\-:<>=!,[\]]*)|(\S))/y;
const atomPattern = /^([A-Za-z0-9_.-]+)(?:\[([A-Za-z0-9_-]+)\])?(.*)$/;
const rangePattern = /^([<>!=~]+)(.+)$/;
const operators: readonly string[] = ['==', '!=', '>', '<', '>=', '<='];

/** `epoch:version-release`, where epoch and release may be left out. */
const versionPattern = /^(?:\d+:)?\d[\d.]*(?:-\d*)?$/;

class Stop extends Error {
  constructor(readonly problem: ExpressionError) {
    super(problem.message);
  }
}

/** Reads an expression, up to its first mistake. */
export function parseExpression(text: string): ExpressionSyntax | { readonly error: ExpressionError } {
  try {
    return new ExpressionParser(text).whole();
  } catch (error) {
    if (error instanceof Stop) return { error: error.problem };
    throw error;
  }
}

class ExpressionParser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokens(text);
  }

  whole(): ExpressionSyntax {
    const syntax = this.#list('or', () => this.#list('and', () => this.#operand()));
    const { kind } = this.#next;
    if (kind === ')') this.#fail('this parenthesis closes none');
    if (kind !== 'end') this.#fail('expected `and` or `or` here');
    return syntax;
  }

  #list(kind: 'and' | 'or', operand: () => ExpressionSyntax): ExpressionSyntax {
    const operands = [operand()];
    while (this.#next.kind === kind) {
      this.#at++;
      operands.push(operand());
    }
    return operands.length === 1 && operands[0] ? operands[0] : { kind, operands };
  }

  #operand(): ExpressionSyntax {
    const token = this.#next;
    if (token.kind === 'not') {
      this.#at++;
      return { kind: 'not', operand: this.#operand() };
    }
    if (token.kind === '(') {
      this.#at++;
      const inner = this.#list('or', () => this.#list('and', () => this.#operand()));
      if (this.#next.kind !== ')') {
        throw new Stop({ message: 'this parenthesis is never closed', start: token.start, end: token.end });
      }
      this.#at++;
      return inner;
    }
    if (token.kind !== 'atom') this.#fail('expected the name of a fact here');
    this.#at++;
    return { kind: 'atom', atom: atomOf(this.#text, token) };
  }

  get #next(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', start: this.#text.length, end: this.#text.length };
  }

  #fail(message: string): never {
    const { start, end } = this.#next;
    throw new Stop({ message, start, end });
  }
}

function tokens(text: string): Token[] {
  const out: Token[] = [];
  tokenPattern.lastIndex = 0;
  for (let match = tokenPattern.exec(text); match; match = tokenPattern.exec(text)) {
    const [, word, sign] = match;
    const written = word ?? sign ?? '';
    const end = match.index + match[0].length;
    const start = end - written.length;
    const kind = words[written.toLowerCase()] ?? (word === undefined ? undefined : 'atom');
    if (!kind) throw new Stop({ message: `\`${written}\` has no meaning here`, start, end });
    out.push({ kind, start, end });
  }
  return out;
}

function atomOf(text: string, { start, end }: Token): Atom {
  const written = text.slice(start, end);
  const [, name, argument, ranges = ''] = atomPattern.exec(written) ?? [];
  if (name === undefined || /^[[\]:,]/.test(ranges)) {
    throw new Stop({ message: `\`${written}\` is not a fact such as \`name[argument]>=1.0\``, start, end });
  }
  const versions: VersionRange[] = [];
  let at = end - ranges.length;
  for (const range of ranges === '' ? [] : ranges.split(',')) {
    versions.push(versionRange(range, at));
    at += range.length + 1;
  }
  return argument === undefined
    ? { name, versions, start, end }
    : { name, argument: argument.toLowerCase(), versions, start, end };
}

function versionRange(written: string, start: number): VersionRange {
  const end = start + written.length;
  const [, operator, version] = rangePattern.exec(written) ?? [];
  if (operator === undefined || version === undefined || !operators.includes(operator)) {
    throw new Stop({ message: `\`${written}\` is not a range of versions such as \`>=4.2\``, start, end });
  }
  if (!versionPattern.test(version)) {
    throw new Stop({
      message: `\`${version}\` is not a version such as \`1:4.2-3\``,
      start: start + operator.length,
      end,
    });
  }
  return { operator: operator as VersionOperator, version };
}

/** The ranges in the order in which ids and texts name them, each once. */
export function sortedVersions(versions: readonly VersionRange[]): VersionRange[] {
  const byText = new Map(versions.map((range) => [range.operator + range.version, range]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, range]) => range);
}

const operatorIds: Readonly<Record<VersionOperator, string>> = {
  '==': 'eq',
  '!=': 'ne',
  '>': 'gt',
  '<': 'le',
  '>=': 'gt_or_eq',
  '<=': 'le_or_eq',
};

/** The range as a part of a name: `gt_or_eq_4_2`. */
export const versionRangeId = ({ operator, version }: VersionRange): string =>
  `${operatorIds[operator]}_${version.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^_+|_+$/g, '')}`;

/** The operator as a part of a CPE name. */
export const versionOperatorId = (operator: VersionOperator): string => operatorIds[operator];

/** The atom as a part of a platform's id: `package_ntp_gt_or_eq_4_2`. */
export function atomId({ name, argument, versions }: Atom): string {
  const parts = argument === undefined ? [name] : [name, argument];
  return [...parts, ...sortedVersions(versions).map(versionRangeId)].join('_');
}
