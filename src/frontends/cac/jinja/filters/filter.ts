import type { Callable } from '../runtime/values.js';

/** Filters of one kind, by name. */
export type Filters = readonly (readonly [name: string, filter: Callable])[];
