import type { Answers } from '../../memo.js';
import type { Parameters } from './python.js';

/**
 * What `template.py` files made of parameters, by the content of the request, for all products of a run; nothing
 * where one failed (reported).
 */
export class PreparedParameters {
  readonly #all = new Map<string, Parameters | undefined>();
  #known: (() => Answers) | undefined;

  /** @param known what is known already; asked when something is wanted for the first time */
  constructor(known?: () => Answers) {
    this.#known = known;
  }

  get all(): Answers {
    return this.#all;
  }

  has(key: string): boolean {
    this.#learn();
    return this.#all.has(key);
  }

  get(key: string): Parameters | undefined {
    return this.#all.get(key);
  }

  set(key: string, parameters: Parameters | undefined): void {
    this.#all.set(key, parameters);
  }

  #learn(): void {
    const known = this.#known?.() ?? [];
    this.#known = undefined;
    for (const [key, parameters] of known) this.#all.set(key, parameters as Parameters | undefined);
  }
}
