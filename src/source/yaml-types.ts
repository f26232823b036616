import { FAILSAFE_SCHEMA, Type } from 'js-yaml';

/** A type of scalars; `read` gives undefined where a text is none of them. */
export const scalarType = (name: string, read: (text: string) => unknown): Type =>
  new Type(name.startsWith('!') ? name : `tag:yaml.org,2002:${name}`, {
    kind: 'scalar',
    resolve: (text: string | null) => read(text ?? '') !== undefined,
    construct: (text: string | null) => read(text ?? ''),
  });

const finite = (text: string): number | undefined => {
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
};

/** Reads words, each of which stands for something. */
export const constants =
  (words: Readonly<Record<string, unknown>>) =>
  (text: string): unknown =>
    Object.hasOwn(words, text) ? words[text] : undefined;

const nothing = { '': null, '~': null, null: null, Null: null, NULL: null };
const truth = { true: true, True: true, TRUE: true, false: false, False: false, FALSE: false };

export const nullType = scalarType('null', constants(nothing));

const coreInt = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const coreFloat = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const coreSpecial = /^(?:([-+]?)\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** The core schema of YAML 1.2.2, section 10.3; that of js-yaml 4 knows other numbers. */
export const coreSchema = FAILSAFE_SCHEMA.extend({
  implicit: [
    nullType,
    scalarType('bool', constants(truth)),
    scalarType('int', (text) => (coreInt.test(text) ? finite(text) : undefined)),
    scalarType('float', (text) => {
      if (coreFloat.test(text)) return finite(text);
      const special = coreSpecial.exec(text);
      if (!special) return undefined;
      return special[1] === undefined ? Number.NaN : Number(`${special[1]}Infinity`);
    }),
  ],
});
