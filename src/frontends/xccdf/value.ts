import type { Value, ValueOption, ValueType } from '../../model/benchmark.js';
import { type PlacedElement, textOf } from '../../xml/nodes.js';
import { itemOf } from './item.js';
import { all, flag, type Scope } from './scope.js';
import { words } from './text.js';

/** XCCDF `Value` (NIST IR 7275r4, 6.4.5). */
export function readValue(element: PlacedElement, end: number, scope: Scope): Value {
  const { type = 'string', operator = 'equals', interactive } = element.attributes;
  return {
    kind: 'value',
    ...itemOf(element, end, scope),
    type: (type === 'number' || type === 'boolean' ? type : 'string') satisfies ValueType,
    operator,
    interactive: flag(interactive, false),
    options: optionsOf(element),
  };
}

/** `value` and `complex-value`, a list whose items become one text. */
function optionsOf(element: PlacedElement): ValueOption[] {
  const options: ValueOption[] = [];
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    let value: string;
    if (child.name === 'xccdf:value') value = textOf(child);
    else if (child.name === 'xccdf:complex-value') {
      value = all(child, 'xccdf:item').map(words).join(', ');
    } else continue;
    const { selector } = child.attributes;
    options.push(selector === undefined || selector === '' ? { value } : { selector, value });
  }
  return options;
}
