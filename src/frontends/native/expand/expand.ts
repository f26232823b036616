import Handlebars from 'handlebars';
import { didYouMean } from '../../../diagnostics/messages.js';
import { shellWord, type Target, xmlText, yamlScalar } from './escape.js';
import { HelperError, helpers, ValueName } from './helpers.js';
import { type NameUse, type Part, prepare, TemplateError } from './prepare.js';
import {
  reservedAt,
  type Segment,
  sourceOf,
  type Token,
  takeSegments,
  tokenMark,
  withoutSegmentMarks,
} from './tokens.js';

/** What templates may name: plain data, never an object with behaviour. */
export type Context = Readonly<Record<string, unknown>>;

/** An expanded text, and the way back to what its author typed. */
export interface Expanded {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The stretch of the source that made the character at `offset`. */
  origin(offset: number): readonly [start: number, end: number];
}

/** A mistake in a template, with its offsets in the source text. */
export interface ExpandProblem {
  readonly code: 'template-syntax' | 'template-error' | 'reserved-character';
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly hint?: string;
}

/** Collects the tokens of one expansion; the `put` helper finds it in Handlebars' private data. */
class Sink {
  readonly tokens: Token[] = [];
  /** The piece that a `{{…}}` on the outermost level is; within a block they are counted from 0. */
  firstPiece = 0;
  constructor(
    readonly target: Target,
    readonly pieces: readonly Omit<Segment, 'at'>[],
  ) {}

  put(value: unknown, piece: number): string {
    if (value instanceof ValueName) {
      if (this.target === 'xml') {
        throw new HelperError(
          'a Value cannot stand in OVAL; declare an `external_variable` with its name instead',
        );
      }
      if (this.target === 'header') return value.name;
      if (this.target === 'text')
        throw new HelperError('a Value can stand in Markdown texts and in remediations only');
      const { source, sourceEnd } = this.pieces[piece] ?? { source: 0, sourceEnd: 0 };
      return this.#token({ kind: 'value', name: value.name, source: [source, sourceEnd] });
    }
    if (value === undefined || value === null) throw new HelperError('there is no value for this name');
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      throw new HelperError(
        Array.isArray(value)
          ? 'a list cannot be written as it is; use `each` or `join`'
          : 'this is not a text',
      );
    }
    return this.#escape(String(value));
  }

  #escape(value: string): string {
    switch (this.target) {
      case 'text':
        return value;
      case 'header':
        return value.replace(/\s+/g, ' ');
      case 'markdown':
        return this.#token({ kind: 'text', text: value });
      case 'xml':
        return xmlText(value);
      case 'bash':
        return shellWord(value);
      case 'ansible':
        return yamlScalar(value);
    }
  }

  #token(token: Token): string {
    this.tokens.push(token);
    return tokenMark(this.tokens.length - 1);
  }
}

const handlebars = Handlebars.create();
for (const name of ['with', 'lookup', 'log']) handlebars.unregisterHelper(name);
for (const [name, helper] of Object.entries(helpers)) {
  handlebars.registerHelper(name, (...args: unknown[]) => helper(name, args.slice(0, -1)));
}
handlebars.registerHelper('put', (value: unknown, piece: number, options: Handlebars.HelperOptions) => {
  const sink = options.data.sink as Sink;
  try {
    return sink.put(value, sink.firstPiece + piece);
  } catch (error) {
    if (error instanceof HelperError) error.piece = sink.firstPiece + piece;
    throw error;
  }
});

const knownHelpers = Object.fromEntries(
  ['put', 'if', 'unless', 'each', ...Object.keys(helpers)].map((name) => [name, true]),
);

type Render = ReturnType<typeof handlebars.compile>;

interface Compiled {
  readonly parts: readonly (Part & { readonly render?: Render; readonly simple?: Lookup })[];
  readonly pieces: readonly Omit<Segment, 'at'>[];
  readonly names: readonly NameUse[];
}

