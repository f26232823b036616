import type { Value, ValueOption, ValueType } from '../../../model/benchmark.js';
import { plainText } from '../../../model/text.js';
import { filePlace } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import { valueSchema } from '../schema/value.js';
import { readOrderedYaml11 } from '../yaml.js';
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
    options: optionsOf(item.data.options, () => orderedOptions(readOrderedYaml11(file, env.report))),
    origin: filePlace(file),
  };
}

export const valueName = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.var'.length);

/** Keys that look like numbers lose their place in an object, so only then the text is read again in order. */
function optionsOf(options: unknown, inOrder: () => ReadonlyMap<unknown, unknown>): ValueOption[] {
  const entries = Object.entries((options ?? {}) as Readonly<Record<string, unknown>>);
  const pairs: Iterable<[unknown, unknown]> = entries.some(([key]) => /^\d+$/.test(key))
    ? inOrder()
    : entries;
  return [...pairs].map(([selector, value]) => {
    const option = { value: value === null ? 'None' : String(value) };
    return selector === 'default'
      ? option
      : { selector: selector === null ? 'None' : String(selector), ...option };
  });
}

const orderedOptions = (data: unknown): ReadonlyMap<unknown, unknown> =>
  (data as ReadonlyMap<string, ReadonlyMap<unknown, unknown>>).get('options') ?? new Map();
