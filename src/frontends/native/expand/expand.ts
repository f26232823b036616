import Handlebars from 'handlebars';
import { didYouMean } from '../../../diagnostics/messages.js';
import { shellWord, type Target, xmlText, yamlScalar } from './escape.js';
import { HelperError, helpers, ValueName } from './helpers.js';
import { type NameUse, type Part, prepare, TemplateError } from './prepare.js';
import { reservedAt, type Segment, sourceOf, type Token, takeSegments, tokenMark } from './tokens.js';

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
  readonly parts: readonly (Part & { readonly render?: Render })[];
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
    parts: parts.map((part) => (part.kind === 'text' ? part : { ...part, render: renderOf(part) })),
    pieces,
    names,
  };
  if (templates.size >= mostTemplates) templates.clear();
  templates.set(source, compiled);
  return compiled;
}

function renderOf(part: Exclude<Part, { kind: 'text' }>): Render {
  if (part.kind === 'block') return toFunction(part.program);
  let render = mustaches.get(part.source);
  if (!render) {
    render = toFunction(part.program);
    mustaches.set(part.source, render);
  }
  return render;
}

const toFunction = (program: hbs.AST.Program): Render =>
  handlebars.compile(program, {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: knownHelpers as unknown as KnownHelpers,
  });

/** The output of a template, and which stretch of it came from which piece of the source. */
function render({ parts, pieces }: Compiled, sink: Sink, context: Context) {
  const segments: Segment[] = [];
  let text = '';
  for (const part of parts) {
    const at = text.length;
    sink.firstPiece = part.kind === 'mustache' ? part.piece : 0;
    const output = part.kind === 'text' ? part.text : run(part, sink, context);
    if (part.kind === 'block') {
      const taken = takeSegments(output, pieces);
      for (const segment of taken.segments) segments.push({ ...segment, at: at + segment.at });
      text += taken.text;
    } else {
      const piece = pieces[part.piece];
      if (piece) segments.push({ ...piece, at });
      text += output;
    }
  }
  return { text, segments };
}

function run(part: Compiled['parts'][number], sink: Sink, context: Context): string {
  try {
    return part.render?.(context, { data: { sink } }) ?? '';
  } catch (error) {
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
    const { text, segments } = render(compiled, sink, context);
    return { text, tokens: sink.tokens, origin: (offset) => sourceOf(segments, offset) };
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
