import { FAILSAFE_SCHEMA, type Schema, Type } from 'js-yaml';

/** What scalars of a kind of documents stand for. */
export class YamlTypes {
  readonly schema: Schema;
  readonly #implicit: readonly Type[];
  // Of keys there are few, each in hundreds of files.
  readonly #keys = new Map<string, string>();

  /**
   * @param implicit the types of scalars without a tag, the first that fits
   * @param explicit what is written with a tag
   */
  constructor(implicit: Type[], explicit: Type[] = []) {
    this.schema = FAILSAFE_SCHEMA.extend({ implicit, explicit });
    this.#implicit = implicit;
  }

  /** What a plain scalar, one without quotes, stands for. */
  plain(text: string): unknown {
    const { length } = this.#implicit;
    for (let at = 0; at < length; at++) {
      const type = this.#implicit[at] as Type;
      if (type.resolve(text)) return type.construct(text);
    }
    return text;
  }

  /** The same of a key, which is a text whatever it stands for. */
  key(text: string): string {
    let key = this.#keys.get(text);
    if (key === undefined) {
      key = String(this.plain(text));
      this.#keys.set(text, key);
    }
    return key;
  }
}

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

/** Reads words, each of which stands for something. Most texts are longer than any, which is faster asked. */
export function constants(words: Readonly<Record<string, unknown>>): (text: string) => unknown {
  const longest = Math.max(...Object.keys(words).map(({ length }) => length));
  return (text) => (text.length <= longest && Object.hasOwn(words, text) ? words[text] : undefined);
}

/** Whether a text starts as numbers do: most texts do not, and no pattern need look at them. */
export function startsLikeNumber(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d || first === 0x2e;
}

const nothing = { '': null, '~': null, null: null, Null: null, NULL: null };
const truth = { true: true, True: true, TRUE: true, false: false, False: false, FALSE: false };

export const nullType = scalarType('null', constants(nothing));

const coreInt = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const coreFloat = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const coreSpecial = /^(?:([-+]?)\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Those of the core schema of YAML 1.2.2, section 10.3; that of js-yaml 4 knows other numbers. */
export const coreTypes = new YamlTypes([
  nullType,
  scalarType('bool', constants(truth)),
  scalarType('int', (text) => (startsLikeNumber(text) && coreInt.test(text) ? finite(text) : undefined)),
  scalarType('float', (text) => {
    if (!startsLikeNumber(text)) return undefined;
    if (coreFloat.test(text)) return finite(text);
    const special = coreSpecial.exec(text);
    if (!special) return undefined;
    return special[1] === undefined ? Number.NaN : Number(`${special[1]}Infinity`);
  }),
]);
