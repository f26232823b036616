import { JinjaError, typeError, valueError } from '../errors.js';
import { limits } from '../limits.js';
import type { BinaryOperator } from '../syntax/ast.js';
import { numeric } from './compare.js';
import { percentFormat } from './percent-format.js';
import { checkLength, repeat } from './size.js';
import { type IntegerValue, PyFloat, PyTuple, typeName, Undefined, type Value } from './values.js';

const largest = 10n ** BigInt(limits.digits);

/** An integer that may be too large for a number, or far too large. */
export function toInteger(value: bigint): IntegerValue {
  if (value > largest || value < -largest) {
    throw new JinjaError('LimitError', `an integer has more than ${limits.digits} digits`);
  }
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** `left operator right` for two operands of any type. */
export function binary(operator: BinaryOperator, left: Value, right: Value): Value {
  if (operator === '+' && typeof left === 'string' && typeof right === 'string') {
    checkLength(left.length + right.length);
    return left + right;
  }
  if (operator === '%' && typeof left === 'string') return percentFormat(left, right);
  const [a, b] = [numeric(left), numeric(right)];
  if (a !== undefined && b !== undefined) {
    return left instanceof PyFloat || right instanceof PyFloat
      ? floats(operator, Number(a), Number(b))
      : integers(operator, a, b);
  }
  if (left instanceof Undefined) throw left.error;
  if (right instanceof Undefined) throw right.error;
  const sequence =
    operator === '+' ? joined(left, right) : operator === '*' ? repeated(left, right) : undefined;
  if (sequence !== undefined) return sequence;
  const name = operator === '**' ? '** or pow()' : operator;
  throw typeError(`unsupported operand type(s) for ${name}: '${typeName(left)}' and '${typeName(right)}'`);
}

function joined(left: Value, right: Value): Value | undefined {
  if (Array.isArray(left) && Array.isArray(right)) {
    checkItems(left.length + right.length);
    return [...left, ...right];
  }
  if (left instanceof PyTuple && right instanceof PyTuple) {
    checkItems(left.values.length + right.values.length);
    return new PyTuple([...left.values, ...right.values]);
  }
  return undefined;
}

function checkItems(count: number): void {
  if (count > limits.list)
    throw new JinjaError('LimitError', `a list would have more than ${limits.list} items`);
}

function repeated(left: Value, right: Value): Value | undefined {
  const [sequence, count] = isInteger(right) ? [left, right] : [right, left];
  if (!isInteger(count)) return undefined;
  const times = Math.max(0, Number(count));
  if (typeof sequence === 'string') return repeat(sequence, times);
  if (Array.isArray(sequence)) return repeatItems(sequence, times);
  return sequence instanceof PyTuple ? new PyTuple(repeatItems(sequence.values, times)) : undefined;
}

const isInteger = (value: Value): value is IntegerValue | boolean =>
  typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';

function repeatItems(items: readonly Value[], times: number): Value[] {
  if (items.length === 0) return [];
  checkItems(items.length * times);
  return Array.from({ length: items.length * times }, (_, i) => items[i % items.length] as Value);
}

function integers(operator: BinaryOperator, a: IntegerValue, b: IntegerValue): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const quick = smallIntegers(operator, a, b);
    if (quick !== undefined) return quick;
  }
  return bigIntegers(operator, BigInt(a), BigInt(b));
}

/** The result if it is exact in JavaScript's numbers. */
function smallIntegers(operator: BinaryOperator, a: number, b: number): Value | undefined {
  let result: number;
  switch (operator) {
    case '+':
      result = a + b;
      break;
    case '-':
      result = a - b;
      break;
    case '*':
      result = a * b + 0;
      break;
    case '/':
      if (b === 0) throw new JinjaError('ZeroDivisionError', 'division by zero');
      return new PyFloat(a / b);
    case '//':
      if (b === 0) throw new JinjaError('ZeroDivisionError', 'integer division or modulo by zero');
      result = (a - modulo(a, b)) / b + 0;
      break;
    case '%':
      if (b === 0) throw new JinjaError('ZeroDivisionError', 'integer modulo by zero');
      result = modulo(a, b);
      break;
    case '**':
      if (b < 0) return floats(operator, a, b);
      result = a ** b;
      break;
  }
  return Number.isSafeInteger(result) ? result : undefined;
}

