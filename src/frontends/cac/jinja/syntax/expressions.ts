import { JinjaError } from '../errors.js';
import { type IntegerValue, PyFloat } from '../runtime/values.js';
import type {
  Arguments,
  BinaryOperator,
  Call,
  Compare,
  CompareOperator,
  Expression,
  Filter,
  Name,
  Target,
} from './ast.js';
import type { Lexer } from './lexer.js';
import { decodeString } from './string-literal.js';

const noArguments: Arguments = {
  positional: [],
  names: [],
  values: [],
  star: undefined,
  starStar: undefined,
};
const constants = new Map<string, boolean | null>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['none', null],
  ['None', null],
]);
/** How tightly operators bind, loosest first. */
const precedence: Readonly<Record<string, number>> &
  Readonly<Record<'or' | 'and' | 'not' | 'in' | '~', number>> = {
  or: 1,
  and: 2,
  not: 3,
  in: 4,
  '==': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '~': 6,
  '*': 7,
  '/': 7,
  '//': 7,
  '%': 7,
  '**': 8,
};
const testArgument = new Set(['name', 'string', 'integer', 'float', '[', '{']);

/** Parses expressions, with Jinja2's precedences: a method for each of its levels, loosest first. */
export class ExpressionParser {
  readonly lexer: Lexer;

  constructor(lexer: Lexer) {
    this.lexer = lexer;
  }

  isWord(word: string): boolean {
    return this.lexer.type === 'name' && this.lexer.value === word;
  }

  skipWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.lexer.next();
    return true;
  }

  skip(type: string): boolean {
    if (this.lexer.type !== type) return false;
    this.lexer.next();
    return true;
  }

  expect(type: string): void {
    if (this.lexer.type !== type) this.unexpected(`expected ${describe(type)}, got `);
    this.lexer.next();
  }

  expectWord(word: string): void {
    if (!this.skipWord(word)) this.unexpected(`expected '${word}', got `);
  }

  /** The name that the current token is. */
  expectName(): string {
    if (this.lexer.type !== 'name') this.unexpected('expected a name, got ');
    const name = this.lexer.value;
    this.lexer.next();
    return name;
  }

  unexpected(prefix = 'unexpected '): never {
    const { type, value } = this.lexer;
    this.lexer.fail(prefix + (type === 'name' || type === 'integer' ? `'${value}'` : describe(type)));
  }

  expression(withConditional = true): Expression {
    return withConditional ? this.#conditional() : this.#operation(precedence.or);
  }

  /** An expression, or a tuple without parentheses. */
  tuple(withConditional = true): Expression {
    const { lexer } = this;
    const { start } = lexer;
    const items: Expression[] = [];
    let comma = false;
    while (!this.#endsTuple()) {
      items.push(this.expression(withConditional));
      if (!this.skip(',')) break;
      comma = true;
    }
    if (comma) return { kind: 'tuple', items, start, end: lexer.previousEnd };
    return items[0] ?? this.unexpected('expected an expression, got ');
  }

  /** What `for` and `set` assign to. */
  target(): Target {
    const { lexer } = this;
    const { start } = lexer;
    const items: Target[] = [];
    let comma = false;
    while (!this.#endsTuple()) {
      items.push(this.#simpleTarget());
      if (!this.skip(',')) break;
      comma = true;
    }
    if (comma) return { kind: 'target-tuple', items, start, end: lexer.previousEnd };
    return items[0] ?? this.unexpected('expected a name, got ');
  }

  #simpleTarget(): Target {
    const { start } = this.lexer;
    if (this.skip('(')) {
      const items: Target[] = [];
      let comma = false;
      while (this.lexer.type !== ')') {
        items.push(this.#simpleTarget());
        if (!this.skip(',')) break;
        comma = true;
      }
      this.expect(')');
      const only = items[0];
      return !comma && only ? only : { kind: 'target-tuple', items, start, end: this.lexer.previousEnd };
    }
    return this.nameTarget();
  }

  nameTarget(): Name {
    const { start, end, value } = this.lexer;
    if (this.lexer.type !== 'name') this.unexpected('expected a name, got ');
    if (constants.has(value)) this.lexer.fail(`can't assign to '${value}'`);
    this.lexer.next();
    return { kind: 'name', name: value, start, end };
  }

  #endsTuple(): boolean {
    const { type } = this.lexer;
    return type === 'variable_end' || type === 'block_end' || type === ')';
  }

  #conditional(): Expression {
    const { start } = this.lexer;
    let then = this.#operation(precedence.or);
    while (this.skipWord('if')) {
      const test = this.#operation(precedence.or);
      const otherwise = this.skipWord('else') ? this.#conditional() : undefined;
      then = { kind: 'conditional', test, then, otherwise, start, end: this.lexer.previousEnd };
    }
    return then;
  }

  /** An expression of operators that bind at least as tightly as `least`. */
  #operation(least: number): Expression {
    let left = least <= precedence.not && this.isWord('not') ? this.#not() : this.#unary(true);
    for (let binding = this.#binding(); binding >= least; binding = this.#binding()) {
      left = this.#operator(left, binding);
    }
    return left;
  }

  #not(): Expression {
    const { start } = this.lexer;
    this.lexer.next();
    const operand = this.#operation(precedence.not);
    return { kind: 'not', operand, start, end: operand.end };
  }

  /** How tightly the operator binds that the current token is; 0 if it is none. */
  #binding(): number {
    const { type, value } = this.lexer;
    if (type !== 'name') return precedence[type] ?? 0;
    if (value === 'not') return this.lexer.followedByWord('in') ? precedence.in : 0;
    return value === 'or' || value === 'and' || value === 'in' ? precedence[value] : 0;
  }

  #operator(left: Expression, binding: number): Expression {
    switch (binding) {
      case precedence.or:
      case precedence.and: {
        this.lexer.next();
        const right = this.#operation(binding + 1);
        const kind = binding === precedence.or ? 'or' : 'and';
        return { kind, left, right, start: left.start, end: right.end };
      }
      case precedence.in:
        return this.#compare(left);
      case precedence['~']:
        return this.#concat(left);
      default: {
        const operator = this.lexer.type as BinaryOperator;
        this.lexer.next();
        const right = this.#operation(binding + 1);
        return { kind: 'binary', operator, left, right, start: left.start, end: right.end };
      }
    }
  }

  #compare(first: Expression): Expression {
    const rest: Compare['rest'][number][] = [];
    while (this.#binding() === precedence.in) {
      const operator = this.#comparison();
      rest.push({ operator, operand: this.#operation(precedence.in + 1) });
    }
    return { kind: 'compare', first, rest, start: first.start, end: this.lexer.previousEnd };
  }

  #comparison(): CompareOperator {
    const { type, value } = this.lexer;
    this.lexer.next();
    if (type !== 'name') return type as CompareOperator;
    if (value === 'in') return 'in';
    this.lexer.next();
    return 'not in';
  }

  #concat(first: Expression): Expression {
    const operands = [first];
    while (this.skip('~')) operands.push(this.#operation(precedence['~'] + 1));
    return { kind: 'concat', operands, start: first.start, end: this.lexer.previousEnd };
  }

  #unary(withFilters: boolean): Expression {
    const { type, start } = this.lexer;
    let node: Expression;
    if (type === '-' || type === '+') {
      this.lexer.next();
      const operand = this.#unary(false);
      node = { kind: 'sign', operator: type, operand, start, end: operand.end };
    } else {
      node = this.#primary();
    }
    node = this.#postfix(node);
    return withFilters ? this.#filters(node) : node;
  }

  #primary(): Expression {
    const { lexer } = this;
    const { type, start, end, value } = lexer;
    switch (type) {
      case 'name': {
        lexer.next();
        const constant = constants.get(value);
        if (constant !== undefined) return { kind: 'constant', value: constant, start, end };
        return { kind: 'name', name: value, start, end };
      }
      case 'string':
        return { kind: 'constant', value: this.#strings(), start, end: lexer.previousEnd };
      case 'integer':
        lexer.next();
        return { kind: 'constant', value: integer(value), start, end };
      case 'float':
        lexer.next();
        return { kind: 'constant', value: new PyFloat(Number(value.replaceAll('_', ''))), start, end };
      case '(':
        return this.#parenthesised();
      case '[':
        lexer.next();
        return { kind: 'list', items: this.#itemsUntil(']'), start, end: lexer.previousEnd };
      case '{':
        return this.#dict();
      default:
        return this.unexpected();
    }
  }

  /** Neighbouring string literals are one string. */
  #strings(): string {
    const { lexer } = this;
    let text = '';
    while (lexer.type === 'string') {
      try {
        text += decodeString(lexer.value.slice(1, -1));
      } catch (error) {
        if (error instanceof JinjaError) lexer.fail(error.message);
        throw error;
      }
      lexer.next();
    }
    return text;
  }

  #parenthesised(): Expression {
    const { lexer } = this;
    const { start } = lexer;
    lexer.next();
    if (lexer.type === ')') {
      lexer.next();
      return { kind: 'tuple', items: [], start, end: lexer.previousEnd };
    }
    const inner = this.tuple();
    this.expect(')');
    return { ...inner, start, end: lexer.previousEnd };
  }

  #itemsUntil(close: string): Expression[] {
    const items: Expression[] = [];
    while (this.lexer.type !== close) {
      items.push(this.expression());
      if (this.lexer.type !== close) this.expect(',');
    }
    this.lexer.next();
    return items;
  }

  #dict(): Expression {
    const { lexer } = this;
    const { start } = lexer;
    lexer.next();
    const keys: Expression[] = [];
    const values: Expression[] = [];
    while (lexer.type !== '}') {
      keys.push(this.expression());
      this.expect(':');
      values.push(this.expression());
      if (lexer.type !== '}') this.expect(',');
    }
    lexer.next();
    return { kind: 'dict', keys, values, start, end: lexer.previousEnd };
  }

  #postfix(node: Expression): Expression {
    for (let result = node; ; ) {
      if (this.lexer.type === '.') result = this.#attribute(result);
      else if (this.lexer.type === '[') result = this.#subscript(result);
      else if (this.lexer.type === '(') result = this.#call(result);
      else return result;
    }
  }

  #filters(node: Expression): Expression {
    for (let result = node; ; ) {
      if (this.lexer.type === '|') result = this.filter(result) as Expression;
      else if (this.isWord('is')) result = this.#test(result);
      else if (this.lexer.type === '(') result = this.#call(result);
      else return result;
    }
  }

  #attribute(object: Expression): Expression {
    const { lexer } = this;
    lexer.next();
    const { type, value, start, end } = lexer;
    if (type === 'name') {
      lexer.next();
      return { kind: 'attribute', object, name: value, start: object.start, end };
    }
    if (type !== 'integer') this.unexpected('expected a name or a number, got ');
    lexer.next();
    const key: Expression = { kind: 'constant', value: integer(value), start, end };
    return { kind: 'subscript', object, key, start: object.start, end };
  }

  #subscript(object: Expression): Expression {
    const { lexer } = this;
    const { start } = object;
    lexer.next();
    const keyStart = lexer.start;
    if (lexer.type === ':') return this.#slice(object, undefined);
    if (lexer.type === ']') this.unexpected('expected an index, got ');
    const first = this.expression();
    if (lexer.type === ':') return this.#slice(object, first);
    if (lexer.type !== ',') {
      this.expect(']');
      return { kind: 'subscript', object, key: first, start, end: lexer.previousEnd };
    }
    const items = [first];
    while (this.skip(',')) items.push(this.expression());
    const key: Expression = { kind: 'tuple', items, start: keyStart, end: lexer.previousEnd };
    this.expect(']');
    return { kind: 'subscript', object, key, start, end: lexer.previousEnd };
  }

  #slice(object: Expression, from: Expression | undefined): Expression {
    this.expect(':');
    const part = (): Expression | undefined =>
      this.lexer.type === ']' || this.lexer.type === ':' ? undefined : this.expression();
    const to = part();
    const step = this.skip(':') ? part() : undefined;
    this.expect(']');
    return { kind: 'slice', object, from, to, step, start: object.start, end: this.lexer.previousEnd };
  }

  #call(callee: Expression): Call {
    const args = this.#arguments();
    return { kind: 'call', callee, args, start: callee.start, end: this.lexer.previousEnd };
  }

  #arguments(): Arguments {
    const { lexer } = this;
    const open = lexer.start;
    lexer.next();
    const positional: Expression[] = [];
    const names: string[] = [];
    const values: Expression[] = [];
    let star: Expression | undefined;
    let starStar: Expression | undefined;
    const ensure = (fine: boolean): void => {
      if (!fine) lexer.fail('invalid syntax for function call expression', open, lexer.end);
    };
    while (lexer.type !== ')') {
      if (this.skip('*')) {
        ensure(!star && !starStar);
        star = this.expression();
      } else if (this.skip('**')) {
        ensure(!starStar);
        starStar = this.expression();
      } else if (lexer.type === 'name' && lexer.followedByAssign()) {
        ensure(!starStar);
        if (names.includes(lexer.value)) lexer.fail(`keyword argument repeated: ${lexer.value}`);
        names.push(lexer.value);
        lexer.next();
        lexer.next();
        values.push(this.expression());
      } else {
        ensure(!star && !starStar && names.length === 0);
        positional.push(this.expression());
      }
      if (lexer.type !== ')') this.expect(',');
    }
    lexer.next();
    return { positional, names, values, star, starStar };
  }

  #dottedName(): string {
    let name = this.expectName();
    while (this.skip('.')) name += `.${this.expectName()}`;
    return name;
  }

  /** Filters after `input`; `inline` for the one that follows `filter` without a `|`. */
  filter(input: Expression | undefined, inline = false): Filter | undefined {
    const { lexer } = this;
    let node: Filter | undefined;
    for (let first = inline; first || lexer.type === '|'; first = false) {
      if (!first) lexer.next();
      const from = node ?? input;
      const start = from?.start ?? lexer.start;
      const name = this.#dottedName();
      const args = lexer.type === '(' ? this.#arguments() : noArguments;
      node = { kind: 'filter', input: from, name, args, start, end: lexer.previousEnd };
    }
    return node;
  }

  #test(input: Expression): Expression {
    const { lexer } = this;
    const { start } = input;
    lexer.next();
    const negated = this.skipWord('not');
    const name = this.#dottedName();
    let args = noArguments;
    if (lexer.type === '(') {
      args = this.#arguments();
    } else if (
      testArgument.has(lexer.type) &&
      !this.isWord('else') &&
      !this.isWord('or') &&
      !this.isWord('and')
    ) {
      if (this.isWord('is')) lexer.fail('You cannot chain multiple tests with is');
      args = { ...noArguments, positional: [this.#postfix(this.#primary())] };
    }
    const test: Expression = { kind: 'test', input, name, args, start, end: lexer.previousEnd };
    return negated ? { kind: 'not', operand: test, start, end: test.end } : test;
  }
}

function integer(spelling: string): IntegerValue {
  const value = BigInt(spelling.replaceAll('_', ''));
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function describe(type: string): string {
  switch (type) {
    case 'block_end':
      return 'end of statement block';
    case 'variable_end':
      return 'end of print statement';
    case 'eof':
      return 'end of template';
    case 'string':
    case 'integer':
    case 'float':
    case 'name':
      return type;
    default:
      return `'${type}'`;
  }
}
