import type { Element } from 'xast';
import type { Value } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';
import { itemElements } from './item.js';

/** Something to tailor: `Value` (NIST IR 7275r4, 6.4.5). */
export const valueElement = (value: Value): Element =>
  element('Value', attributes(value), [
    ...itemElements(value),
    ...value.options.map((option) => element('value', { selector: option.selector }, [option.value])),
  ]);

/** `equals` and "not interactive" are the schema's defaults. */
const attributes = ({ id, type, operator, interactive }: Value): Record<string, string | undefined> => ({
  id,
  type,
  operator: operator === 'equals' ? undefined : operator,
  interactive: interactive ? 'true' : undefined,
});
