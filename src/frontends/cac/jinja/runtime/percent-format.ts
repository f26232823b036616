import { typeError, valueError } from '../errors.js';
import { dictGet, numeric } from './compare.js';
import { floatDigits, formatInteger } from './format-spec.js';
import { ascii, repr, str } from './print.js';
import { checkLength, repeat } from './size.js';
import { PyFloat, PyTuple, typeName, Undefined, type Value } from './values.js';

const directive = /%(?:\(([^)]*)\))?([-+ #0]*)(\*|\d+)?(?:\.(\*|\d*))?[hlL]?([\s\S]?)/gu;

/** `format % value` */
export function percentFormat(format: string, value: Value): string {
  const source = new Arguments(value);
  const text = format.replace(directive, (_, key, flags: string, width, precision, type: string) => {
    if (type === '%') return '%';
    if (type === '') throw valueError('incomplete format');
    if (!'diuoxXeEfFgGcrsa'.includes(type)) throw valueError(`unsupported format character '${type}'`);
    const wide = width === '*' ? source.nextInteger() : Number(width ?? 0);
    const exact =
      precision === undefined ? undefined : precision === '*' ? source.nextInteger() : Number(precision);
    const item = key === undefined ? source.next() : source.named(key);
    const left = flags.includes('-') || wide < 0;
    return padded(conversion(item, flags, exact, type), Math.abs(wide), left, flags.includes('0') && !left);
  });
  source.finish();
  checkLength(text.length);
  return text;
}

/** The values to format: a tuple one by one, a dict by name, anything else once. */
class Arguments {
  readonly #value: Value;
  readonly #queue: readonly Value[];
  #used = 0;
  #byName = false;

  constructor(value: Value) {
    this.#value = value;
    this.#queue = value instanceof PyTuple ? value.values : [value];
  }

  next(): Value {
    const item = this.#queue[this.#used++];
    if (item === undefined) throw typeError('not enough arguments for format string');
    return item;
  }

  nextInteger(): number {
    const item = this.next();
    if (typeof item !== 'number') throw typeError('* wants int');
    return item;
  }

  named(key: string): Value {
    this.#byName = true;
    if (!(this.#value instanceof Map)) throw typeError('format requires a mapping');
    const item = dictGet(this.#value, key);
    if (item === undefined) throw typeError(`'${key}'`);
    return item;
  }

  finish(): void {
    const value = this.#value;
    const mapping = value instanceof Map || Array.isArray(value) || value instanceof Undefined;
    if (this.#byName || mapping || this.#used >= this.#queue.length) return;
    throw typeError('not all arguments converted during string formatting');
  }
}

/** The text of one directive: its sign or prefix, and what follows it. */
type Converted = readonly [sign: string, body: string, numeric: boolean];

function conversion(item: Value, flags: string, precision: number | undefined, type: string): Converted {
  switch (type) {
    case 's':
      return ['', cut(str(item), precision), false];
    case 'r':
      return ['', cut(repr(item), precision), false];
    case 'a':
      return ['', cut(ascii(item), precision), false];
    case 'c':
      return ['', character(item), false];
  }
  const number = numeric(item);
  if (number === undefined) {
    if (item instanceof Undefined) throw item.error;
    throw typeError(
      'eEfFgG'.includes(type)
        ? `must be real number, not ${typeName(item)}`
        : `%${type} format: a number is required, not ${typeName(item)}`,
    );
  }
  const negative = number < 0 || Object.is(number, -0);
  const sign = negative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  if ('eEfFgG'.includes(type)) return [sign, floatDigits(Math.abs(Number(number)), type, precision), true];
  if (item instanceof PyFloat && 'oxX'.includes(type)) {
    throw typeError(`%${type} format: an integer is required, not float`);
  }
  const whole = item instanceof PyFloat ? BigInt(Math.trunc(item.value)) : BigInt(number);
  const digits = formatInteger(whole < 0n ? -whole : whole, { type, alternate: false, grouping: '' });
  const prefix = flags.includes('#') && 'oxX'.includes(type) ? `0${type}` : '';
  return [sign + prefix, repeat('0', (precision ?? 0) - digits.length) + digits, true];
}

const cut = (text: string, precision: number | undefined): string =>
  precision === undefined ? text : [...text].slice(0, precision).join('');

function character(item: Value): string {
  if (typeof item === 'number') return String.fromCodePoint(item);
  if (typeof item === 'string' && [...item].length === 1) return item;
  throw typeError('%c requires int or char');
}

function padded([sign, body, isNumber]: Converted, width: number, left: boolean, zeros: boolean): string {
  const missing = width - sign.length - [...body].length;
  if (missing <= 0) return sign + body;
  if (left) return sign + body + repeat(' ', missing);
  return zeros && isNumber ? sign + repeat('0', missing) + body : repeat(' ', missing) + sign + body;
}
