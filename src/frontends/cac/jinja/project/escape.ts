import { createHash } from 'node:crypto';

/** Puts a backslash before every character that means something in a regular expression, white space excepted. */
export const escapeRegex = (text: string): string => text.replace(/[#$&*+.?^`|~:()[\]-]/g, '\\$&');

/** An id for OVAL: runs of other characters than letters, digits and `_` become one `_`, none at the ends. */
export const escapeId = (text: string): string =>
  text.replace(/[^\p{L}\p{N}_]+/gu, '_').replace(/^_+|_+$/g, '');

/** A YAML key for OVAL's `field`, which knows no upper case: `^` before each capital, then all in lower case. */
export const escapeYamlKey = (text: string): string => text.replace(/[A-Z^]/g, '^$&').toLowerCase();

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A word for a POSIX shell, as Python's `shlex.quote` writes it. */
export function shellQuote(text: string): string {
  if (text === '') return "''";
  return /[^\w@%+=:,./-]/.test(text) ? `'${text.replaceAll("'", `'"'"'`)}'` : text;
}

/** A banner's text as a regular expression: blanks match any white space, newlines also their escaped form. */
export function bannerRegex(text: string): string {
  const escaped = escapeRegex(text);
  return escaped.replace(/[ \n]/g, (character) =>
    character === ' ' ? '[\\s\\n]+' : '(?:[\\n]+|(?:\\\\n)+)',
  );
}

export const anchored = (text: string): string => `^${text}$`;
