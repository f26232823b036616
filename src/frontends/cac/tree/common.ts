import type { Warning } from '../../../model/benchmark.js';
import type { Sourced } from '../../../model/content.js';
import type { RichText } from '../../../model/text.js';
import { type Pointer, valuePlace } from '../../../source/file.js';
import type { ItemFile } from './read-item.js';
import { richText, type TextContext } from './xhtml.js';

/** A text field of an item. */
export const field = ({ file, data }: ItemFile, key: string, context: TextContext): RichText =>
  richText(data[key], valuePlace(file, [key]), context);

export function warningsOf({ file, data }: ItemFile, context: TextContext): Warning[] {
  const list = Array.isArray(data.warnings) ? data.warnings : [];
  return list.flatMap((warning: Readonly<Record<string, unknown>>, index) => {
    const [category] = Object.keys(warning);
    if (category === undefined) return [];
    return {
      category,
      text: richText(warning[category], valuePlace(file, ['warnings', index, category]), context),
    };
  });
}

/** A list of names, or one name alone. */
export function namesOf({ file, data }: ItemFile, key: string): Sourced<string>[] {
  const value = data[key];
  if (value === undefined || value === null) return [];
  const at = (pointer: Pointer, name: unknown): Sourced<string> => ({
    value: String(name),
    place: valuePlace(file, pointer),
  });
  return Array.isArray(value) ? value.map((name, index) => at([key, index], name)) : [at([key], value)];
}

/** `platforms` and `platform`, each expression once. */
export function platformsOf(item: ItemFile): Sourced<string>[] {
  const out = new Map<string, Sourced<string>>();
  for (const name of [...namesOf(item, 'platforms'), ...namesOf(item, 'platform')]) {
    if (name.value !== '' && !out.has(name.value)) out.set(name.value, name);
  }
  return [...out.values()];
}
