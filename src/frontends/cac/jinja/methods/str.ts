import type { Callable } from '../runtime/values.js';
import { caseMethods } from './str-case.js';
import { formatMethods } from './str-format.js';
import { predicateMethods } from './str-predicates.js';
import { searchMethods } from './str-search.js';
import { splitMethods } from './str-split.js';
import { stripMethods } from './str-strip.js';

/** The methods of `str`. */
export const strMethods: ReadonlyMap<string, Callable> = new Map([
  ...caseMethods,
  ...formatMethods,
  ...predicateMethods,
  ...searchMethods,
  ...splitMethods,
  ...stripMethods,
]);
