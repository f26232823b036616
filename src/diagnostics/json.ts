import { type Place, shownPath } from '../source/file.js';
import { lineAndColumn, locate } from '../source/locate.js';
import type { Diagnostic } from './diagnostic.js';

/** A place as tools read it: one-based lines and columns, the end exclusive. */
export interface JsonPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Diagnostics as a JSON array, one object each, for editors and CI. */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify(diagnostics.map(toJson), null, 2)}\n`;
}

function toJson({ code, severity, message, place, hint, related = [] }: Diagnostic): object {
  const [at, ...frames] = place ? placesOf(place) : [];
  return {
    code,
    severity,
    message,
    ...at,
    ...(hint === undefined ? {} : { hint }),
    ...(frames.length === 0 ? {} : { frames }),
    ...(related.length === 0
      ? {}
      : { related: related.map((other) => ({ message: other.message, ...placesOf(other.place)[0] })) }),
  };
}

function placesOf(place: Place): JsonPlace[] {
  return locate(place).map(({ file, start, end }) => {
    const from = lineAndColumn(file.text, start);
    const to = lineAndColumn(file.text, end);
    return {
      file: shownPath(file),
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
    };
  });
}
