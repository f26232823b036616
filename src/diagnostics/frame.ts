import type pc from 'picocolors';
import type { Span } from '../source/file.js';
import { lineAndColumn } from '../source/locate.js';

export type Colors = ReturnType<typeof pc.createColors>;

/** Lines shown before the marked one, so that the author recognises the place. */
const context = 2;
const maxWidth = 160;

/**
 * The lines of a file around a span, with the span marked:
 *
 *       8 | severity: medium
 *     > 9 | titel: Postfix
 *         | ^^^^^
 */
export function codeFrame(span: Span, colors: Colors): string {
  const { line, column } = lineAndColumn(span.file.text, span.start);
  const lines = span.file.text.split('\n');
  const first = Math.max(1, line - context);
  const digits = String(line).length;
  const out: string[] = [];
  for (let n = first; n <= line; n++) {
    const mark = n === line ? colors.red('>') : ' ';
    const text = printable(lines[n - 1] ?? '');
    out.push(`${mark} ${colors.dim(`${String(n).padStart(digits)} |`)} ${text}`.trimEnd());
  }
  const shown = lines[line - 1] ?? '';
  const start = Math.min(column - 1, maxWidth);
  const onThisLine = Math.min(span.end - span.start, shown.length - (column - 1));
  const width = Math.max(1, Math.min(onThisLine, maxWidth - start));
  out.push(`  ${' '.repeat(digits)} ${colors.dim('|')} ${' '.repeat(start)}${colors.red('^'.repeat(width))}`);
  return out.join('\n');
}

/** A tab would shift the marks, and a control character could talk to the terminal. */
function printable(line: string): string {
  const cut = line.length > maxWidth ? `${line.slice(0, maxWidth - 1)}…` : line;
  return cut.replace(/\t/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '\u00b7');
}
