import type { SourceFile, Span } from '../../../../src/source/file.js';

/** The text that a span covers, with its file: `macros.jinja: {{ x }}`. */
export const covered = ({ file, start, end }: Span): string => `${file.path}: ${file.text.slice(start, end)}`;

/** Line and column, both from 1, where a span starts. */
export function position({ file, start }: Span): string {
  const before = file.text.slice(0, start).split('\n');
  return `${file.path}:${before.length}:${(before.at(-1) as string).length + 1}`;
}

export const file = (path: string, text: string): SourceFile => ({ path, text });
