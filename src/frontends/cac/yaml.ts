import {
  binaryTag,
  CORE_SCHEMA,
  defineScalarTag,
  load,
  mergeTag,
  NOT_RESOLVED,
  realMapTag,
  type Schema,
  YAMLException,
} from 'js-yaml';
import type { Report } from '../../diagnostics/diagnostic.js';
import { type SourceFile, spanPlace } from '../../source/file.js';
import { endOfQuoted, indentQuoted, indentUnindented } from '../../source/quoted-lines.js';
import { yamlError } from './messages.js';

/** More aliases than any file of a checkout needs. */
const maxAliases = 1000;

const never = (): boolean => false;

/** Booleans stay the words that stand there. */
const boolTag = defineScalarTag('tag:yaml.org,2002:bool', {
  implicit: false,
  resolve: (source) => source,
  identify: never,
});

const nullTag = defineScalarTag('tag:yaml.org,2002:null', {
  implicit: true,
  implicitFirstChars: ['', '~', 'n', 'N'],
  resolve: (source) =>
    source === '' || source === '~' || source === 'null' || source === 'Null' || source === 'NULL'
      ? null
      : NOT_RESOLVED,
  identify: never,
});

const digits = [...'0123456789'];
const decimal = /^[-+]?(?:0|[1-9][0-9_]*)$/;
const octal = /^([-+]?)0([0-7_]+)$/;
const prefixed = /^([-+]?)(0b[01_]+|0x[0-9a-fA-F_]+)$/;
const sexagesimal = /^([-+]?)([1-9][0-9_]*(?::[0-5]?[0-9])+)$/;

/** YAML 1.1 integers: octal with a leading zero, base 60 with colons; beyond 2^53 the digits as a string. */
const intTag = defineScalarTag('tag:yaml.org,2002:int', {
  implicit: true,
  implicitFirstChars: ['-', '+', ...digits],
  resolve: (source) => {
    if (decimal.test(source)) return integer(source.replace(/[_+]/g, ''));
    const plain = source.replace(/_/g, '');
    let match = octal.exec(plain);
    if (match) return signed(match[1], Number.parseInt(match[2] as string, 8));
    match = prefixed.exec(plain);
    if (match) return signed(match[1], Number(match[2]));
    match = sexagesimal.exec(plain);
    if (match) return signed(match[1], base60(match[2] as string));
    return NOT_RESOLVED;
  },
  identify: never,
});

function integer(text: string): number | string {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text).toString();
}

const signed = (sign: string | undefined, value: number): number => (sign === '-' ? -value : value);

const base60 = (text: string): number => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

const float = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?$/;

/** YAML 1.1 fractions. `1.0` stays the text that Python prints, since a JavaScript number would print `1`. */
const floatTag = defineScalarTag('tag:yaml.org,2002:float', {
  implicit: true,
  implicitFirstChars: ['-', '+', '.', ...digits],
  resolve: (source): number | string | typeof NOT_RESOLVED => {
    if (!float.test(source)) return NOT_RESOLVED;
    const value = Number(source.replace(/_/g, ''));
    return Number.isInteger(value) && Math.abs(value) < 1e16 ? `${value}.0` : value;
  },
  identify: never,
});

/** YAML as PyYAML reads it in a checkout: version 1.1, booleans as words, dates as written. */
const schema = CORE_SCHEMA.withTags(nullTag, boolTag, intTag, floatTag, mergeTag, binaryTag);

/** The same with mappings as Maps, where the order of keys that look like numbers counts. */
const orderedSchema = schema.withTags(realMapTag);

/** The data of a file; undefined where it is no YAML (reported), null where it holds nothing. */
export const readYaml11 = (file: SourceFile, report: Report): unknown => read(file, report, schema);

/** As `readYaml11`, with every mapping a Map. */
export const readOrderedYaml11 = (file: SourceFile, report: Report): unknown =>
  read(file, report, orderedSchema);

/** Why a text is no YAML, and where. */
interface Failure {
  readonly reason: string;
  readonly position: number;
}

function read(file: SourceFile, report: Report, using: Schema): unknown {
  const { text } = file;
  const indented = withIndentedTopQuotes(text);
  if (indented !== text) {
    const usual = attempt(indented, using);
    if ('data' in usual) return usual.data;
  }
  const first = attempt(text, using);
  if ('data' in first) return first.data;
  const repaired = isUnindented(first) ? withIndentedQuotes(text, first, using) : first;
  if ('data' in repaired) return repaired.data;
  // A text of comments only holds no document, which is not a mistake.
  if (/^(?:\s*(?:#[^\n]*)?(?:\n|$))*$/.test(text)) return null;
  report(yamlError(spanPlace(file, repaired.position), repaired.reason));
  return undefined;
}

/** The data, in an object of its own since data may be anything; or what is wrong. */
function attempt(text: string, using: Schema): { readonly data: unknown } | Failure {
  try {
    return { data: load(text, { schema: using, maxAliases }) };
  } catch (error) {
    if (error instanceof YAMLException) return { reason: error.reason, position: error.mark?.position ?? 0 };
    throw error;
  }
}

const isUnindented = ({ reason }: Failure): boolean => reason.startsWith('deficient indentation');

/** The usual case, found before anything is parsed: quoted texts of keys that start in the first column. */
const withIndentedTopQuotes = (text: string): string => indentUnindented(text, /^[\w-]+:[ \t]+(['"])/gm).text;

const opensQuoted = /(?:^|[:\-,[{] *)(['"])/gm;

/** The same for a quoted text anywhere else; goes on as long as each repair leads further down. */
function withIndentedQuotes(text: string, failure: Failure, using: Schema): ReturnType<typeof attempt> {
  const lineStart = text.lastIndexOf('\n', failure.position - 1) + 1;
  const line = lineOf(text, lineStart);
  for (const open of [...text.slice(0, lineStart).matchAll(opensQuoted)].reverse()) {
    const start = open.index + open[0].length;
    const end = endOfQuoted(text, start, open[1] as string);
    if (end < lineStart) continue;
    const indented = indentQuoted(text, [[start, end]]);
    const next = attempt(indented.text, using);
    if ('data' in next) return next;
    const nextLine = lineOf(indented.text, next.position);
    if (isUnindented(next) ? nextLine <= line : nextLine < line) continue;
    const last = isUnindented(next) ? withIndentedQuotes(indented.text, next, using) : next;
    return 'data' in last ? last : { ...last, position: indented.original(last.position) };
  }
  return failure;
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;
