import { JinjaError, typeError } from '../errors.js';
import { type Execute, Frame } from './frame.js';
import type { Run } from './run.js';
import { Callable, PyTuple, Undefined, type Value } from './values.js';

/** What a macro takes beside its parameters, by what its body reads. */
export interface MacroSignature {
  readonly name: string | undefined;
  readonly parameters: readonly string[];
  /** The body reads `caller`. */
  readonly readsCaller: boolean;
  /** `caller` is a parameter like others. */
  readonly callerIsParameter: boolean;
  readonly catchesKeywords: boolean;
  readonly catchesPositional: boolean;
}

/** The body of a macro; parameters are in the first slots, in order. */
export interface MacroBody {
  readonly size: number;
  /** Slots of the special variables, where the body reads them. */
  readonly caller: number | undefined;
  readonly kwargs: number | undefined;
  readonly varargs: number | undefined;
  /** Gives variables their first values and parameters their defaults. */
  readonly enter: Execute;
  readonly run: Execute;
}

/** A macro before it is compiled: most macros of a library are never called. */
export interface MacroCode {
  readonly signature: MacroSignature;
  readonly body: MacroBody;
  readonly tracedBody: MacroBody;
}

/** A macro with the variables around it. */
export class Macro extends Callable {
  readonly typeName = 'Macro';
  readonly code: MacroCode;
  readonly #outer: Frame;

  constructor(code: MacroCode, outer: Frame) {
    super();
    this.code = code;
    this.#outer = outer;
  }

  override call(run: Run, args: readonly Value[], names: readonly string[], values: readonly Value[]): Value {
    const { signature } = this.code;
    const body = run.tracer ? this.code.tracedBody : this.code.body;
    const frame = new Frame(this.#outer.context, run, this.#outer, body.size);
    const { slots } = frame;
    const count = signature.parameters.length;
    const positional = Math.min(args.length, count);
    for (let i = 0; i < positional; i++) slots[i] = args[i];
    const rest = names.length === 0 ? undefined : bindNames(signature, slots, positional, names, values);
    bindSpecials(signature, body, slots, args, rest);
    run.enter();
    if (run.tracer) runTraced(run, body, frame);
    else {
      body.enter(frame);
      body.run(frame);
    }
    run.leave();
    return frame.out;
  }

  override repr(): string {
    const { name } = this.code.signature;
    return name === undefined ? '<Macro anonymous>' : `<Macro '${name}'>`;
  }

  override attribute(name: string): Value | undefined {
    const { signature } = this.code;
    switch (name) {
      case 'name':
        return signature.name ?? null;
      case 'arguments':
        return new PyTuple(signature.parameters);
      case 'caller':
        return signature.readsCaller;
      case 'catch_kwargs':
        return signature.catchesKeywords;
      case 'catch_varargs':
        return signature.catchesPositional;
      default:
        return undefined;
    }
  }
}

/** Puts keyword arguments into their slots; those that are no parameter are returned. */
function bindNames(
  { parameters }: MacroSignature,
  slots: (Value | undefined)[],
  positional: number,
  names: readonly string[],
  values: readonly Value[],
): Map<Value, Value> | undefined {
  let rest: Map<Value, Value> | undefined;
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    const slot = parameters.indexOf(name);
    if (slot >= positional) slots[slot] = values[i];
    else {
      rest ??= new Map();
      rest.set(name, values[i] as Value);
    }
  }
  return rest;
}

function bindSpecials(
  signature: MacroSignature,
  body: MacroBody,
  slots: (Value | undefined)[],
  args: readonly Value[],
  rest: Map<Value, Value> | undefined,
): void {
  if (body.caller !== undefined) {
    slots[body.caller] = rest?.get('caller') ?? new Undefined('No caller defined');
    rest?.delete('caller');
  }
  if (body.kwargs !== undefined) slots[body.kwargs] = rest ?? new Map();
  else if (rest && rest.size > 0) throw unexpectedKeyword(signature, rest);
  const count = signature.parameters.length;
  if (body.varargs !== undefined) slots[body.varargs] = new PyTuple(args.slice(count));
  else if (args.length > count) {
    throw typeError(`macro ${label(signature)} takes not more than ${count} argument(s), got ${args.length}`);
  }
}

const label = ({ name }: MacroSignature): string => (name === undefined ? 'of a call block' : `'${name}'`);

function unexpectedKeyword(signature: MacroSignature, rest: ReadonlyMap<Value, Value>): JinjaError {
  const [name] = rest.keys();
  return typeError(
    signature.parameters.includes(name as string)
      ? `macro ${label(signature)} got two values for its argument '${String(name)}'`
      : `macro ${label(signature)} takes no keyword argument '${String(name)}'`,
  );
}

function runTraced(run: Run, body: MacroBody, frame: Frame): void {
  frame.pieces = [];
  try {
    body.enter(frame);
    body.run(frame);
  } catch (error) {
    if (error instanceof JinjaError) error.leftTemplate = true;
    throw error;
  }
  run.tracer?.leave(frame.out, frame.pieces);
}
