import type { OvalLibrary } from '../../../model/oval.js';
import type { ShowValue } from '../text/rich-text.js';

/** What the pieces of a check need to write themselves. */
export interface OvalContext {
  readonly library: OvalLibrary;
  readonly showValue: ShowValue;
  /** The Value that each external variable gets, by the name of the variable. */
  readonly exports: ReadonlyMap<string, string>;
  /** The address of a definition that others extend. */
  readonly definitionAnchor: (id: string) => string;
  /** What an object collects and what a variable holds: these two name each other, as deep as a file likes. */
  readonly objectHtml: (id: string, context: OvalContext, depth: number) => string;
  readonly variableHtml: (id: string, context: OvalContext, depth: number) => string;
}

/** Deeper than any real content; ends a circle of objects and variables that a foreign file may hold. */
export const deepest = 6;
