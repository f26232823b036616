import { typeError, valueError } from '../errors.js';
import { native } from '../runtime/native.js';
import { checkLength } from '../runtime/size.js';
import { expectInteger, expectText, isFlat } from '../runtime/text.js';
import { type Callable, PyTuple, typeName, type Value } from '../runtime/values.js';

/** `text.replace(old, by, count)`; a negative count replaces all. */
export function replace(text: string, old: string, by: string, count: number): string {
  if (count === 0) return text;
  if (old === '') return replaceNothing(text, by, count);
  let result = '';
  let start = 0;
  let left = count;
  for (let at = text.indexOf(old); at >= 0 && left !== 0; at = text.indexOf(old, start)) {
    result += text.slice(start, at) + by;
    start = at + old.length;
    left--;
    checkLength(result.length);
  }
  return start === 0 ? text : result + text.slice(start);
}

/** An empty `old` is found before every character and at the end. */
function replaceNothing(text: string, by: string, count: number): string {
  const characters = [...text];
  const times = count < 0 ? characters.length + 1 : Math.min(count, characters.length + 1);
  checkLength(text.length + by.length * times);
  let result = '';
  characters.forEach((character, i) => {
    result += (i < times ? by : '') + character;
  });
  return times > characters.length ? result + by : result;
}

/** The part of the text that `start` and `end` bound, and where it starts; undefined if it starts behind the end. */
function part(text: string, from: Value, to: Value): readonly [text: string, offset: number] | undefined {
  const { length } = text;
  const bound = (at: Value, otherwise: number): number => {
    if (at === null) return otherwise;
    const index = expectInteger(at);
    return index < 0 ? Math.max(0, index + length) : index;
  };
  const start = bound(from, 0);
  const end = Math.min(bound(to, length), length);
  return start > length || start > end ? undefined : [text.slice(start, end), start];
}

function find(self: Value, sub: Value, from: Value, to: Value, last: boolean): number {
  const text = self as string;
  const needle = expectText(sub, 'argument');
  if (!isFlat(text)) return findInCharacters([...text], [...needle], from, to, last);
  const piece = part(text, from, to);
  if (!piece) return -1;
  const at = last ? piece[0].lastIndexOf(needle) : piece[0].indexOf(needle);
  return at < 0 ? -1 : at + piece[1];
}

/** By code points: every one is made one unit wide, which keeps their order and equality. */
function findInCharacters(text: string[], needle: string[], from: Value, to: Value, last: boolean): number {
  const names = new Map([...new Set([...text, ...needle])].map((c, i) => [c, String.fromCharCode(i)]));
  const flat = (characters: string[]): string => characters.map((c) => names.get(c)).join('');
  return names.size < 0xd800 ? find(flat(text), flat(needle), from, to, last) : -1;
}

function index(self: Value, sub: Value, from: Value, to: Value, last: boolean): number {
  const at = find(self, sub, from, to, last);
  if (at < 0) throw valueError('substring not found');
  return at;
}

function count(self: Value, sub: Value, from: Value, to: Value): number {
  const piece = part(self as string, from, to);
  const needle = expectText(sub, 'argument');
  if (!piece) return 0;
  return needle === '' ? [...piece[0]].length + 1 : piece[0].split(needle).length - 1;
}

function affix(self: Value, what: Value, from: Value, to: Value, atEnd: boolean): boolean {
  const piece = part(self as string, from, to);
  const method = atEnd ? 'endswith' : 'startswith';
  const one = (value: Value): boolean => {
    if (typeof value !== 'string') {
      throw typeError(`${method} first arg must be str or a tuple of str, not ${typeName(value)}`);
    }
    return piece !== undefined && (atEnd ? piece[0].endsWith(value) : piece[0].startsWith(value));
  };
  return what instanceof PyTuple ? what.values.some(one) : one(what);
}

const bounded = (
  name: string,
  what: string,
  run: (self: Value, what: Value, from: Value, to: Value) => Value,
) =>
  [
    name,
    native(name, ['self', what, ['start', null], ['end', null]], (_, self, value, from, to) =>
      run(self as Value, value as Value, from as Value, to as Value),
    ),
  ] as const;

export const searchMethods: readonly (readonly [string, Callable])[] = [
  bounded('find', 'sub', (self, sub, from, to) => find(self, sub, from, to, false)),
  bounded('rfind', 'sub', (self, sub, from, to) => find(self, sub, from, to, true)),
  bounded('index', 'sub', (self, sub, from, to) => index(self, sub, from, to, false)),
  bounded('rindex', 'sub', (self, sub, from, to) => index(self, sub, from, to, true)),
  bounded('count', 'sub', count),
  bounded('startswith', 'prefix', (self, what, from, to) => affix(self, what, from, to, false)),
  bounded('endswith', 'suffix', (self, what, from, to) => affix(self, what, from, to, true)),
  [
    'replace',
    native('replace', ['self', 'old', 'new', ['count', -1]], (_, self, old, by, times) =>
      replace(
        self as string,
        expectText(old as Value, 'replace() argument 1'),
        expectText(by as Value, 'replace() argument 2'),
        expectInteger(times as Value),
      ),
    ),
  ],
];
