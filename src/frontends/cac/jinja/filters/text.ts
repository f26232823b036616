import { typeError } from '../errors.js';
import { capitalize } from '../methods/str-case.js';
import { replace } from '../methods/str-search.js';
import { centerShare, strip } from '../methods/str-strip.js';
import { native, variadic } from '../runtime/native.js';
import { percentFormat } from '../runtime/percent-format.js';
import { str } from '../runtime/print.js';
import { repeat } from '../runtime/size.js';
import { expectInteger, textLength } from '../runtime/text.js';
import { PyTuple, type Value } from '../runtime/values.js';
import type { Filters } from './filter.js';

const wordStart = /([-\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000({[<]+)/;

/** Jinja2's own idea of a title: what follows white space, a hyphen or an opening bracket is a word. */
const title = (text: string): string =>
  text
    .split(wordStart)
    .map((word) => {
      const [first = '', ...rest] = word;
      return first.toUpperCase() + rest.join('').toLowerCase();
    })
    .join('');

function center(text: string, width: number): string {
  const missing = width - textLength(text);
  if (missing <= 0) return text;
  const left = centerShare(missing, width);
  return repeat(' ', left) + text + repeat(' ', missing - left);
}

export const textFilters: Filters = [
  ['string', native('string', ['s'], (_, value) => str(value as Value))],
  ['lower', native('lower', ['s'], (_, value) => str(value as Value).toLowerCase())],
  ['upper', native('upper', ['s'], (_, value) => str(value as Value).toUpperCase())],
  ['capitalize', native('capitalize', ['s'], (_, value) => capitalize(str(value as Value)))],
  ['title', native('title', ['s'], (_, value) => title(str(value as Value)))],
  [
    'trim',
    native('trim', ['value', ['chars', null]], (_, value, chars) =>
      strip(str(value as Value), chars as Value, true, true),
    ),
  ],
  [
    'center',
    native('center', ['value', ['width', 80]], (_, value, width) =>
      center(str(value as Value), expectInteger(width as Value)),
    ),
  ],
  [
    'replace',
    native('replace', ['s', 'old', 'new', ['count', null]], (_, value, old, by, count) =>
      replace(
        str(value as Value),
        str(old as Value),
        str(by as Value),
        count === null ? -1 : expectInteger(count as Value),
      ),
    ),
  ],
  [
    'format',
    variadic('format', (_, [value, ...args], names, values) => {
      if (value === undefined) throw typeError('format() missing 1 required positional argument');
      if (args.length > 0 && names.length > 0) {
        throw typeError("can't handle positional and keyword arguments at the same time");
      }
      const named = new Map<Value, Value>(names.map((name, i) => [name, values[i] as Value]));
      return percentFormat(str(value), names.length > 0 ? named : new PyTuple(args));
    }),
  ],
  [
    'wordcount',
    native('wordcount', ['s'], (_, value) => str(value as Value).match(/[\p{L}\p{N}_]+/gu)?.length ?? 0),
  ],
];
