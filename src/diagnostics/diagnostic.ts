import type { Place } from '../source/file.js';

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

/** Collects the diagnostics of one run, in the order in which they were reported. */
export class Diagnostics {
  readonly all: Diagnostic[] = [];
  #errors = 0;

  readonly report: Report = (diagnostic) => {
    this.all.push(diagnostic);
    if (diagnostic.severity === 'error') this.#errors++;
  };

  get hasErrors(): boolean {
    return this.#errors > 0;
  }
}
