import type {
  Call,
  Expression,
  Filter,
  FromImport,
  Import,
  Include,
  MacroDefinition,
  Name,
  Signature,
  Statement,
  Target,
  Template,
} from './ast.js';
import { ExpressionParser } from './expressions.js';
import { Lexer, type Lexis } from './lexer.js';
import type { TemplateSource } from './source.js';

/**
 * Parses a template.
 *
 * @param defersMacros whether the body of a macro is parsed when somebody looks at it; its mistakes are thrown then
 * @throws JinjaError with its place if the template is no Jinja
 */
export function parseTemplate(source: TemplateSource, lexis: Lexis, defersMacros = false): Template {
  return new StatementParser(source, lexis, 0, defersMacros).template();
}

/** Tags of Jinja2 that neither ComplianceAsCode nor scapc uses. */
const unsupported = new Set(['block', 'extends', 'autoescape']);
const statements = new Set('for if macro set with call filter import from include print do'.split(' '));

/** A block whose end is not read yet. */
interface OpenBlock {
  readonly tag: string;
  readonly ends: readonly string[];
  readonly start: number;
}

class StatementParser {
  readonly #lexer: Lexer;
  readonly #expressions: ExpressionParser;
  /** The words that may end the block being read, innermost last, for the error message. */
  readonly #open: OpenBlock[] = [];

  readonly #defersMacros: boolean;
  readonly #lexis: Lexis;

  constructor(source: TemplateSource, lexis: Lexis, at: number, defersMacros: boolean) {
    this.#lexis = lexis;
    this.#lexer = new Lexer(source, lexis, at);
    this.#expressions = new ExpressionParser(this.#lexer);
    this.#defersMacros = defersMacros;
  }

  template(): Template {
    const body: Statement[] = [];
    this.#statementsInto(body, []);
    return { body };
  }

