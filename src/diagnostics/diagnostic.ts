import type { Place } from '../source/file.js';
import { locate } from '../source/locate.js';

/** `error` keeps the build from writing anything; `warning` does not. */
export type Severity = 'error' | 'warning';

/** One problem of the content, as data: nobody formats it until somebody prints it. */
export interface Diagnostic {
  /** Stable, documented in `docs/diagnostics.md`: `yaml-syntax`, `unknown-key`, … */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, one sentence, without its place. */
  readonly message: string;
  /** Absent only where no file is at fault (a missing product, a disk that is full). */
  readonly place?: Place;
  /** What to do about it. */
  readonly hint?: string;
  /** Other places that explain the problem: the first definition of an id, the rest of a cycle. */
  readonly related?: readonly Related[];
}

export interface Related {
  readonly message: string;
  readonly place: Place;
}

/** Takes a problem and goes on; nothing below `cli/` throws at a user's mistake. */
export type Report = (diagnostic: Diagnostic) => void;

/**
 * Collects the diagnostics of one run, in the order in which they were reported. What is wrong with a text that
 * several others use is found with each of them, and kept once.
 */
export class Diagnostics {
  readonly all: Diagnostic[] = [];
  readonly #known = new Set<string>();
  #errors = 0;

  readonly report: Report = (diagnostic) => {
    const key = keyOf(diagnostic);
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.all.push(diagnostic);
    if (diagnostic.severity === 'error') this.#errors++;
  };

  get hasErrors(): boolean {
    return this.#errors > 0;
  }
}

/** The same for diagnostics that look the same when they are printed. */
function keyOf({ code, message, hint, place, related }: Diagnostic): string {
  const stand = (at: Place): unknown => locate(at).map(({ file, start, end }) => [file.path, start, end]);
  return JSON.stringify([
    code,
    message,
    hint,
    place && stand(place),
    related?.map((other) => [other.message, stand(other.place)]),
  ]);
}
