/** Which parts of a product some thread has taken, for all threads to see. */
export type TakenParts = SharedArrayBuffer;

export const noneTaken = (count: number): TakenParts =>
  new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT);

export const countOf = (taken: TakenParts): number => taken.byteLength / Int32Array.BYTES_PER_ELEMENT;

/**
 * The parts that a thread takes: those of its own share, then whatever others have not come to. How long a part takes
 * is not known before, nor what else keeps a processor busy.
 *
 * @param thread from 0
 */
export function* partsFor(thread: number, threads: number, taken: TakenParts): Generator<number> {
  const marks = new Int32Array(taken);
  const first = Math.floor((marks.length * thread) / threads);
  for (let step = 0; step < marks.length; step++) {
    const part = (first + step) % marks.length;
    if (Atomics.exchange(marks, part, 1) === 0) yield part;
  }
}

/** Leaves nothing to take: what is left need not be done. */
export function takeAll(taken: TakenParts): void {
  const marks = new Int32Array(taken);
  for (let part = 0; part < marks.length; part++) Atomics.store(marks, part, 1);
}
