import pc from 'picocolors';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { formatJson } from '../diagnostics/json.js';
import { formatPretty } from '../diagnostics/pretty.js';

export type Format = 'pretty' | 'json';

/** Prints the diagnostics of a run: for people to standard error, as JSON to standard output. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], format: Format): void {
  if (format === 'json') {
    process.stdout.write(formatJson(diagnostics));
    return;
  }
  if (diagnostics.length === 0) return;
  process.stderr.write(
    `${formatPretty(diagnostics, wantsColor(process.stderr))}\n${countLine(diagnostics)}\n`,
  );
}

function countLine(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const parts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  return parts.join(', ');
}

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** NO_COLOR and FORCE_COLOR are honoured by picocolors; otherwise a terminal decides. */
export const wantsColor = (stream: NodeJS.WriteStream): boolean =>
  process.env['FORCE_COLOR'] === undefined && process.env['NO_COLOR'] === undefined
    ? stream.isTTY === true
    : pc.isColorSupported;

/** A line that says what is being done, on a terminal only. */
export class Progress {
  readonly #stream = process.stderr;
  readonly #shown: boolean;

  constructor(format: Format) {
    this.#shown = format === 'pretty' && this.#stream.isTTY === true;
  }

  readonly show = (...words: readonly string[]): void => {
    if (this.#shown) this.#stream.write(`\r\u001b[K${words.join(' ')} …`);
  };

  done(): void {
    if (this.#shown) this.#stream.write('\r\u001b[K');
  }
}
