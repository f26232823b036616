import { JinjaError, typeError, valueError } from '../errors.js';
import { limits } from '../limits.js';
import { binary, sign, toInteger } from '../runtime/arithmetic.js';
import { numeric } from '../runtime/compare.js';
import { floatDigits } from '../runtime/format-spec.js';
import { native } from '../runtime/native.js';
import { expectInteger } from '../runtime/text.js';
import { PyFloat, typeName, Undefined, type Value } from '../runtime/values.js';
import type { Filters } from './filter.js';

const digitsOf: Readonly<Record<number, string>> = { 2: '01', 8: '0-7', 10: '0-9', 16: '0-9a-f' };

/** `int(text, base)`; undefined if the text is no such integer. */
function parseInteger(text: string, base: number): Value | undefined {
  const match = /^([-+]?)(0[box])?_?([0-9a-z_]+)$/i.exec(text.trim());
  if (!match) return undefined;
  const [, minus = '', prefix = '', body = ''] = match;
  const prefixBase = { '0b': 2, '0o': 8, '0x': 16 }[prefix.toLowerCase()];
  const actual = base === 0 ? (prefixBase ?? 10) : base;
  if (prefix !== '' && prefixBase !== actual) return undefined;
  const digits = body.replace(/(?<=[0-9a-z])_(?=[0-9a-z])/gi, '');
  if (digits.length > limits.digits) return undefined;
  const allowed = digitsOf[actual];
  if (allowed === undefined || !new RegExp(`^[${allowed}]+$`, 'i').test(digits)) return undefined;
  const value = BigInt((actual === 10 ? '' : { 2: '0b', 8: '0o', 16: '0x' }[actual]) + digits);
  return toInteger(minus === '-' ? -value : value);
}

/** `float(value)`; undefined if there is none. */
function parseFloatOf(value: Value): number | undefined {
  if (typeof value !== 'string') {
    const number = numeric(value);
    return number === undefined ? undefined : Number(number);
  }
  const text = value.trim().replace(/(?<=\d)_(?=\d)/g, '');
  const special = /^([-+]?)(?:(inf(?:inity)?)|nan)$/i.exec(text);
  if (special) return special[2] === undefined ? Number.NaN : special[1] === '-' ? -Infinity : Infinity;
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : undefined;
}

function toInt(value: Value, otherwise: Value, base: number): Value {
  const exact = typeof value === 'string' ? parseInteger(value, base) : undefined;
  if (exact !== undefined) return exact;
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Undefined) throw value.error;
  const float = parseFloatOf(value);
  if (float === undefined || Number.isNaN(float)) return otherwise;
  if (!Number.isFinite(float))
    throw new JinjaError('OverflowError', 'cannot convert float infinity to integer');
  return toInteger(BigInt(Math.trunc(float)));
}

/** Rounds half to even, by the exact binary value, as Python's `round` does. */
function roundHalfEven(value: number, precision: number): number {
  if (precision > 22 || !Number.isFinite(value)) return value;
  if (precision >= 0) return Number(floatDigits(Math.abs(value), 'f', precision)) * (value < 0 ? -1 : 1);
  const scale = 10 ** -precision;
  return roundHalfEven(value / scale, 0) * scale;
}

function round(value: Value, precision: number, method: Value): Value {
  if (method !== 'common' && method !== 'ceil' && method !== 'floor') {
    throw valueError('method must be common, ceil or floor');
  }
  const number = numeric(value);
  if (value instanceof Undefined) throw value.error;
  if (number === undefined) throw typeError(`type ${typeName(value)} doesn't define __round__ method`);
  if (method === 'common') {
    if (value instanceof PyFloat) return new PyFloat(roundHalfEven(value.value, precision));
    return precision >= 0 ? number : toInteger(BigInt(roundHalfEven(Number(number), precision)));
  }
  const scaled = Number(number) * 10 ** precision;
  const whole = method === 'ceil' ? Math.ceil(scaled) : Math.floor(scaled);
  return precision < 0 ? new PyFloat(whole / 10 ** precision) : binary('/', whole + 0, 10 ** precision);
}

const sizes = 'kMGTPEZY';

function fileSize(value: number, isBinary: boolean): string {
  const base = isBinary ? 1024 : 1000;
  if (value === 1) return '1 Byte';
  if (value < base) return `${Math.trunc(value)} Bytes`;
  let power = 0;
  while (power < sizes.length - 1 && value >= base ** (power + 2)) power++;
  const prefix = isBinary ? `${sizes.charAt(power).toUpperCase()}iB` : `${sizes.charAt(power)}B`;
  return `${floatDigits((base * value) / base ** (power + 2), 'f', 1)} ${prefix}`;
}

export const numberFilters: Filters = [
  [
    'abs',
    native('abs', ['x'], (_, value) => {
      const number = numeric(value as Value);
      if (number === undefined) throw typeError(`bad operand type for abs(): '${typeName(value as Value)}'`);
      return number < 0 ? sign('-', value as Value) : sign('+', value as Value);
    }),
  ],
  [
    'int',
    native('int', ['value', ['default', 0], ['base', 10]], (_, value, otherwise, base) =>
      toInt(value as Value, otherwise as Value, expectInteger(base as Value)),
    ),
  ],
  [
    'float',
    native('float', ['value', ['default', new PyFloat(0)]], (_, value, otherwise) => {
      if (value instanceof Undefined) throw value.error;
      const float = parseFloatOf(value as Value);
      return float === undefined ? (otherwise as Value) : new PyFloat(float);
    }),
  ],
  [
    'round',
    native('round', ['value', ['precision', 0], ['method', 'common']], (_, value, precision, method) =>
      round(value as Value, expectInteger(precision as Value), method as Value),
    ),
  ],
  [
    'filesizeformat',
    native('filesizeformat', ['value', ['binary', false]], (_, value, isBinary) => {
      const number = parseFloatOf(value as Value);
      if (number === undefined) throw valueError('could not convert to float');
      return fileSize(number, isBinary === true);
    }),
  ],
];
