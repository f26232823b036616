import type { Frame } from '../runtime/frame.js';
import { PyTuple, type Value } from '../runtime/values.js';
import { align, splice } from './align.js';
import type { Piece, Stretch } from './piece.js';

/** Shorter strings occur by chance too often to say where they come from. */
const shortest = 4;

/**
 * Follows output through a render that is done once more to find out where its text comes from. Strings are
 * known by their content: what a macro returned is remembered with its pieces, and found again when that string
 * is printed, even if it went through variables; what a filter or an operator made of it is aligned with it.
 */
export class Tracer {
  readonly #known = new Map<string, readonly Piece[]>();
  #returned: { readonly text: string; readonly pieces: readonly Piece[] } | undefined;

  /** Literal text of the template. */
  data(frame: Frame, stretch: Stretch, length: number): void {
    frame.pieces.push({ ...stretch, length, exact: true, calls: [] });
  }

  /** The text of a value that `stretch` prints. */
  print(frame: Frame, stretch: Stretch, text: string): void {
    if (text === '') return;
    const known = text.length < shortest ? undefined : this.#known.get(text);
    frame.pieces.push(...(known ?? [coarse(stretch, text.length)]));
  }

  /** Text that was captured instead of printed. */
  remember(text: string, pieces: readonly Piece[]): void {
    if (text.length >= shortest) this.#known.set(text, pieces);
  }

  /** A macro, or another template, ends with this output. */
  leave(text: string, pieces: readonly Piece[]): void {
    this.#returned = { text, pieces };
  }

  /** What the call at `call` got; if a macro returned it, that is remembered. */
  rememberReturned(text: Value, call: Stretch): void {
    const returned = this.#returned;
    this.#returned = undefined;
    if (returned === undefined || returned.text !== text) return;
    this.remember(
      returned.text,
      returned.pieces.map((piece) => ({ ...piece, calls: [call, ...piece.calls] })),
    );
  }

  /** `result` was made of `inputs` by the expression at `stretch`. */
  derive(inputs: readonly Value[], result: Value, stretch: Stretch): void {
    if (typeof result !== 'string' || result.length < shortest) return;
    const known = inputs
      .flatMap(textsIn)
      .map((text) => ({ text, pieces: this.#known.get(text) }))
      .filter((input): input is { text: string; pieces: readonly Piece[] } => input.pieces !== undefined);
    const [first] = known;
    if (!first || known.some(({ text }) => text === result)) return;
    const filler = (length: number): Piece => coarse(stretch, length);
    const pieces = splice(known, result, filler) ?? align(first, result, filler);
    this.#known.set(result, pieces);
  }
}

const coarse = (stretch: Stretch, length: number): Piece => ({ ...stretch, length, exact: false, calls: [] });

function textsIn(value: Value): string[] {
  if (typeof value === 'string') return value.length < shortest ? [] : [value];
  const items = Array.isArray(value) ? value : value instanceof PyTuple ? value.values : [];
  return items.filter((item): item is string => typeof item === 'string' && item.length >= shortest);
}
