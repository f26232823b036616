import { JinjaError } from '../errors.js';

const simple: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const escapeSequence = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/gu;

/**
 * The text that a string literal stands for: `body` is what its quotes enclose. Escapes are Python's, unknown
 * ones stay as they are.
 *
 * @throws JinjaError for an escape that is cut off
 */
export function decodeString(body: string): string {
  if (!body.includes('\\')) return body;
  return body.replace(
    escapeSequence,
    (whole, octal?: string, x?: string, u?: string, long?: string, other?: string) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      const hex = x ?? u ?? long;
      if (hex !== undefined) return fromHex(hex);
      const character = other as string;
      if (Object.hasOwn(simple, character)) return simple[character] as string;
      if (character === 'x' || character === 'u' || character === 'U' || character === 'N') {
        throw new JinjaError('TemplateSyntaxError', `truncated or unknown escape \\${character} in a string`);
      }
      return (character.codePointAt(0) as number) < 0x80 ? whole : `\\${asciiEscape(character)}`;
    },
  );
}

function fromHex(hex: string): string {
  const code = Number.parseInt(hex, 16);
  if (code > 0x10ffff) throw new JinjaError('TemplateSyntaxError', 'illegal Unicode character in a string');
  return String.fromCodePoint(code);
}

/** Jinja writes every other character as an escape before it decodes; a backslash before one takes it apart. */
function asciiEscape(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code < 0x100) return `x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `u${code.toString(16).padStart(4, '0')}` : `U${code.toString(16).padStart(8, '0')}`;
}
