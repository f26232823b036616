import { native } from '../runtime/native.js';
import type { Callable, Value } from '../runtime/values.js';

const text = (value: Value | undefined): string => value as string;

export function capitalize(value: string): string {
  const [first = '', ...rest] = value;
  return titleCase(first) + rest.join('').toLowerCase();
}

/** The title case of one character; it differs from upper case for a few digraphs and ligatures. */
function titleCase(character: string): string {
  const upper = character.toUpperCase();
  return upper.length > character.length ? upper.charAt(0) + upper.slice(1).toLowerCase() : upper;
}

/** Every letter after something that is no letter in upper case, every other in lower case. */
const title = (value: string): string =>
  value.replace(/\p{L}+/gu, (word) => {
    const [first = '', ...rest] = word;
    return titleCase(first) + rest.join('').toLowerCase();
  });

const swapCase = (value: string): string =>
  Array.from(value, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join('');

export const caseMethods: readonly (readonly [string, Callable])[] = [
  ['lower', native('lower', ['self'], (_, self) => text(self).toLowerCase())],
  ['upper', native('upper', ['self'], (_, self) => text(self).toUpperCase())],
  ['casefold', native('casefold', ['self'], (_, self) => text(self).toLowerCase().replaceAll('ß', 'ss'))],
  ['capitalize', native('capitalize', ['self'], (_, self) => capitalize(text(self)))],
  ['title', native('title', ['self'], (_, self) => title(text(self)))],
  ['swapcase', native('swapcase', ['self'], (_, self) => swapCase(text(self)))],
];
