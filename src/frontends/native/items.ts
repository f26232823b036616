import type { Item, Warning } from '../../model/benchmark.js';
import type { Sourced } from '../../model/content.js';
import { plainText } from '../../model/text.js';
import { filePlace, type Pointer, type SourceFile, valuePlace } from '../../source/file.js';
import { itemId, richText, type Scope } from './scope.js';

interface ItemData {
  readonly title: string;
  readonly description: string;
  readonly warnings?: readonly Readonly<Record<string, string>>[];
}

/** What Groups, Rules and Values have in common. */
export function readItem(
  scope: Scope,
  kind: 'group' | 'rule' | 'value',
  name: string,
  file: SourceFile,
  data: ItemData,
): Item {
  return {
    id: itemId(scope, kind, name),
    name,
    title: plainText(data.title),
    description: richText(scope, file, ['description'], data.description),
    warnings: readWarnings(scope, file, data.warnings ?? []),
    origin: filePlace(file),
  };
}

const readWarnings = (
  scope: Scope,
  file: SourceFile,
  warnings: readonly Readonly<Record<string, string>>[],
): Warning[] =>
  warnings.flatMap((warning, i) =>
    Object.entries(warning).map(([category, text]) => ({
      category,
      text: richText(scope, file, ['warnings', i, category], text),
    })),
  );

/** The entries of a list of names, each with its place. */
export const sourcedList = (
  file: SourceFile,
  key: string,
  names: readonly string[] = [],
): Sourced<string>[] => names.map((value, i) => sourced(file, [key, i], value));

export const sourced = (file: SourceFile, pointer: Pointer, value: string): Sourced<string> => ({
  value,
  place: valuePlace(file, pointer),
});
