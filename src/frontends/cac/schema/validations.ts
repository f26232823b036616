import type { Report } from '../../../diagnostics/diagnostic.js';
import type { SourceFile } from '../../../source/file.js';
import { fits, type Schema } from './fits.js';

interface Misfit {
  readonly schema: Schema;
  readonly data: unknown;
  readonly file: SourceFile;
}

/** Data that did not fit its schema, kept until there is time to say why. */
export class Validations {
  #misfits: Misfit[] = [];

  /** Whether data fits; where it does not, that will be reported. */
  check(schema: Schema, data: unknown, file: SourceFile): boolean {
    if (fits(data, schema)) return true;
    this.#misfits.push({ schema, data, file });
    return false;
  }

  /** Reports every violation of what did not fit so far. */
  async report(report: Report): Promise<void> {
    const misfits = this.#misfits;
    this.#misfits = [];
    if (misfits.length === 0) return;
    const { validateAgainst } = await import('../../../schema/validate.js');
    for (const { schema, data, file } of misfits) validateAgainst(schema, data, file, report);
  }
}
