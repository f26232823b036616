import { typeError, valueError } from '../errors.js';
import { native } from '../runtime/native.js';
import { checkLength } from '../runtime/size.js';
import { expectInteger, expectText, splitLines } from '../runtime/text.js';
import { truth } from '../runtime/truth.js';
import { type Callable, itemsOf, PyTuple, typeName, type Value } from '../runtime/values.js';
import { skipSpace, trimEndOffset } from '../syntax/whitespace.js';

/** `text.split(separator, max)`; no separator is runs of white space, a negative `max` is no limit. */
export function split(text: string, separator: Value, max: number): string[] {
  if (separator === null) return splitSpace(text, max);
  const by = expectText(separator, 'separator');
  if (by === '') throw valueError('empty separator');
  if (max < 0) return text.split(by);
  const parts: string[] = [];
  let start = 0;
  for (let at = text.indexOf(by); at >= 0 && parts.length < max; at = text.indexOf(by, start)) {
    parts.push(text.slice(start, at));
    start = at + by.length;
  }
  return [...parts, text.slice(start)];
}

function splitSpace(text: string, max: number): string[] {
  const parts: string[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    if (max >= 0 && parts.length >= max) return [...parts, text.slice(at)];
    let end = at;
    while (end < text.length && skipSpace(text, end, end + 1) === end) end++;
    parts.push(text.slice(at, end));
    at = skipSpace(text, end);
  }
  return parts;
}

export function rsplit(text: string, separator: Value, max: number): string[] {
  if (max < 0) return split(text, separator, max);
  if (separator === null) return rsplitSpace(text, max);
  const by = expectText(separator, 'separator');
  if (by === '') throw valueError('empty separator');
  const parts: string[] = [];
  let end = text.length;
  while (parts.length < max && end >= by.length) {
    const at = text.lastIndexOf(by, end - by.length);
    if (at < 0) break;
    parts.unshift(text.slice(at + by.length, end));
    end = at;
  }
  return [text.slice(0, end), ...parts];
}

function rsplitSpace(text: string, max: number): string[] {
  const parts: string[] = [];
  let end = trimEndOffset(text, 0, text.length);
  while (end > 0) {
    if (parts.length >= max) return [text.slice(0, end), ...parts];
    let at = end;
    while (at > 0 && skipSpace(text, at - 1, at) === at - 1) at--;
    parts.unshift(text.slice(at, end));
    end = trimEndOffset(text, 0, at);
  }
  return parts;
}

function partition(text: string, separator: Value, last: boolean): PyTuple {
  const by = expectText(separator, 'separator');
  if (by === '') throw valueError('empty separator');
  const at = last ? text.lastIndexOf(by) : text.indexOf(by);
  if (at < 0) return new PyTuple(last ? ['', '', text] : [text, '', '']);
  return new PyTuple([text.slice(0, at), by, text.slice(at + by.length)]);
}

function join(separator: string, items: readonly Value[]): string {
  let length = 0;
  items.forEach((item, i) => {
    if (typeof item !== 'string') {
      throw typeError(`sequence item ${i}: expected str instance, ${typeName(item)} found`);
    }
    length += item.length + separator.length;
  });
  checkLength(length);
  return items.join(separator);
}

const splitParameters = ['self', ['sep', null], ['maxsplit', -1]] as const;

export const splitMethods: readonly (readonly [string, Callable])[] = [
  [
    'split',
    native('split', splitParameters, (_, self, by, max) =>
      split(self as string, by as Value, expectInteger(max as Value)),
    ),
  ],
  [
    'rsplit',
    native('rsplit', splitParameters, (_, self, by, max) =>
      rsplit(self as string, by as Value, expectInteger(max as Value)),
    ),
  ],
  [
    'splitlines',
    native('splitlines', ['self', ['keepends', false]], (_, self, keep) =>
      splitLines(self as string, truth(keep as Value)),
    ),
  ],
  [
    'partition',
    native('partition', ['self', 'sep'], (_, self, by) => partition(self as string, by as Value, false)),
  ],
  [
    'rpartition',
    native('rpartition', ['self', 'sep'], (_, self, by) => partition(self as string, by as Value, true)),
  ],
  [
    'join',
    native('join', ['self', 'iterable'], (run, self, items) =>
      join(self as string, itemsOf(items as Value, run)),
    ),
  ],
];
