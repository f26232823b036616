import type { Callable } from '../runtime/values.js';
import { aggregateFilters } from './aggregate.js';
import { chooseFilters } from './choose.js';
import { dictFilters } from './dict.js';
import { indentFilters } from './indent.js';
import { markupFilters } from './markup.js';
import { numberFilters } from './number.js';
import { orderFilters } from './order.js';
import { sequenceFilters } from './sequence.js';
import { textFilters } from './text.js';
import { urlFilters } from './url.js';
import { wrapFilters } from './wrap.js';

/** Jinja2's filters; without `pprint`, `random` and `urlize`. */
export const builtinFilters: ReadonlyMap<string, Callable> = new Map<string, Callable>([
  ...aggregateFilters,
  ...chooseFilters,
  ...dictFilters,
  ...indentFilters,
  ...markupFilters,
  ...numberFilters,
  ...orderFilters,
  ...sequenceFilters,
  ...textFilters,
  ...urlFilters,
  ...wrapFilters,
]);