/** `{{…}}` by their source: many texts say the same few, and making a function is what takes time. */
const mustaches = new Map<string, Render>();

/** Templates by their text: a rule template is expanded once for each rule that uses it. */
const templates = new Map<string, Compiled>();
/** More than all rule templates of a product; most other texts are expanded once. */
const mostTemplates = 500;

function compile(source: string): Compiled {
  const known = templates.get(source);
  if (known) return known;
  const { parts, pieces, names } = prepare(source);
  const compiled: Compiled = {
    parts: parts.map((part) => {
      const simple = part.kind === 'mustache' ? simpleValue(part.program) : undefined;
      return part.kind === 'text'
        ? part
        : { ...part, render: rendererOf(part), ...(simple ? { simple } : {}) };
    }),
    pieces,
    names,
  };
  if (templates.size >= mostTemplates) templates.clear();
  templates.set(source, compiled);
  return compiled;
}

/** Handlebars' function for a part, made when it is first called. */
function rendererOf(part: Exclude<Part, { kind: 'text' }>): Render {
  let render: Render | undefined;
  return (...args) => {
    render ??= part.kind === 'block' ? toFunction(part.program) : mustacheRenderer(part.source, part.program);
    return render(...args);
  };
}

function mustacheRenderer(source: string, program: hbs.AST.Program): Render {
  let render = mustaches.get(source);
  if (!render) {
    render = toFunction(program);
    mustaches.set(source, render);
  }
  return render;
}

/** What a `{{…}}` stands for; nothing where Handlebars must say. */
type Lookup = (context: Context) => unknown;

/**
 * For a `{{…}}` that gives one name, or calls one of our helpers with names and literals: what it stands for is told at
 * once, where Handlebars sets up a call of a template.
 */
function simpleValue({ body }: hbs.AST.Program): Lookup | undefined {
  const [inner] = (body[0] as hbs.AST.MustacheStatement).params;
  if (inner?.type !== 'SubExpression') return simpleName(inner);
  const { path, params, hash } = inner as hbs.AST.SubExpression;
  const name = (path as hbs.AST.PathExpression).original;
  const helper = Object.hasOwn(helpers, name) ? helpers[name] : undefined;
  const args = params.map((param) => simpleName(param) ?? simpleLiteral(param));
  if (!helper || hash !== undefined || args.some((arg) => arg === undefined)) return undefined;
  return (context) => {
    const values = args.map((arg) => arg?.(context));
    return values.includes(undefined) ? undefined : helper(name, values);
  };
}

/** A name that the context has as it is written. */
function simpleName(node: hbs.AST.Expression | undefined): Lookup | undefined {
  const { type, original, depth, data } = (node ?? {}) as hbs.AST.PathExpression;
  if (type !== 'PathExpression' || data || depth !== 0 || !/^[A-Za-z_]\w*$/.test(original)) return undefined;
  if (original === 'this' || Object.hasOwn(knownHelpers, original)) return undefined;
  return (context) => {
    const value = Object.hasOwn(context, original) ? context[original] : undefined;
    return typeof value === 'function' ? undefined : value;
  };
}

function simpleLiteral(node: hbs.AST.Expression): Lookup | undefined {
  const { type, value } = node as hbs.AST.StringLiteral;
  return type === 'StringLiteral' || type === 'NumberLiteral' ? () => value : undefined;
}

const toFunction = (program: hbs.AST.Program): Render =>
  handlebars.compile(program, {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: knownHelpers as unknown as KnownHelpers,
  });

/** What each part of a template gives; blocks with the marks of their pieces. */
function render({ parts }: Compiled, sink: Sink, context: Context): string[] {
  return parts.map((part) => {
    sink.firstPiece = part.kind === 'mustache' ? part.piece : 0;
    return part.kind === 'text' ? part.text : run(part, sink, context);
  });
}

