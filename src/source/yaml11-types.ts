import type { Type } from 'js-yaml';
import { constants, scalarType, startsLikeNumber } from './yaml-types.js';

/** The scalars of YAML 1.1, as PyYAML reads them; dates stay as written. */

const yes = ['yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'];
const no = ['no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'];

export const bool11 = scalarType(
  'bool',
  constants(Object.fromEntries([...yes.map((word) => [word, true]), ...no.map((word) => [word, false])])),
);

const decimal = /^[-+]?(?:0|[1-9][0-9_]*)$/;
const octal = /^([-+]?)0([0-7_]+)$/;
const prefixed = /^([-+]?)(0b[01_]+|0x[0-9a-fA-F_]+)$/;
const sexagesimal = /^([-+]?)([1-9][0-9_]*(?::[0-5]?[0-9])+)$/;

/** Octal with a leading zero, base 60 with colons; beyond 2^53 the digits as a string. */
export const int11 = scalarType('int', (source) => {
  if (!startsLikeNumber(source)) return undefined;
  if (decimal.test(source)) return integer(source.replace(/[_+]/g, ''));
  const plain = source.replace(/_/g, '');
  let match = octal.exec(plain);
  if (match) return signed(match[1], Number.parseInt(match[2] as string, 8));
  match = prefixed.exec(plain);
  if (match) return signed(match[1], Number(match[2]));
  match = sexagesimal.exec(plain);
  if (match) return signed(match[1], base60(match[2] as string));
  return undefined;
});

function integer(text: string): number | string {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text).toString();
}

const signed = (sign: string | undefined, value: number): number => (sign === '-' ? -value : value);

const base60 = (text: string): number => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

const float = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?$/;

/**
 * Fractions. A JavaScript number would print `1.0` as `1`, so `make` gets such a one as the text that Python prints.
 */
export const float11 = (make: (value: number | string) => unknown): Type =>
  scalarType('float', (source) => {
    if (!startsLikeNumber(source) || !float.test(source)) return undefined;
    const value = Number(source.replace(/_/g, ''));
    return make(Number.isInteger(value) && Math.abs(value) < 1e16 ? `${value}.0` : value);
  });

/** The key `<<`, whose value js-yaml merges into the mapping. */
export const merge11 = scalarType('merge', (source) => (source === '<<' ? source : undefined));
