import { closest, distance } from 'fastest-levenshtein';
import { filePlace, type Place, type Pointer, type SourceFile, spanPlace } from '../source/file.js';
import type { Diagnostic } from './diagnostic.js';
import { errorAt as error } from './make.js';

/**
 * Every message about sources and their shape, one function each. Nobody formats a message where the mistake
 * is found, so that each has one wording, one code and one place in the documentation.
 */

/** "Did you mean …?", where a known name is near enough to be meant. */
export function didYouMean(name: string, known: readonly string[]): string | undefined {
  const best = nearest(name, known);
  return best === undefined ? undefined : `Did you mean \`${best}\`?`;
}

/** The known name that is near enough to a misspelt one to be meant. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const best = closest(name, known as string[]);
  const limit = name.length < 4 ? Math.min(1, name.length - 1) : Math.max(2, Math.floor(name.length / 3));
  return distance(name, best) <= limit ? best : undefined;
}

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const keyName = (pointer: Pointer): string => {
  const names = pointer.filter((step) => typeof step === 'string');
  return names.length === 0 ? 'the file' : `\`${names.join('.')}\``;
};

// --- files ---

export const rootMissing = (dir: string): Diagnostic =>
  error(
    'root-missing',
    `there is no content root at ${dir}`,
    undefined,
    'Name a folder that holds `scapc.yml`, or a ComplianceAsCode checkout, with --content.',
  );

export const notAContentRoot = (dir: string): Diagnostic =>
  error(
    'no-content',
    `${dir} holds no benchmark content`,
    undefined,
    'A content root has a file `scapc.yml`; a ComplianceAsCode checkout has `products/` and `linux_os/`.',
  );

export const unreadableFile = (path: string, reason: string): Diagnostic =>
  error('unreadable', `${path} cannot be read: ${reason}`, filePlace({ path, text: '' }));

export const linkLeavesRoot = (path: string): Diagnostic =>
  error(
    'link-leaves-root',
    'this symbolic link leads out of the content root',
    filePlace({ path, text: '' }),
    'Content may only read what lies in its own root; copy the file into it.',
  );

export const pathLeavesRoot = (place: Place, path: string): Diagnostic =>
  error(
    'path-leaves-root',
    `the path ${path} leads out of the content root`,
    place,
    'Write a path relative to the content root, without `..` at its start.',
  );

export const fileTooLarge = (path: string, limit: number): Diagnostic =>
  error(
    'file-too-large',
    `the file is larger than ${limit / 1024 / 1024} MiB`,
    filePlace({ path, text: '' }),
    'No source of a benchmark is that large; is it the right file?',
  );

export function fileNotUtf8(path: string, bytes: Uint8Array): Diagnostic {
  const text = new TextDecoder('utf-8').decode(bytes);
  const at = Math.max(0, text.indexOf('\ufffd'));
  return error(
    'not-utf8',
    'this byte is not UTF-8',
    spanPlace({ path, text }, at, at + 1),
    'Save the file as UTF-8.',
  );
}

export const emptyFile = (file: SourceFile): Diagnostic =>
  error('empty-file', 'the file holds nothing', filePlace(file), 'Write its keys, or delete the file.');

export const missingFile = (path: string, why: string, place?: Place): Diagnostic =>
  error('missing-file', `there is no ${path}`, place, why);

// --- YAML ---

export function yamlSyntax(place: Place, reason: string, code?: string): Diagnostic {
  const known: Record<string, [string, string, string]> = {
    DUPLICATE_KEY: [
      'duplicate-key',
      'this key stands here a second time',
      'Keep one of them: YAML does not say which would win.',
    ],
    TAB_AS_INDENT: ['yaml-tab', 'a tab is used for indentation', 'YAML is indented by spaces only.'],
    BLOCK_AS_IMPLICIT_KEY: [
      'yaml-syntax',
      'a text and keys below it cannot both be the value of a key',
      'Give keys of one mapping the same indentation; put a text that holds `: ` into quotes.',
    ],
    MULTILINE_IMPLICIT_KEY: [
      'yaml-syntax',
      'a key must stand on one line',
      'Is a colon missing at the end of this line?',
    ],
    MISSING_CHAR: [
      'yaml-syntax',
      'a quote, bracket or colon is missing',
      'Close what is open here, or put a colon after the key.',
    ],
    BAD_SCALAR_START: ['yaml-syntax', 'a text cannot start with this character', 'Put the text into quotes.'],
    BAD_ALIAS: [
      'yaml-syntax',
      'this alias leads nowhere',
      'Put the text into quotes if it is meant as text.',
    ],
    BAD_DQ_ESCAPE: [
      'yaml-syntax',
      'this is no escape that YAML knows',
      'Use single quotes, in which a backslash is just a backslash.',
    ],
    BAD_INDENT: [
      'yaml-syntax',
      'the indentation does not fit the lines before',
      'Keys of one mapping start in the same column; a text of several lines needs `|-` after its key.',
    ],
  };
  const found = code === undefined ? undefined : known[code];
  if (found) return error(found[0], found[1], place, found[2]);
  return error(
    'yaml-syntax',
    `this is not valid YAML: ${lowerFirst(reason.replace(/\s+/g, ' ').trim())}`,
    place,
  );
}

export const yamlAliasBomb = (place: Place): Diagnostic =>
  error(
    'yaml-alias-bomb',
    'the aliases of this file stand for more data than any benchmark needs',
    place,
    'Write the values out, or use fewer aliases.',
  );

// --- schema ---

export const unknownKey = (
  place: Place,
  key: string,
  known: readonly string[],
  used: readonly string[],
): Diagnostic => {
  const free = known.filter((name) => !used.includes(name));
  return error(
    'unknown-key',
    `unknown key \`${key}\``,
    place,
    didYouMean(key, free) ?? `Known here: ${listed(known)}.`,
  );
};

export const missingKey = (place: Place, key: string, description?: string): Diagnostic =>
  error('missing-key', `the key \`${key}\` is missing`, place, description);

const typeNames: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys to values',
  null: 'nothing',
};

function typeOf(data: unknown): string {
  if (data === null || data === undefined) return 'nothing';
  if (Array.isArray(data)) return 'a list';
  return typeNames[typeof data] ?? typeof data;
}

export function wrongType(
  place: Place,
  pointer: Pointer,
  wanted: readonly string[],
  data: unknown,
): Diagnostic {
  const hint =
    wanted.includes('string') && typeof data !== 'object'
      ? `Put it in quotes: '${String(data)}'.`
      : undefined;
  return error(
    'wrong-type',
    `${keyName(pointer)} must be ${wanted.map((name) => typeNames[name] ?? name).join(' or ')}, not ${typeOf(data)}`,
    place,
    hint,
  );
}

export const notAllowed = (
  place: Place,
  pointer: Pointer,
  data: unknown,
  allowed: readonly string[],
): Diagnostic =>
  typeof data === 'object'
    ? wrongType(place, pointer, ['string'], data)
    : error(
        'not-allowed',
        `${keyName(pointer)} cannot be \`${String(data)}\``,
        place,
        `${didYouMean(String(data), allowed) ?? ''} Allowed: ${listed(allowed)}.`.trim(),
      );

export const wrongFormat = (
  place: Place,
  pointer: Pointer,
  data: string,
  pattern: string,
  description?: string,
): Diagnostic =>
  error(
    'wrong-format',
    `${keyName(pointer)} does not have the form that it needs: \`${data}\``,
    place,
    `${description ?? ''} It must match \`${pattern}\`.`.trim(),
  );

export const oneOfKeys = (place: Place, pointer: Pointer, keys: readonly string[]): Diagnostic =>
  error('one-of', `${keyName(pointer)} needs exactly one of ${listed(keys)}`, place);

export const emptyValue = (place: Place, pointer: Pointer): Diagnostic =>
  error('empty-value', `${keyName(pointer)} is empty`, place, 'Write something, or leave the key out.');

export const repeatedItem = (place: Place, item: unknown): Diagnostic =>
  error('repeated-item', `\`${String(item)}\` stands in this list twice`, place);

export const schemaViolation = (place: Place, pointer: Pointer, reason: string): Diagnostic =>
  error('schema', `${keyName(pointer)} ${reason}`, place);

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
