import { JinjaError, typeError, valueError } from '../errors.js';
import { numeric } from './compare.js';
import { str } from './print.js';
import { repeat } from './size.js';
import { type IntegerValue, PyFloat, typeName, Undefined, type Value } from './values.js';

/** Python's format specification: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`. */
export interface FormatSpec {
  readonly fill: string;
  readonly align: string;
  readonly sign: string;
  readonly alternate: boolean;
  readonly width: number;
  readonly grouping: string;
  readonly precision: number | undefined;
  readonly type: string;
}

const pattern = /^(?:([\s\S])?([<>=^]))?([-+ ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/u;
const plainPattern = /^(?:([<>=^]))?([-+ ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/u;

/** `format(value, spec)` */
export function formatValue(value: Value, spec: string): string {
  if (spec === '') return str(value);
  if (typeof value === 'string') return formatText(value, parse(spec));
  if (value instanceof Undefined || numeric(value) === undefined) {
    throw typeError(`unsupported format string passed to ${typeName(value)}.__format__`);
  }
  const parsed = parse(spec);
  return formatNumber(value, parsed);
}

function parse(spec: string): FormatSpec {
  const plain = plainPattern.exec(spec);
  const match = plain ? ['', undefined, ...plain.slice(1)] : pattern.exec(spec);
  if (!match) throw valueError(`Invalid format specifier`);
  const [, fill, align, sign, alternate, zero, width, grouping, precision, type] = match;
  return {
    fill: fill ?? (zero ? '0' : ' '),
    align: align ?? (zero ? '=' : ''),
    sign: sign ?? '-',
    alternate: alternate !== undefined,
    width: Number(width ?? 0),
    grouping: grouping ?? '',
    precision: precision === undefined ? undefined : Number(precision),
    type: type ?? '',
  };
}

function formatText(text: string, spec: FormatSpec): string {
  if (spec.type !== '' && spec.type !== 's') {
    throw valueError(`Unknown format code '${spec.type}' for object of type 'str'`);
  }
  if (spec.align === '=' && spec.fill !== '0') {
    throw valueError("'=' alignment not allowed in string format specifier");
  }
  const characters = [...text];
  const cut = spec.precision === undefined ? text : characters.slice(0, spec.precision).join('');
  return pad(cut, '', { ...spec, align: spec.align === '=' ? '<' : spec.align || '<' });
}

function formatNumber(value: Value, spec: FormatSpec): string {
  const number = numeric(value) as number | bigint;
  const float = value instanceof PyFloat;
  if (spec.type === 'c' && !float)
    return pad(String.fromCodePoint(Number(number)), '', { ...spec, align: spec.align || '<' });
  const negative = number < 0 || Object.is(number, -0);
  const body =
    !float && 'bdoxXn'.includes(spec.type)
      ? formatInteger(magnitude(number), spec)
      : formatFloat(Math.abs(Number(number)), spec, float);
  const sign = negative ? '-' : spec.sign === '-' ? '' : spec.sign;
  return pad(body, sign, { ...spec, align: spec.align || '>' });
}

const magnitude = (number: IntegerValue): bigint => (number < 0 ? -BigInt(number) : BigInt(number));

const radix: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16, X: 16 };

export function formatInteger(
  value: bigint,
  spec: Pick<FormatSpec, 'type' | 'alternate' | 'grouping'>,
): string {
  const base = radix[spec.type] ?? 10;
  const digits = group(value.toString(base), spec.grouping, base === 10 ? 3 : 4);
  const prefixed = spec.alternate && base !== 10 ? `0${spec.type}${digits}` : digits;
  return spec.type === 'X' ? prefixed.toUpperCase() : prefixed;
}

const group = (digits: string, separator: string, size: number): string =>
  separator === '' ? digits : digits.replace(new RegExp(`\\B(?=(.{${size}})+$)`, 'g'), separator);

function formatFloat(value: number, spec: FormatSpec, float: boolean): string {
  const text = floatDigits(value, spec.type === '' && !float ? 'd' : spec.type, spec.precision);
  const [whole, rest = ''] = text.split(/(?=[.e%])/, 2) as [string, string?];
  const tail = text.slice(whole.length);
  return spec.grouping === '' || rest === 'inf' ? text : group(whole, spec.grouping, 3) + tail;
}

/** The digits of a non-negative float in one of Python's presentations. */
export function floatDigits(value: number, type: string, precision: number | undefined): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : 'inf';
  if (precision !== undefined && precision > 100)
    throw new JinjaError('LimitError', 'precision is larger than 100');
  switch (type) {
    case 'd':
      return String(value);
    case 'f':
    case 'F':
      return fixed(value, precision ?? 6);
    case 'e':
    case 'E': {
      const text = pythonExponent(value.toExponential(precision ?? 6));
      return type === 'E' ? text.toUpperCase() : text;
    }
    case 'g':
    case 'G':
      return general(value, precision ?? 6);
    case '%':
      return `${fixed(value * 100, precision ?? 6)}%`;
    case '':
      return precision === undefined ? str(new PyFloat(value)) : general(value, precision);
    default:
      throw valueError(`Unknown format code '${type}' for object of type 'float'`);
  }
}

/** Python rounds the exact binary value to even; `toFixed` does so except for an exact tie. */
function fixed(value: number, precision: number): string {
  if (value >= 1e21) return BigInt(value).toString() + (precision > 0 ? `.${'0'.repeat(precision)}` : '');
  const text = value.toFixed(precision);
  const scaled = value * 10 ** precision;
  const tie =
    precision < 16 &&
    scaled % 1 === 0.5 &&
    scaled / 10 ** precision === value &&
    isExactTie(value, precision);
  return tie && Math.floor(scaled) % 2 === 0
    ? (Math.floor(scaled) / 10 ** precision).toFixed(precision)
    : text;
}

const isExactTie = (value: number, precision: number): boolean =>
  value
    .toFixed(Math.min(100, precision + 30))
    .replace(/0+$/, '')
    .split('.')[1]?.length ===
  precision + 1;

function general(value: number, precision: number): string {
  const digits = Math.max(1, precision);
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e') as [string, string];
  const power = Number(exponent);
  if (power < -4 || power >= digits) {
    return pythonExponent(
      `${mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa}e${exponent}`,
    );
  }
  const text = value.toFixed(Math.max(0, digits - 1 - power));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** At least two digits in the exponent. */
const pythonExponent = (text: string): string => text.replace(/e([-+])(\d)$/, 'e$10$2');

function pad(body: string, sign: string, spec: FormatSpec): string {
  const missing = spec.width - [...body].length - sign.length;
  if (missing <= 0) return sign + body;
  switch (spec.align) {
    case '<':
      return sign + body + repeat(spec.fill, missing);
    case '^': {
      const left = missing >> 1;
      return repeat(spec.fill, left) + sign + body + repeat(spec.fill, missing - left);
    }
    case '=':
      return sign + repeat(spec.fill, missing) + body;
    default:
      return repeat(spec.fill, missing) + sign + body;
  }
}
