import { typeError } from '../errors.js';
import { typeName, Undefined, type Value } from './values.js';

const surrogate = /[\ud800-\udfff]/;

/** True if an index into the text counts characters as Python does, so that nothing has to be split. */
export const isFlat = (text: string): boolean => !surrogate.test(text);

/** `len(text)`, in code points. */
export const textLength = (text: string): number => (isFlat(text) ? text.length : [...text].length);

/** The lines of a text as `str.splitlines` sees them. */
export function splitLines(text: string, keepEnds = false): string[] {
  const lines: string[] = [];
  let start = 0;
  lineEnd.lastIndex = 0;
  for (let match = lineEnd.exec(text); match; match = lineEnd.exec(text)) {
    lines.push(text.slice(start, keepEnds ? lineEnd.lastIndex : match.index));
    start = lineEnd.lastIndex;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

const lineEnd = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;

export function expectText(value: Value, what: string): string {
  if (typeof value === 'string') return value;
  if (value instanceof Undefined) throw value.error;
  throw typeError(`${what} must be str, not ${typeName(value)}`);
}

export function expectInteger(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'bigint') return value < 0n ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
  if (value instanceof Undefined) throw value.error;
  throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}
