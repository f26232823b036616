import type { Value, ValueOption, ValueType } from '../../../model/benchmark.js';
import { plainText } from '../../../model/text.js';
import { filePlace, type SourceFile } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import { valueSchema } from '../schema/value.js';
import { entriesInOrder } from '../yaml.js';
import { field, warningsOf } from './common.js';
import { readItem } from './read-item.js';
import type { TextContext } from './xhtml.js';

/** Reads a `.var` file; its name is the value's. */
export function readValue(
  env: Environment,
  path: string,
  prefix: string,
  context: TextContext,
): Value | undefined {
  const name = valueName(path);
  const item = readItem(env, path, valueSchema, { id: name });
  if (item === 'broken') env.broken.add(name);
  if (typeof item !== 'object') return undefined;
  const { data, file } = item;
  return {
    kind: 'value',
    id: prefix + name,
    name,
    title: plainText(String(data.title)),
    description: field(item, 'description', context),
    warnings: warningsOf(item, context),
    type: String(data.type) as ValueType,
    operator: data.operator === undefined ? 'equals' : String(data.operator),
    interactive: String(data.interactive).toLowerCase() === 'true',
    options: optionsOf(file, (item.data.options ?? {}) as Readonly<Record<string, unknown>>),
    origin: filePlace(file),
  };
}

export const valueName = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.var'.length);

/** Keys that look like numbers lose their place in an object, so only then the text is asked for the order. */
function optionsOf(file: SourceFile, options: Readonly<Record<string, unknown>>): ValueOption[] {
  const looksLikeNumber = Object.keys(options).some((key) => /^\d+$/.test(key));
  const entries = looksLikeNumber ? entriesInOrder(file, 'options', options) : Object.entries(options);
  return entries.map(([selector, value]) => {
    const option = { value: value === null ? 'None' : String(value) };
    return selector === 'default' ? option : { selector, ...option };
  });
}
