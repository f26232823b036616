import type { Nodes } from 'hast';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Value } from '../model/benchmark.js';
import type { GroupSource, RuleSource } from '../model/content.js';
import type { RichText, ValueReference } from '../model/text.js';
import type { Place } from '../source/file.js';
import { optionType, unknownValue } from './messages.js';

/** Reports options that are not of their Value's type (NIST IR 7275r4, 6.4.5). */
export function checkValue(value: Value, report: Report): void {
  for (const option of value.options) {
    const fits =
      value.type === 'string' ||
      (value.type === 'number' && /^-?\d+(\.\d+)?$/.test(option.value)) ||
      (value.type === 'boolean' && /^(true|false|0|1)$/.test(option.value));
    if (!fits) report(optionType(value, option));
  }
}

/** Reports every reference to a Value that does not exist, in the texts and remediations of an item. */
export function checkReferences(
  item: Value | RuleSource | GroupSource,
  valueIds: ReadonlySet<string>,
  nameOf: (id: string) => string,
  known: readonly string[],
  broken: ReadonlySet<string>,
  report: Report,
): void {
  const look = ({ value, origin }: { readonly value: string; readonly origin?: Place }): void => {
    if (!valueIds.has(value) && !broken.has(nameOf(value)))
      report(unknownValue(nameOf(value), known, origin ?? item.origin));
  };
  for (const text of textsOf(item)) references(text, look);
  if (item.kind === 'rule') {
    for (const { parts } of item.remediations)
      for (const part of parts) if (typeof part !== 'string') look(part);
  }
}

function textsOf(item: Value | RuleSource | GroupSource): RichText[] {
  const texts = [item.title, item.description, ...item.warnings.map(({ text }) => text)];
  if (item.kind !== 'value') texts.push(item.rationale);
  if (item.kind === 'rule' && item.ocil) texts.push(item.ocil.question);
  return texts;
}

function references(node: Nodes, found: (reference: ValueReference) => void): void {
  if (node.type === 'valueReference') found(node);
  else if ('children' in node) for (const child of node.children) references(child, found);
}
