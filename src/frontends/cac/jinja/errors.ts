import type { SpanPlace } from '../../../source/file.js';

/** What went wrong, in Python's and Jinja2's words for it. */
export type JinjaErrorKind =
  | 'TemplateSyntaxError'
  | 'TemplateNotFound'
  | 'TemplateRuntimeError'
  | 'UndefinedError'
  | 'SecurityError'
  | 'MacroError'
  | 'TypeError'
  | 'ValueError'
  | 'KeyError'
  | 'IndexError'
  | 'AttributeError'
  | 'ZeroDivisionError'
  | 'OverflowError'
  | 'RecursionError'
  | 'LimitError';

/**
 * A template that cannot be read or run. The engine throws it; whoever called the engine turns it into a
 * diagnostic: `author` is the place to show first, `place` (where it differs) and the rest of `calls` are
 * related places.
 */
export class JinjaError extends Error {
  readonly kind: JinjaErrorKind;
  /** Where it happened: in the file itself, or inside a macro. Absent only before the engine located it. */
  place: SpanPlace | undefined;
  /** The macro calls that led there, outermost first; empty if it happened in the file itself. */
  readonly calls: SpanPlace[] = [];
  /** Set while it is on its way out of a macro or a template, to the call that led there. */
  leftTemplate = false;

  constructor(kind: JinjaErrorKind, message: string, place?: SpanPlace) {
    super(message);
    this.name = 'JinjaError';
    this.kind = kind;
    this.place = place;
  }

  /** The place in the file that the author edits: the outermost macro call, or the place itself. */
  get author(): SpanPlace | undefined {
    return this.calls[0] ?? this.place;
  }
}

export const typeError = (message: string): JinjaError => new JinjaError('TypeError', message);
export const valueError = (message: string): JinjaError => new JinjaError('ValueError', message);

/** JavaScript's own limits (stack depth, string length) met by a template, as an error of that template. */
export function asJinjaError(error: unknown): unknown {
  if (!(error instanceof RangeError)) return error;
  return /string length/i.test(error.message)
    ? new JinjaError('LimitError', 'the text that this template makes is too long')
    : new JinjaError('RecursionError', 'this template nests too deeply');
}
