import type { Value, ValueOption } from '../../model/benchmark.js';
import type { ValueData } from '../../schema/value.js';
import { valuePlace } from '../../source/file.js';
import { readItem } from './items.js';
import { type Document, readDocument, type Scope } from './scope.js';

/** Reads `<name>.var`. */
export function readValue(scope: Scope, path: string, name: string): Value | undefined {
  const document = readDocument<ValueData>(scope, 'value', path);
  return document && toValue(scope, name, document);
}

const toValue = (scope: Scope, name: string, { file, data }: Document<ValueData>): Value => ({
  kind: 'value',
  ...readItem(scope, 'value', name, file, data),
  type: data.type,
  operator: data.operator ?? 'equals',
  interactive: data.interactive ?? false,
  options: Object.entries(data.options).map(
    ([selector, value]): ValueOption => ({
      ...(selector === 'default' ? {} : { selector }),
      value: String(value),
      origin: valuePlace(file, ['options', selector]),
    }),
  ),
});
