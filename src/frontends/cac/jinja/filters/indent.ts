import { native } from '../runtime/native.js';
import { checkLength, repeat } from '../runtime/size.js';
import { expectInteger, expectText, splitLines } from '../runtime/text.js';
import { truth } from '../runtime/truth.js';
import type { Value } from '../runtime/values.js';
import type { Filters } from './filter.js';

const otherLineEnd = /[\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

/** Puts `by` before every line but the first (unless `first`) and the empty ones (unless `blank`). */
export function indent(text: string, by: string, first: boolean, blank: boolean): string {
  const plain = !otherLineEnd.test(text);
  const lines = plain ? text.split('\n') : splitLines(`${text}\n`);
  checkLength(text.length + lines.length * by.length);
  let result = first ? by + (lines[0] as string) : (lines[0] as string);
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] as string;
    result += line !== '' || blank ? `\n${by}${line}` : '\n';
  }
  return result;
}

export const indentFilters: Filters = [
  [
    'indent',
    native(
      'indent',
      ['s', ['width', 4], ['first', false], ['blank', false]],
      (_, text, width, first, blank) => {
        const by = typeof width === 'string' ? width : repeat(' ', expectInteger(width as Value));
        return indent(
          expectText(text as Value, 'indent() argument'),
          by,
          truth(first as Value),
          truth(blank as Value),
        );
      },
    ),
  ],
];