/** Which stretch of the output came from which piece of the source. Few ask, so that it is worked out then. */
function segmentsOf({ parts, pieces }: Compiled, outputs: readonly string[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const output = outputs[index] ?? '';
    const taken = part.kind === 'block' ? takeSegments(output, pieces) : undefined;
    for (const segment of taken?.segments ?? []) segments.push({ ...segment, at: at + segment.at });
    const piece = part.kind === 'block' ? undefined : pieces[part.piece];
    if (piece) segments.push({ ...piece, at });
    at += (taken?.text ?? output).length;
  }
  return segments;
}

function run(part: Compiled['parts'][number], sink: Sink, context: Context): string {
  try {
    const value = part.simple?.(context);
    if (value !== undefined) return sink.put(value, sink.firstPiece);
    return part.render?.(context, { data: { sink } }) ?? '';
  } catch (error) {
    if (error instanceof HelperError && part.kind === 'mustache') error.piece ??= part.piece;
    // Handlebars looks `a.b.c` up step by step, and does not expect that `a.b` may be nothing.
    if (!(error instanceof TypeError && /^Cannot read properties of (undefined|null)/.test(error.message)))
      throw error;
    const missing = new HelperError('part of this name has no value');
    if (part.kind === 'mustache') missing.piece = part.piece;
    throw missing;
  }
}

/** Expands a Handlebars text for the place where its output will stand, or says what is wrong with it. */
export function expand(source: string, target: Target, context: Context): Expanded | ExpandProblem {
  const reserved = reservedAt(source);
  if (reserved >= 0) {
    return {
      code: 'reserved-character',
      message: 'this character is no character of any script (a Unicode noncharacter)',
      start: reserved,
      end: reserved + 1,
    };
  }
  if (!source.includes('{{')) return { text: source, tokens: [], origin: (offset) => [offset, offset] };
  let pieces: Compiled['pieces'] = [];
  try {
    const compiled = compile(source);
    pieces = compiled.pieces;
    const unknown = compiled.names.find(
      ({ name, called }) =>
        !(called ? Object.hasOwn(knownHelpers, name) : name in context || Object.hasOwn(knownHelpers, name)),
    );
    if (unknown) return unknownName(unknown, context);
    const sink = new Sink(target, compiled.pieces);
    const outputs = render(compiled, sink, context);
    let segments: Segment[] | undefined;
    return {
      text: outputs.map(withoutSegmentMarks).join(''),
      tokens: sink.tokens,
      origin(offset) {
        segments ??= segmentsOf(compiled, outputs);
        return sourceOf(segments, offset);
      },
    };
  } catch (error) {
    return problemOf(error, source, pieces);
  }
}

export const isProblem = (result: Expanded | ExpandProblem): result is ExpandProblem => 'code' in result;

function unknownName({ name, start, end, called }: NameUse, context: Context): ExpandProblem {
  const known = called ? Object.keys(helpers) : Object.keys(context).sort();
  const message = called ? `there is no helper \`${name}\`` : `nothing here is called \`${name}\``;
  return {
    code: 'template-error',
    message,
    start,
    end,
    hint: didYouMean(name, known) ?? `Known: ${known.join(', ')}.`,
  };
}

/** Errors of Handlebars and of our helpers as data; anything else is a bug of ours and stays thrown. */
function problemOf(error: unknown, source: string, pieces: Compiled['pieces']): ExpandProblem {
  if (error instanceof TemplateError) {
    const { message, start, end, hint } = error;
    return { code: 'template-syntax', message, start, end, ...(hint === undefined ? {} : { hint }) };
  }
  if (error instanceof HelperError || error instanceof Handlebars.Exception) {
    const piece = error instanceof HelperError && error.piece !== undefined ? pieces[error.piece] : undefined;
    const start = piece?.source ?? source.indexOf('{{');
    return {
      code: 'template-error',
      message: error.message,
      start,
      end: piece?.sourceEnd ?? source.indexOf('}}', start) + 2,
    };
  }
  throw error;
}
