import pc from 'picocolors';
import { type Place, shownPath } from '../source/file.js';
import { lineAndColumn, locate } from '../source/locate.js';
import type { Diagnostic } from './diagnostic.js';
import { type Colors, codeFrame } from './frame.js';

/** Diagnostics as people read them in a terminal: place, message, the line, what to do. */
export function formatPretty(diagnostics: readonly Diagnostic[], color: boolean): string {
  const colors = pc.createColors(color);
  return diagnostics.map((diagnostic) => formatOne(diagnostic, colors)).join('\n');
}

function formatOne(diagnostic: Diagnostic, colors: Colors): string {
  const { severity, code, message, place, hint, related = [] } = diagnostic;
  const paint = severity === 'error' ? colors.red : colors.yellow;
  const head = `${paint(colors.bold(severity))}${colors.dim(`[${code}]`)}: ${colors.bold(message)}`;
  const out = place ? [`${placeHeader(place, colors)} ${head}`, ...frames(place, colors)] : [head];
  for (const { message: why, place: where } of related) {
    out.push(`  ${placeHeader(where, colors)} ${why}`, ...frames(where, colors));
  }
  if (hint) out.push(`  ${colors.cyan('hint:')} ${hint}`);
  return `${out.join('\n')}\n`;
}

function placeHeader(place: Place, colors: Colors): string {
  const [span] = locate(place);
  if (place.kind === 'file') return `${colors.cyan(shownPath(span.file))}:`;
  const { line, column } = lineAndColumn(span.file.text, span.start);
  return `${colors.cyan(`${shownPath(span.file)}:${line}:${column}`)}:`;
}

function frames(place: Place, colors: Colors): string[] {
  if (place.kind === 'file') return [];
  const [first, ...rest] = locate(place);
  const out = [indent(codeFrame(first, colors))];
  for (const span of rest) {
    const { line, column } = lineAndColumn(span.file.text, span.start);
    out.push(`    in the text made at ${colors.cyan(`${shownPath(span.file)}:${line}:${column}`)}`);
    out.push(indent(codeFrame(span, colors)));
  }
  return out;
}

const indent = (text: string): string => text.replace(/^/gm, '  ');