/** The remainder with the sign of the divisor, never -0. */
function modulo(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest + 0;
}

function bigIntegers(operator: BinaryOperator, a: bigint, b: bigint): Value {
  switch (operator) {
    case '+':
      return toInteger(a + b);
    case '-':
      return toInteger(a - b);
    case '*':
      return toInteger(a * b);
    case '/':
      if (b === 0n) throw new JinjaError('ZeroDivisionError', 'division by zero');
      return new PyFloat(finite(divide(a, b)));
    case '//':
    case '%': {
      if (b === 0n) throw new JinjaError('ZeroDivisionError', 'integer division or modulo by zero');
      const rest = a % b;
      const positive = rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
      return toInteger(operator === '%' ? positive : (a - positive) / b);
    }
    case '**':
      return power(a, b);
  }
}

/** The float next to the exact quotient: 66 bits of it and a sticky one round as the whole would. */
function divide(a: bigint, b: bigint): number {
  const bits = (value: bigint): number => value.toString(16).replace('-', '').length * 4;
  const shift = BigInt(Math.max(0, 70 - (bits(a) - bits(b))));
  const scaled = a << shift;
  const quotient = scaled / b;
  const sticky = scaled % b === 0n ? quotient : quotient | 1n;
  return Number(sticky) / 2 ** Number(shift);
}

function power(a: bigint, b: bigint): Value {
  if (b < 0n) return floats('**', Number(a), Number(b));
  const digits = a.toString().length * Number(b);
  if (digits > 4 * limits.digits && a !== 1n && a !== -1n && a !== 0n) {
    throw new JinjaError('LimitError', `an integer has more than ${limits.digits} digits`);
  }
  return toInteger(a === 1n || a === 0n ? a : a === -1n ? (b % 2n === 0n ? 1n : -1n) : a ** b);
}

function finite(value: number): number {
  if (!Number.isFinite(value))
    throw new JinjaError('OverflowError', 'integer division result too large for a float');
  return value;
}

function floats(operator: BinaryOperator, a: number, b: number): Value {
  switch (operator) {
    case '+':
      return new PyFloat(a + b);
    case '-':
      return new PyFloat(a - b);
    case '*':
      return new PyFloat(a * b);
    case '/':
      if (b === 0) throw new JinjaError('ZeroDivisionError', 'float division by zero');
      return new PyFloat(a / b);
    case '//':
      if (b === 0) throw new JinjaError('ZeroDivisionError', 'float floor division by zero');
      return new PyFloat(floorDivision(a, b));
    case '%':
      if (b === 0) throw new JinjaError('ZeroDivisionError', 'float modulo');
      return new PyFloat(floatModulo(a, b));
    case '**':
      return floatPower(a, b);
  }
}

function floatModulo(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return rest < 0 !== b < 0 ? rest + b : rest;
}

function floorDivision(a: number, b: number): number {
  const quotient = (a - floatModulo(a, b)) / b;
  if (quotient === 0) return a / b < 0 ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function floatPower(a: number, b: number): Value {
  if (a === 0 && b < 0) throw new JinjaError('ZeroDivisionError', '0.0 cannot be raised to a negative power');
  if (a < 0 && !Number.isInteger(b)) throw valueError('complex numbers are not supported');
  if (a === 1) return new PyFloat(1);
  const result = a ** b;
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b)) {
    throw new JinjaError('OverflowError', 'Numerical result out of range');
  }
  return new PyFloat(result);
}

/** `+value` or `-value` */
export function sign(operator: '+' | '-', value: Value): Value {
  if (value instanceof PyFloat) return operator === '-' ? new PyFloat(-value.value) : value;
  const number = numeric(value);
  if (number === undefined) {
    if (value instanceof Undefined) throw value.error;
    throw typeError(`bad operand type for unary ${operator}: '${typeName(value)}'`);
  }
  if (operator === '+') return number;
  return typeof number === 'bigint' ? toInteger(-number) : 0 - number;
}
