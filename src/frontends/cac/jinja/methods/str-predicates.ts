import { native } from '../runtime/native.js';
import type { Callable, Value } from '../runtime/values.js';

const patterns: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['isalpha', /^\p{L}+$/u],
  ['isalnum', /^[\p{L}\p{N}]+$/u],
  ['isdecimal', /^\p{Nd}+$/u],
  ['isdigit', /^[\p{Nd}²³¹⁰-⁹₀-₉]+$/u],
  ['isnumeric', /^\p{N}+$/u],
  ['isspace', /^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/],
  ['isascii', /^[\0-\x7f]*$/],
  ['isprintable', /^[^\p{C}\p{Z}]*$/u],
  ['isidentifier', /^[\p{ID_Start}_]\p{ID_Continue}*$/u],
];

export const isUpper = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();
export const isLower = (text: string): boolean => text === text.toLowerCase() && text !== text.toUpperCase();

function isTitle(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  return (
    words.length > 0 &&
    words.every((word) => isUpper(word.charAt(0)) && word.slice(1) === word.slice(1).toLowerCase())
  );
}

const test = (name: string, holds: (text: string) => boolean): readonly [string, Callable] => [
  name,
  native(name, ['self'], (_, self) => holds(self as Value as string)),
];

export const predicateMethods: readonly (readonly [string, Callable])[] = [
  ...patterns.map(([name, pattern]) => {
    const printable = name === 'isprintable';
    return test(name, (text) => pattern.test(printable ? text.replaceAll(' ', '') : text));
  }),
  test('isupper', isUpper),
  test('islower', isLower),
  test('istitle', isTitle),
];