  /** Reads statements until one of `ends`, whose name is then the current token; false at the end of the file. */
  #statementsInto(body: Statement[], ends: readonly string[]): boolean {
    const lexer = this.#lexer;
    for (;;) {
      const opening = lexer.readText();
      this.#text(body);
      switch (opening) {
        case 'end':
          return false;
        case 'raw':
          lexer.readRaw();
          this.#text(body);
          break;
        case 'variable': {
          const start = lexer.tagStart;
          const value = this.#expressions.tuple();
          this.#endOf('variable_end');
          body.push({ kind: 'print', value, start, end: lexer.end });
          break;
        }
        case 'block':
          if (lexer.type === 'name' && ends.includes(lexer.value)) return true;
          this.#statement(body);
          break;
        case 'comment':
          break;
      }
    }
  }

  #text(body: Statement[]): void {
    const { textStart: start, textEnd: end } = this.#lexer;
    if (end > start) body.push({ kind: 'data', text: this.#lexer.source.text.slice(start, end), start, end });
  }

  /** The current token has to end the tag; it is not passed, `readText` goes on behind it. */
  #endOf(type: 'variable_end' | 'block_end'): void {
    if (this.#lexer.type === type) return;
    const what = type === 'block_end' ? 'end of statement block' : 'end of print statement';
    this.#expressions.unexpected(`expected ${what}, got `);
  }

  /** The body of a block, from the end of its tag to the tag that ends it; that tag's word is returned. */
  #body(tag: string, start: number, ends: readonly string[], body: Statement[]): string {
    this.#expressions.skip(':');
    this.#endOf('block_end');
    this.#open.push({ tag, ends, start });
    if (!this.#statementsInto(body, ends)) this.#unclosed();
    this.#open.pop();
    const word = this.#lexer.value;
    this.#lexer.next();
    return word;
  }

  /** A body that only `end` ends. */
  #bodyUntil(tag: string, start: number, end: string): Statement[] {
    const body: Statement[] = [];
    this.#body(tag, start, [end], body);
    this.#endOf('block_end');
    return body;
  }

  #unclosed(): never {
    const block = this.#open.at(-1) as OpenBlock;
    const ends = block.ends.map((word) => `'${word}'`).join(' or ');
    this.#lexer.fail(
      `the '${block.tag}' block that starts here is never ended: ${ends} is missing`,
      block.start,
      this.#headEnd(block.start),
    );
  }

  #headEnd(start: number): number {
    const { text } = this.#lexer.source;
    const newline = text.indexOf('\n', start);
    return newline < 0 ? text.length : newline;
  }

  #statement(body: Statement[]): void {
    const lexer = this.#lexer;
    const start = lexer.tagStart;
    if (lexer.type !== 'name') this.#expressions.unexpected('expected the name of a tag, got ');
    const tag = lexer.value;
    if (!statements.has(tag)) this.#unknownTag(tag);
    const nameEnd = lexer.end;
    lexer.next();
    switch (tag) {
      case 'for':
        body.push(this.#for(start));
        break;
      case 'if':
        body.push(this.#if(start));
        break;
      case 'macro':
        body.push(this.#macro(start));
        break;
      case 'set':
        body.push(this.#set(start));
        break;
      case 'with':
        body.push(this.#with(start));
        break;
      case 'call':
        body.push(this.#call(start, nameEnd));
        break;
      case 'filter': {
        const filter = this.#expressions.filter(undefined, true) as Filter;
        body.push({
          kind: 'filter-block',
          filter,
          body: this.#bodyUntil(tag, start, 'endfilter'),
          start,
          end: lexer.end,
        });
        break;
      }
      case 'print':
        this.#print(body);
        break;
      case 'do': {
        const value = this.#expressions.tuple();
        body.push({ kind: 'do', value, start, end: lexer.previousEnd });
        break;
      }
      case 'import':
        body.push(this.#import(start));
        break;
      case 'from':
        body.push(this.#from(start));
        break;
      case 'include':
        body.push(this.#include(start));
        break;
    }
    this.#endOf('block_end');
  }

  #unknownTag(tag: string): never {
    if (unsupported.has(tag)) this.#lexer.fail(`the tag '${tag}' is not supported`);
    const block = this.#open.at(-1);
    if (!block) this.#lexer.fail(`unknown tag '${tag}'`);
    const ends = block.ends.map((word) => `'${word}'`).join(' or ');
    this.#lexer.fail(`unknown tag '${tag}'; the innermost open block is '${block.tag}', which ${ends} ends`);
  }

  #for(start: number): Statement {
    const expressions = this.#expressions;
    const target = expressions.target();
    expressions.expectWord('in');
    const iterable = expressions.tuple(false);
    const test = expressions.skipWord('if') ? expressions.expression() : undefined;
    const recursive = expressions.skipWord('recursive');
    const body: Statement[] = [];
    const otherwise: Statement[] = [];
    if (this.#body('for', start, ['endfor', 'else'], body) === 'else') {
      this.#body('for', start, ['endfor'], otherwise);
    }
    return { kind: 'for', target, iterable, test, recursive, body, otherwise, start, end: this.#lexer.end };
  }

  #if(start: number): Statement {
    const branches: { test: Expression; body: Statement[] }[] = [];
    const otherwise: Statement[] = [];
    for (let word = 'elif'; word !== 'endif'; ) {
      if (word === 'else') {
        word = this.#body('if', start, ['endif'], otherwise);
      } else {
        const branch = { test: this.#expressions.tuple(false), body: [] };
        branches.push(branch);
        word = this.#body('if', start, ['elif', 'else', 'endif'], branch.body);
      }
    }
    return { kind: 'if', branches, otherwise, start, end: this.#lexer.end };
  }

  #signature(): Pick<Signature, 'parameters' | 'defaults'> {
    const expressions = this.#expressions;
    const parameters: Name[] = [];
    const defaults: Expression[] = [];
    expressions.expect('(');
    while (this.#lexer.type !== ')') {
      if (parameters.length > 0) expressions.expect(',');
      const parameter = expressions.nameTarget();
      if (parameters.some(({ name }) => name === parameter.name)) {
        this.#lexer.fail(`the parameter '${parameter.name}' occurs twice`, parameter.start, parameter.end);
      }
      if (expressions.skip('=')) defaults.push(expressions.expression());
      else if (defaults.length > 0) {
        this.#lexer.fail('non-default argument follows default argument', parameter.start, parameter.end);
      }
      parameters.push(parameter);
    }
    this.#lexer.next();
    return { parameters, defaults };
  }

  #macro(start: number): MacroDefinition {
    const { name } = this.#expressions.nameTarget();
    const signature = this.#signature();
    if (this.#defersMacros && this.#lexer.type === 'block_end') {
      const at = this.#lexer.skipBody('macro');
      if (at !== undefined) {
        this.#lexer.next();
        this.#endOf('block_end');
        return this.#deferred({ kind: 'macro', name, ...signature, start, end: this.#lexer.end }, at);
      }
    }
    const body = this.#bodyUntil('macro', start, 'endmacro');
    return { kind: 'macro', name, ...signature, body, start, end: this.#lexer.end };
  }

  /** A macro whose body, at an offset, is parsed when it is asked for. */
  #deferred(head: Omit<MacroDefinition, 'body'>, at: number): MacroDefinition {
    const { source } = this.#lexer;
    const lexis = this.#lexis;
    let body: Statement[] | undefined;
    return {
      ...head,
      get body() {
        body ??= new StatementParser(source, lexis, at, true).#macroBody(head.start);
        return body;
      },
    };
  }

  #macroBody(start: number): Statement[] {
    const body: Statement[] = [];
    const ends = ['endmacro'];
    this.#open.push({ tag: 'macro', ends, start });
    if (!this.#statementsInto(body, ends)) this.#unclosed();
    return body;
  }

  #call(start: number, nameEnd: number): Statement {
    const signature = this.#lexer.type === '(' ? this.#signature() : { parameters: [], defaults: [] };
    const call = this.#expressions.expression();
    if (call.kind !== 'call') this.#lexer.fail('expected a call', nameEnd, call.end);
    const body = this.#bodyUntil('call', start, 'endcall');
    return { kind: 'call-block', call: call as Call, ...signature, body, start, end: this.#lexer.end };
  }

  #set(start: number): Statement {
    const target = this.#setTarget();
    if (this.#expressions.skip('=')) {
      const value = this.#expressions.tuple();
      return { kind: 'assign', target, value, start, end: this.#lexer.end };
    }
    const filter = this.#expressions.filter(undefined);
    const body = this.#bodyUntil('set', start, 'endset');
    return { kind: 'assign-block', target, filter, body, start, end: this.#lexer.end };
  }

  #setTarget(): Target {
    const lexer = this.#lexer;
    if (lexer.type !== 'name' || !lexer.followedByDot()) return this.#expressions.target();
    const { start, value: name } = lexer;
    lexer.next();
    lexer.next();
    const attribute = this.#expressions.expectName();
    return { kind: 'namespace-attribute', name, attribute, start, end: lexer.previousEnd };
  }

  #with(start: number): Statement {
    const expressions = this.#expressions;
    const targets: Target[] = [];
    const values: Expression[] = [];
    while (this.#lexer.type !== 'block_end') {
      if (targets.length > 0) expressions.expect(',');
      targets.push(expressions.nameTarget());
      expressions.expect('=');
      values.push(expressions.expression());
    }
    const body = this.#bodyUntil('with', start, 'endwith');
    return { kind: 'with', targets, values, body, start, end: this.#lexer.end };
  }

  #print(body: Statement[]): void {
    while (this.#lexer.type !== 'block_end') {
      const value = this.#expressions.expression();
      body.push({ kind: 'print', value, start: value.start, end: value.end });
      if (this.#lexer.type !== 'block_end') this.#expressions.expect(',');
    }
  }

  /** `with context` or `without context`; `otherwise` if neither is said. */
  #context(otherwise: boolean): boolean {
    const lexer = this.#lexer;
    const word = lexer.type === 'name' ? lexer.value : '';
    if ((word !== 'with' && word !== 'without') || !lexer.followedByWord('context')) return otherwise;
    lexer.next();
    lexer.next();
    return word === 'with';
  }

  #import(start: number): Import {
    const template = this.#expressions.expression();
    this.#expressions.expectWord('as');
    const target = this.#expressions.nameTarget().name;
    const withContext = this.#context(false);
    return { kind: 'import', template, target, withContext, start, end: this.#lexer.previousEnd };
  }

  #from(start: number): FromImport {
    const expressions = this.#expressions;
    const template = expressions.expression();
    expressions.expectWord('import');
    const names: [string, string][] = [];
    let withContext: boolean | undefined;
    do {
      const { name, start: at, end } = expressions.nameTarget();
      if (name.startsWith('_')) {
        this.#lexer.fail('names starting with an underline can not be imported', at, end);
      }
      names.push([name, expressions.skipWord('as') ? expressions.nameTarget().name : name]);
      withContext = this.#said();
    } while (withContext === undefined && expressions.skip(','));
    return {
      kind: 'from-import',
      template,
      names,
      withContext: withContext ?? false,
      start,
      end: this.#lexer.previousEnd,
    };
  }

  #said(): boolean | undefined {
    const before = this.#lexer.start;
    const withContext = this.#context(false);
    return this.#lexer.start === before ? undefined : withContext;
  }

  #include(start: number): Include {
    const template = this.#expressions.expression();
    const ignoreMissing = this.#expressions.isWord('ignore') && this.#lexer.followedByWord('missing');
    if (ignoreMissing) {
      this.#lexer.next();
      this.#lexer.next();
    }
    const withContext = this.#context(true);
    return { kind: 'include', template, ignoreMissing, withContext, start, end: this.#lexer.previousEnd };
  }
}
