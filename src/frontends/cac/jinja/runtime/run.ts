import { JinjaError } from '../errors.js';
import { limits } from '../limits.js';
import type { Tracer } from '../trace/tracer.js';
import type { Scope } from './context.js';
import type { Callable, TemplateModule } from './values.js';

/** What a template needs from outside while it runs. */
export interface Host {
  readonly filters: ReadonlyMap<string, Callable>;
  readonly tests: ReadonlyMap<string, Callable>;
  /** The template that `import` and `include` name. @throws JinjaError TemplateNotFound */
  load(name: string, from: string): LoadedTemplate;
}

export interface LoadedTemplate {
  /** Renders it with the names of `scope`; its output goes back as text. */
  include(run: Run, scope: Scope | undefined): string;
  import(run: Run, scope: Scope | undefined): TemplateModule;
}

/** One run of a template: what it has used up so far, and its tracer if the run is traced. */
export class Run {
  readonly host: Host;
  readonly tracer: Tracer | undefined;
  #steps = 0;
  #depth = 0;

  constructor(host: Host, tracer?: Tracer) {
    this.host = host;
    this.tracer = tracer;
  }

  /** Counts steps. @throws JinjaError LimitError when there are too many */
  charge(steps: number): void {
    this.#steps += steps;
    if (this.#steps > limits.steps) {
      throw new JinjaError('LimitError', `this template runs for more than ${limits.steps} steps`);
    }
  }

  /** Entering a macro; `leave` has to follow. */
  enter(): void {
    this.charge(1);
    if (++this.#depth > limits.depth) {
      this.#depth = 0;
      throw new JinjaError('RecursionError', `macro calls are nested more than ${limits.depth} deep`);
    }
  }

  leave(): void {
    this.#depth--;
  }
}
