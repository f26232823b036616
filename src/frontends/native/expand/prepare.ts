import Handlebars from 'handlebars';
import { type Segment, segmentMark } from './tokens.js';

/** A template that cannot be compiled, with offsets into its text. */
export class TemplateError extends Error {
  constructor(
    message: string,
    readonly start: number,
    readonly end: number,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** A name that a template looks up, or calls. */
export interface NameUse {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly called: boolean;
}

export interface Prepared {
  readonly program: hbs.AST.Program;
  readonly pieces: readonly Omit<Segment, 'at'>[];
  /** What the context or the helpers must have, except for names relative to an item of `each`. */
  readonly names: readonly NameUse[];
}

/**
 * Parses a template, refuses what the native format has no use for, and rewrites two things: every piece of
 * literal text and every `{{…}}` gets a mark, by which the output leads back to its place; and every `{{x}}`
 * becomes `{{put x}}`, which escapes for the place where the output stands.
 */
export function prepare(source: string): Prepared {
  const starts = lineStarts(source);
  const offset = (position: hbs.AST.Position): number => (starts[position.line - 1] ?? 0) + position.column;
  const pieces: Omit<Segment, 'at'>[] = [];
  const mark = (piece: Omit<Segment, 'at'>): string => segmentMark(pieces.push(piece) - 1);
  const refuse = (node: hbs.AST.Node, message: string, hint: string): never => {
    throw new TemplateError(message, offset(node.loc.start), offset(node.loc.end), hint);
  };

  const names: NameUse[] = [];
  const use = (node: hbs.AST.Expression, called: boolean, inEach: boolean): void => {
    if (node.type === 'SubExpression') {
      useCall(node as hbs.AST.SubExpression, inEach);
      return;
    }
    const path = node as hbs.AST.PathExpression;
    if (path.type !== 'PathExpression' || path.data || path.parts[0] === undefined) return;
    if (inEach && path.depth === 0 && !called) return;
    names.push({ name: path.parts[0], start: offset(path.loc.start), end: offset(path.loc.end), called });
  };
  const useCall = (call: Pick<hbs.AST.SubExpression, 'path' | 'params' | 'hash'>, inEach: boolean): void => {
    const isCall = call.params.length > 0 || (call.hash?.pairs.length ?? 0) > 0;
    use(call.path, isCall, inEach);
    for (const param of call.params) use(param, false, inEach);
    for (const pair of call.hash?.pairs ?? []) use(pair.value, false, inEach);
  };

  const visitProgram = (program: hbs.AST.Program | undefined, inEach: boolean): void => {
    if (program) program.body = program.body.map((node) => visit(node, inEach));
  };

  const visit = (node: hbs.AST.Statement, inEach: boolean): hbs.AST.Statement => {
    switch (node.type) {
      case 'ContentStatement': {
        const content = node as hbs.AST.ContentStatement;
        const original = String(content.original);
        const start = offset(content.loc.start) + Math.max(0, original.indexOf(content.value));
        const piece = { source: start, sourceEnd: start + content.value.length, copied: true };
        if (content.value !== '') content.value = mark(piece) + content.value;
        return content;
      }
      case 'MustacheStatement': {
        const mustache = node as hbs.AST.MustacheStatement;
        if (!mustache.escaped) {
          refuse(mustache, 'a value cannot be written without escaping', 'Write `{{…}}` with two braces.');
        }
        const piece = {
          source: offset(mustache.loc.start),
          sourceEnd: offset(mustache.loc.end),
          copied: false,
        };
        useCall(mustache as unknown as hbs.AST.SubExpression, inEach);
        return group(mark(piece), escaped(mustache, pieces.length - 1), mustache.loc);
      }
      case 'BlockStatement': {
        const block = node as hbs.AST.BlockStatement;
        useCall(block as unknown as hbs.AST.SubExpression, inEach);
        const isEach = (block.path as hbs.AST.PathExpression).original === 'each';
        visitProgram(block.program, inEach || isEach);
        visitProgram(block.inverse, inEach);
        return block;
      }
      case 'CommentStatement':
        return node;
      default:
        return refuse(node, 'partials and decorators are not part of the format', 'Write the text here.');
    }
  };

  const program = parse(source, starts);
  visitProgram(program, false);
  program.body = program.body.flatMap(flatten);
  return { program, pieces, names };
}

/** A mark as text, then the call: two statements, which `flatten` puts into the body in their place. */
function group(mark: string, call: hbs.AST.Statement, loc: hbs.AST.SourceLocation): hbs.AST.Statement {
  const text = { type: 'ContentStatement', value: mark, original: mark, loc } as unknown as hbs.AST.Statement;
  const body = [text, call];
  return { type: 'Group', body, loc } as unknown as hbs.AST.Statement;
}

function flatten(node: hbs.AST.Statement): hbs.AST.Statement[] {
  if ((node.type as string) === 'Group') return (node as unknown as hbs.AST.Program).body;
  if (node.type === 'BlockStatement') {
    const block = node as hbs.AST.BlockStatement;
    for (const program of [block.program, block.inverse])
      if (program) program.body = program.body.flatMap(flatten);
  }
  return [node];
}

/** `{{name args}}` as `{{put (name args) piece}}`, `{{name}}` as `{{put name piece}}`. */
function escaped(mustache: hbs.AST.MustacheStatement, piece: number): hbs.AST.Statement {
  const { loc, strip, path, params, hash } = mustache;
  const isCall = params.length > 0 || (hash?.pairs.length ?? 0) > 0;
  const inner = isCall ? { type: 'SubExpression', path, params, hash, loc } : path;
  const put = { type: 'PathExpression', original: 'put', parts: ['put'], depth: 0, data: false, loc };
  const number = { type: 'NumberLiteral', value: piece, original: piece, loc };
  return {
    type: 'MustacheStatement',
    path: put,
    params: [inner, number],
    hash: undefined,
    escaped: false,
    strip,
    loc,
  } as unknown as hbs.AST.Statement;
}

function parse(source: string, starts: readonly number[]): hbs.AST.Program {
  try {
    return Handlebars.parse(source);
  } catch (error) {
    throw syntaxError(error as Error & { lineNumber?: number; column?: number }, source, starts);
  }
}

/** Handlebars says what tokens it would have liked; an author wants to know what to look at. */
function syntaxError(
  error: Error & { lineNumber?: number; column?: number },
  source: string,
  starts: readonly number[],
): TemplateError {
  const hint =
    'Templates are Handlebars: `{{name}}`, `{{#if name}} … {{/if}}`; a literal `{{` is written `\\{{`.';
  if (error.lineNumber !== undefined) {
    const start = (starts[error.lineNumber - 1] ?? 0) + (error.column ?? 0);
    return new TemplateError(error.message.replace(/ - \d+:\d+$/, ''), start, start + 2, hint);
  }
  const line = Number(/line (\d+)/.exec(error.message)?.[1] ?? 1);
  const got = /got '(\w+)'/.exec(error.message)?.[1];
  const from = starts[line - 1] ?? 0;
  const open = source.indexOf('{{', from);
  const start = open < 0 ? from : open;
  const message =
    got === 'EOF' ? 'a block is opened here but never closed' : 'this is not a Handlebars expression';
  return new TemplateError(message, got === 'EOF' ? source.lastIndexOf('{{#') : start, start + 2, hint);
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
