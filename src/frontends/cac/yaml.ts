import { FAILSAFE_SCHEMA } from 'js-yaml';
import type { Report } from '../../diagnostics/diagnostic.js';
import { type SourceFile, spanPlace } from '../../source/file.js';
import { loadYaml } from '../../source/load-yaml.js';
import { keysInOrder } from '../../source/locate.js';
import { nullType, scalarType } from '../../source/yaml-types.js';
import { float11, int11, merge11 } from '../../source/yaml11-types.js';
import { yamlError } from './messages.js';

const floatType = float11((value) => value);

/** YAML as PyYAML reads it in a checkout: version 1.1, booleans as words, dates as written. */
const schema = FAILSAFE_SCHEMA.extend({
  implicit: [nullType, int11, floatType, merge11],
  explicit: [scalarType('bool', (word) => word)],
});

/** The data of a file; undefined where it is no YAML (reported), null where it holds nothing. */
export function readYaml11(file: SourceFile, report: Report): unknown {
  const result = loadYaml(file.text, { schema, unindented: true });
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
  const order = keysInOrder(file, [key]).map(({ source, isPlain }) => (isPlain ? plainKey(source) : source));
  const place = ([name]: [string, T]): number => order.indexOf(name);
  return Object.entries(mapping).sort((a, b) => place(a) - place(b));
}

/** A key without quotes may be a number that is written otherwise, as octal. */
const plainKey = (source: string): string =>
  String([int11, floatType].find((type) => type.resolve(source))?.construct(source) ?? source);
