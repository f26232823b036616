import { JinjaError, valueError } from '../errors.js';
import { rsplit } from '../methods/str-split.js';
import { lengthOf } from '../runtime/length.js';
import { native } from '../runtime/native.js';
import { expectInteger, expectText, splitLines } from '../runtime/text.js';
import { truth } from '../runtime/truth.js';
import type { Value } from '../runtime/values.js';
import type { Filters } from './filter.js';

function truncate(text: string, length: number, killWords: boolean, end: string, leeway: number): string {
  const characters = [...text];
  const tail = [...end].length;
  if (length < tail) throw new JinjaError('ValueError', `expected length >= ${tail}, got ${length}`);
  if (leeway < 0) throw new JinjaError('ValueError', `expected leeway >= 0, got ${leeway}`);
  if (characters.length <= length + leeway) return text;
  const kept = characters.slice(0, length - tail).join('');
  return (killWords ? kept : (rsplit(kept, ' ', 1)[0] as string)) + end;
}

const chunk = {
  hyphens:
    /([\t\n\v\f\r ]+|[\w!"'&.,?]*(?<=[\w!"'&.,?])-{2,}(?=\w)|[^\t\n\v\f\r ](?:[^\t\n\v\f\r ]*?(?:-(?:(?<=[^\d\W]{2}-)|(?<=[^\d\W]-[^\d\W]-))(?=[^\d\W]-?[^\d\W])|(?=[\t\n\v\f\r ]|$)|(?<=[\w!"'&.,?])(?=-{2,}\w))))/,
  spaces: /([\t\n\v\f\r ]+)/,
};
const isBlank = (text: string): boolean => /^[\t\n\v\f\r ]*$/.test(text);

/** One line as `textwrap.wrap` breaks it. */
function wrapLine(line: string, width: number, breakLong: boolean, breakOnHyphens: boolean): string[] {
  if (width <= 0) throw valueError(`invalid width ${width} (must be > 0)`);
  const chunks = line.split(breakOnHyphens ? chunk.hyphens : chunk.spaces).filter((part) => part !== '');
  chunks.reverse();
  const lines: string[] = [];
  while (chunks.length > 0) {
    const current: string[] = [];
    let length = 0;
    if (lines.length > 0 && isBlank(chunks.at(-1) as string)) chunks.pop();
    while (chunks.length > 0 && length + (chunks.at(-1) as string).length <= width) {
      const part = chunks.pop() as string;
      current.push(part);
      length += part.length;
    }
    if ((chunks.at(-1)?.length ?? 0) > width)
      breakChunk(chunks, current, width, length, breakLong, breakOnHyphens);
    if (current.length > 0 && isBlank(current.at(-1) as string)) current.pop();
    if (current.length > 0) lines.push(current.join(''));
  }
  return lines;
}

function breakChunk(
  chunks: string[],
  current: string[],
  width: number,
  length: number,
  breakLong: boolean,
  breakOnHyphens: boolean,
): void {
  const long = chunks.at(-1) as string;
  if (breakLong) {
    const space = width < 1 ? 1 : width - length;
    const hyphen = breakOnHyphens && long.length > space ? long.lastIndexOf('-', space - 1) : -1;
    const end = hyphen > 0 && /[^-]/.test(long.slice(0, hyphen)) ? hyphen + 1 : space;
    current.push(long.slice(0, end));
    chunks[chunks.length - 1] = long.slice(end);
  } else if (current.length === 0) {
    current.push(chunks.pop() as string);
  }
}

export const wrapFilters: Filters = [
  [
    'truncate',
    native(
      'truncate',
      ['s', ['length', 255], ['killwords', false], ['end', '...'], ['leeway', null]],
      (_, text, length, killWords, end, leeway) =>
        lengthOf(text as Value) <=
          expectInteger(length as Value) + (leeway === null ? 5 : expectInteger(leeway as Value)) &&
        typeof text !== 'string'
          ? (text as Value)
          : truncate(
              expectText(text as Value, 'truncate() argument'),
              expectInteger(length as Value),
              truth(killWords as Value),
              expectText(end as Value, 'end'),
              leeway === null ? 5 : expectInteger(leeway as Value),
            ),
    ),
  ],
  [
    'wordwrap',
    native(
      'wordwrap',
      ['s', ['width', 79], ['break_long_words', true], ['wrapstring', null], ['break_on_hyphens', true]],
      (_, text, width, breakLong, wrap, hyphens) => {
        const newline = wrap === null ? '\n' : expectText(wrap as Value, 'wrapstring');
        return splitLines(expectText(text as Value, 'wordwrap() argument'))
          .map((line) =>
            wrapLine(
              line,
              expectInteger(width as Value),
              truth(breakLong as Value),
              truth(hyphens as Value),
            ).join(newline),
          )
          .join(newline);
      },
    ),
  ],
];
