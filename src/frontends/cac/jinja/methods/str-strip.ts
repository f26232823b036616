import { typeError } from '../errors.js';
import { type Native, native } from '../runtime/native.js';
import { checkLength, repeat } from '../runtime/size.js';
import { expectInteger, expectText, textLength } from '../runtime/text.js';
import type { Callable, Value } from '../runtime/values.js';
import { isSpace } from '../syntax/whitespace.js';

/** `text.strip(chars)`, on the sides that are asked for; `null` strips white space. */
export function strip(text: string, chars: Value, left: boolean, right: boolean): string {
  const drop = chars === null ? undefined : new Set(expectText(chars, 'strip arg'));
  const stripped = (at: number): boolean => (drop ? drop.has(text.charAt(at)) : isSpace(text.charCodeAt(at)));
  let start = 0;
  let end = text.length;
  if (left) while (start < end && stripped(start)) start++;
  if (right) while (end > start && stripped(end - 1)) end--;
  return text.slice(start, end);
}

const stripping =
  (left: boolean, right: boolean): Native =>
  (_, self, chars) =>
    strip(self as string, chars as Value, left, right);

/** Pads to a width: how many of the missing characters go to the left says `share`. */
const padding =
  (share: (missing: number, width: number) => number): Native =>
  (_, self, width, fill) => {
    const text = self as string;
    const wide = expectInteger(width as Value);
    const character = expectText(fill as Value, 'The fill character');
    if (textLength(character) !== 1) throw typeError('The fill character must be exactly one character long');
    const missing = wide - textLength(text);
    if (missing <= 0) return text;
    checkLength(wide);
    const left = share(missing, wide);
    return repeat(character, left) + text + repeat(character, missing - left);
  };

/** Python puts the odd blank to the left only if the width is odd too. */
export const centerShare = (missing: number, width: number): number =>
  Math.floor(missing / 2) + (missing & width & 1);

function zfill(text: string, width: number): string {
  const missing = width - textLength(text);
  if (missing <= 0) return text;
  const sign = text.startsWith('+') || text.startsWith('-') ? text.charAt(0) : '';
  return sign + repeat('0', missing) + text.slice(sign.length);
}

function expandTabs(text: string, size: number): string {
  let column = 0;
  let result = '';
  for (const character of text) {
    if (character === '\t') {
      const missing = size > 0 ? size - (column % size) : 0;
      result += repeat(' ', missing);
      column += missing;
    } else {
      result += character;
      column = character === '\n' || character === '\r' ? 0 : column + 1;
    }
    checkLength(result.length);
  }
  return result;
}

const padParameters = ['self', 'width', ['fillchar', ' ']] as const;

export const stripMethods: readonly (readonly [string, Callable])[] = [
  ['strip', native('strip', ['self', ['chars', null]], stripping(true, true))],
  ['lstrip', native('lstrip', ['self', ['chars', null]], stripping(true, false))],
  ['rstrip', native('rstrip', ['self', ['chars', null]], stripping(false, true))],
  [
    'removeprefix',
    native('removeprefix', ['self', 'prefix'], (_, self, prefix) => {
      const [text, start] = [self as string, expectText(prefix as Value, 'removeprefix() argument')];
      return text.startsWith(start) ? text.slice(start.length) : text;
    }),
  ],
  [
    'removesuffix',
    native('removesuffix', ['self', 'suffix'], (_, self, suffix) => {
      const [text, end] = [self as string, expectText(suffix as Value, 'removesuffix() argument')];
      return end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text;
    }),
  ],
  [
    'ljust',
    native(
      'ljust',
      padParameters,
      padding(() => 0),
    ),
  ],
  [
    'rjust',
    native(
      'rjust',
      padParameters,
      padding((missing) => missing),
    ),
  ],
  ['center', native('center', padParameters, padding(centerShare))],
  [
    'zfill',
    native('zfill', ['self', 'width'], (_, self, width) =>
      zfill(self as string, expectInteger(width as Value)),
    ),
  ],
  [
    'expandtabs',
    native('expandtabs', ['self', ['tabsize', 8]], (_, self, size) =>
      expandTabs(self as string, expectInteger(size as Value)),
    ),
  ],
];
