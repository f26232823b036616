import { JinjaError } from '../errors.js';
import { limits } from '../limits.js';
import { PyObject, type Value } from './values.js';

/** `str(value)`: what `{{ value }}` prints. */
export function str(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value instanceof PyObject) return value.str(printer());
  return printer()(value);
}

/** `repr(value)` */
export const repr = (value: Value): string => printer()(value);

/** `ascii(value)`: `repr` with nothing but ASCII. */
export const ascii = (value: Value): string => repr(value).replace(/[^\0-\x7f]/gu, escaped);

/** A `repr` that knows which containers it is inside of, and stops a structure that would never end. */
function printer(): (value: Value) => string {
  const open = new Set<Value>();
  let printed = 0;
  const print = (value: Value): string => {
    if (++printed > limits.list) throw new JinjaError('LimitError', 'this value is too large to print');
    if (typeof value === 'string') return quoted(value);
    if (typeof value === 'number' || typeof value === 'bigint') return String(value);
    if (value === null) return 'None';
    if (typeof value === 'boolean') return value ? 'True' : 'False';
    if (open.has(value)) return Array.isArray(value) ? '[...]' : value instanceof Map ? '{...}' : '(...)';
    open.add(value);
    const text = printContainer(value, print);
    open.delete(value);
    return text;
  };
  return print;
}

function printContainer(
  value: Value[] | Map<Value, Value> | PyObject,
  print: (value: Value) => string,
): string {
  if (Array.isArray(value)) return `[${value.map(print).join(', ')}]`;
  if (value instanceof PyObject) return value.repr(print);
  const entries = Array.from(value, ([key, item]) => `${print(key)}: ${print(item)}`);
  return `{${entries.join(', ')}}`;
}

const special = /[\\\p{C}\p{Z}]/gu;
const named: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  ' ': ' ',
};

/** A string as Python writes it: single quotes unless only double ones spare an escape. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text.replace(special, (character) => named[character] ?? escaped(character));
  return quote + (quote === "'" ? body.replaceAll("'", "\\'") : body) + quote;
}

function escaped(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000
    ? `\\u${code.toString(16).padStart(4, '0')}`
    : `\\U${code.toString(16).padStart(8, '0')}`;
}
