import type { Piece } from '../trace/piece.js';
import type { Context } from './context.js';
import type { Run } from './run.js';
import type { Value } from './values.js';

/** The variables and the output of one function of a template while it runs. */
export class Frame {
  readonly context: Context;
  readonly run: Run;
  /** The frame of the function around this one, whose variables it sees. */
  readonly outer: Frame | undefined;
  /** `undefined` is a variable that has no value. */
  readonly slots: (Value | undefined)[];
  out = '';
  /** What the output is made of; only in a traced run. */
  pieces: Piece[];

  constructor(context: Context, run: Run, outer: Frame | undefined, size: number) {
    this.context = context;
    this.run = run;
    this.outer = outer;
    this.slots = new Array(size).fill(undefined);
    this.pieces = noPieces;
  }
}

/** Shared by all frames of runs that nobody traces. */
const noPieces: Piece[] = [];

export type Evaluate = (frame: Frame) => Value;
export type Execute = (frame: Frame) => void;
