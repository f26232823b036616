import type { Report } from '../../diagnostics/diagnostic.js';
import { type SourceFile, spanPlace } from '../../source/file.js';
import { loadYaml } from '../../source/load-yaml.js';
import { keysInOrder } from '../../source/locate.js';
import { nullType, scalarType, YamlTypes } from '../../source/yaml-types.js';
import { float11, int11, merge11 } from '../../source/yaml11-types.js';
import { yamlError } from './messages.js';

const floatType = float11((value) => value);

/** YAML as PyYAML reads it in a checkout: version 1.1, booleans as words, dates as written. */
const types = new YamlTypes([nullType, int11, floatType, merge11], [scalarType('bool', (word) => word)]);

/** The data of a file; undefined where it is no YAML (reported), null where it holds nothing. */
export function readYaml11(file: SourceFile, report: Report): unknown {
  const result = loadYaml(file.text, { types, unindented: true });
  if ('data' in result) return result.data ?? null;
  report(yamlError(spanPlace(file, result.position), result.reason));
  return undefined;
}

/** The entries of a mapping of a file that was read, in the order of its text; merged ones come first. */
export function entriesInOrder<T>(
  file: SourceFile,
  key: string,
  mapping: Readonly<Record<string, T>>,
): [string, T][] {
  const entries = Object.entries(mapping);
  const lines = keysOfLines(file.text, key);
  const isWhole = lines.length === entries.length && lines.every((name) => Object.hasOwn(mapping, name));
  const order = isWhole
    ? lines
    : keysInOrder(file, [key]).map(({ source, isPlain }) => (isPlain ? plainKey(source) : source));
  const place = ([name]: [string, T]): number => order.indexOf(name);
  return entries.sort((a, b) => place(a) - place(b));
}

/** A line with a key in its usual form: a word or a quoted text. */
const keyLine = /^( +)(?:'([^'\n]*)'|"([^"\\\n]*)"|([\w.]+)) *:(?=\s|$)/;

/**
 * The keys on the lines below the key of a mapping, each further to the right than it and as far as the first. Whether
 * these are all is for whoever knows the mapping to say; nobody need parse the text a second time then.
 */
function keysOfLines(text: string, key: string): string[] {
  const [, below = ''] = text.split(new RegExp(`^${key}:[ ]*\\n`, 'm'));
  const keys: string[] = [];
  let indent: string | undefined;
  for (const line of below.split('\n')) {
    if (/^ *(?:#|$)/.test(line)) continue;
    const [, before, single, double, plain] = keyLine.exec(line) ?? [];
    indent ??= before;
    if (indent === undefined || !line.startsWith(indent)) break;
    if (line.startsWith(`${indent} `)) continue;
    const name = single ?? double ?? (plain === undefined ? undefined : plainKey(plain));
    if (name === undefined || keys.includes(name)) return [];
    keys.push(name);
  }
  return keys;
}

/** A key without quotes may be a number that is written otherwise, as octal. */
const plainKey = (source: string): string =>
  String([int11, floatType].find((type) => type.resolve(source))?.construct(source) ?? source);
