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

/** A stretch of a template on its outermost level: text as it is, one `{{…}}` by its source, or a block. */
export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly piece: number }
  | {
      readonly kind: 'mustache';
      readonly source: string;
      readonly program: hbs.AST.Program;
      readonly piece: number;
    }
  | { readonly kind: 'block'; readonly program: hbs.AST.Program };

export interface Prepared {
  readonly parts: readonly Part[];
  readonly pieces: readonly Omit<Segment, 'at'>[];
  /** What the context or the helpers must have, except for names relative to an item of `each`. */
  readonly names: readonly NameUse[];
}

/**
 * A `{{…}}` of names, numbers and quoted texts: no block, no comment, no control of white space. Handlebars takes
 * such a one as it stands, whatever is around it.
 */
const plainMustache = /(?<!\{)\{\{(?![{#/^!>&*~])(?:[^{}"'\\~\n]|"[^"\\\n]*"|'[^'\\\n]*')*\}\}(?!\})/g;

/** Plain `{{…}}` by their source, parsed once: most texts use the same few. */
const plain = new Map<string, Prepared>();

/**
 * Parses a template, and refuses what the native format has no use for. Where it consists of text and plain
 * `{{…}}`, those are parsed alone, once each, since parsing is what takes time.
 */
export function prepare(source: string): Prepared {
  return preparePlain(source) ?? prepareAny(source);
}

function preparePlain(source: string): Prepared | undefined {
  if (source.includes('\\{{')) return undefined;
  const parts: Part[] = [];
  const pieces: Omit<Segment, 'at'>[] = [];
  const names: NameUse[] = [];
  const addText = (start: number, end: number): boolean => {
    const text = source.slice(start, end);
    if (text.includes('{{')) return false;
    if (text !== '') {
      parts.push({ kind: 'text', text, piece: pieces.length });
      pieces.push({ source: start, sourceEnd: end, copied: true });
    }
    return true;
  };
  let at = 0;
  for (const { 0: mustache, index } of source.matchAll(plainMustache)) {
    if (!addText(at, index)) return undefined;
    let known = plain.get(mustache);
    if (!known) {
      try {
        known = prepareAny(mustache);
      } catch {
        // The whole text is parsed instead, so that the message has the right place.
        return undefined;
      }
      plain.set(mustache, known);
    }
    for (const part of known.parts) parts.push({ ...part, piece: pieces.length } as Part);
    for (const name of known.names) names.push({ ...name, start: name.start + index, end: name.end + index });
    at = index + mustache.length;
    pieces.push({ source: index, sourceEnd: at, copied: false });
  }
  return addText(at, source.length) ? { parts, pieces, names } : undefined;
}

/**
 * Parses a template as a whole, and rewrites two things: every `{{x}}`
 * becomes `{{put x}}`, which escapes for the place where the output stands; and within blocks every piece of
 * literal text and every `{{…}}` gets a mark, by which the output leads back to its place.
 */
function prepareAny(source: string): Prepared {
  const starts = lineStarts(source);
  const offset = (position: hbs.AST.Position): number => (starts[position.line - 1] ?? 0) + position.column;
  const pieces: Omit<Segment, 'at'>[] = [];
  const addPiece = (node: hbs.AST.Node, copied: boolean): number =>
    pieces.push({ source: offset(node.loc.start), sourceEnd: offset(node.loc.end), copied }) - 1;
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

  const contentPiece = (content: hbs.AST.ContentStatement): number => {
    const start = offset(content.loc.start) + Math.max(0, String(content.original).indexOf(content.value));
    return pieces.push({ source: start, sourceEnd: start + content.value.length, copied: true }) - 1;
  };
  const checkMustache = (mustache: hbs.AST.MustacheStatement, inEach: boolean): void => {
    if (!mustache.escaped) {
      refuse(mustache, 'a value cannot be written without escaping', 'Write `{{…}}` with two braces.');
    }
    useCall(mustache as unknown as hbs.AST.SubExpression, inEach);
  };
  const visitBlock = (block: hbs.AST.BlockStatement, inEach: boolean): void => {
    useCall(block as unknown as hbs.AST.SubExpression, inEach);
    const isEach = (block.path as hbs.AST.PathExpression).original === 'each';
    visitProgram(block.program, inEach || isEach);
    visitProgram(block.inverse, inEach);
  };
  const visitProgram = (program: hbs.AST.Program | undefined, inEach: boolean): void => {
    if (program) program.body = program.body.flatMap((node) => visit(node, inEach));
  };
  const refuseOther = (node: hbs.AST.Statement): never =>
    refuse(node, 'partials and decorators are not part of the format', 'Write the text here.');

  const visit = (node: hbs.AST.Statement, inEach: boolean): hbs.AST.Statement[] => {
    switch (node.type) {
      case 'ContentStatement': {
        const content = node as hbs.AST.ContentStatement;
        if (content.value !== '') content.value = segmentMark(contentPiece(content)) + content.value;
        return [content];
      }
      case 'MustacheStatement': {
        const mustache = node as hbs.AST.MustacheStatement;
        checkMustache(mustache, inEach);
        const piece = addPiece(mustache, false);
        return [content(segmentMark(piece), mustache.loc), escaped(mustache, piece)];
      }
      case 'BlockStatement':
        visitBlock(node as hbs.AST.BlockStatement, inEach);
        return [node];
      case 'CommentStatement':
        return [];
      default:
        return refuseOther(node);
    }
  };

  const part = (node: hbs.AST.Statement): Part[] => {
    switch (node.type) {
      case 'ContentStatement': {
        const text = node as hbs.AST.ContentStatement;
        return text.value === '' ? [] : [{ kind: 'text', text: text.value, piece: contentPiece(text) }];
      }
      case 'MustacheStatement': {
        const mustache = node as hbs.AST.MustacheStatement;
        checkMustache(mustache, false);
        const piece = addPiece(mustache, false);
        const text = source.slice(offset(mustache.loc.start), offset(mustache.loc.end));
        return [{ kind: 'mustache', source: text, program: programOf(escaped(mustache, 0)), piece }];
      }
      case 'BlockStatement':
        visitBlock(node as hbs.AST.BlockStatement, false);
        return [{ kind: 'block', program: programOf(node) }];
      case 'CommentStatement':
        return [];
      default:
        return refuseOther(node);
    }
  };

  const parts = parse(source, starts).body.flatMap(part);
  return { parts, pieces, names };
}

const content = (value: string, loc: hbs.AST.SourceLocation): hbs.AST.Statement =>
  ({ type: 'ContentStatement', value, original: value, loc }) as unknown as hbs.AST.Statement;

const programOf = (statement: hbs.AST.Statement): hbs.AST.Program =>
  ({
    type: 'Program',
    body: [statement],
    blockParams: [],
    strip: {},
    loc: statement.loc,
  }) as unknown as hbs.AST.Program;

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
