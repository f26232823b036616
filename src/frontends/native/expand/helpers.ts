import { regexLiteral } from './escape.js';

/** What the `value` helper gives: a reference, not a text. */
export class ValueName {
  constructor(readonly name: string) {}
}

/** A mistake in a call, told to the author at the place of the call. */
export class HelperError extends Error {
  /** Number of the piece of the template that holds the call, once `put` knows it. */
  piece?: number;
}

type Helper = (name: string, args: readonly unknown[]) => unknown;

const count = (name: string, args: readonly unknown[], wanted: number): void => {
  if (args.length !== wanted) {
    throw new HelperError(
      `\`${name}\` takes ${wanted === 1 ? 'one argument' : `${wanted} arguments`}, not ${args.length}`,
    );
  }
};

const text = (name: string, value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new HelperError(`\`${name}\` needs a text, not ${Array.isArray(value) ? 'a list' : 'a mapping'}`);
};

/** The helpers of the native format, beside Handlebars' own `if`, `unless` and `each`. */
export const helpers: Readonly<Record<string, Helper>> = {
  value: (name, args) => {
    count(name, args, 1);
    return new ValueName(text(name, args[0]));
  },
  regex: (name, args) => {
    count(name, args, 1);
    return regexLiteral(text(name, args[0]));
  },
  eq: (name, args) => {
    count(name, args, 2);
    return args[0] === args[1];
  },
  ne: (name, args) => {
    count(name, args, 2);
    return args[0] !== args[1];
  },
  not: (name, args) => {
    count(name, args, 1);
    return !args[0];
  },
  and: (_name, args) => args.every(Boolean),
  or: (_name, args) => args.some(Boolean),
  contains: (name, args) => {
    count(name, args, 2);
    const [list, item] = args;
    if (Array.isArray(list)) return list.includes(item);
    return text(name, list).includes(text(name, item));
  },
  join: (name, args) => {
    count(name, args, 2);
    const [list, separator] = args;
    if (!Array.isArray(list)) throw new HelperError('`join` needs a list as its first argument');
    return list.map((item) => text(name, item)).join(text(name, separator));
  },
};
