import type { Root } from 'hast';
import type { Place } from '../source/file.js';

/**
 * Rich text: unified's HTML tree, plus one node for a reference to an XCCDF Value.
 *
 * A front-end makes it from Markdown or XHTML; the XCCDF back-end writes it as XHTML with `sub` elements
 * (NIST IR 7275r4, 6.2.5), the guide as sanitised HTML with the value that a profile chooses.
 */
export type RichText = Root;

/** Stands for the current value of a Value; it is replaced when a profile is known. */
export interface ValueReference {
  readonly type: 'valueReference';
  /** The id of the Value, as in `Value.id`. */
  readonly value: string;
  /** Where an author wrote it. */
  readonly origin?: Place;
}

declare module 'hast' {
  interface ElementContentMap {
    valueReference: ValueReference;
  }
  interface RootContentMap {
    valueReference: ValueReference;
  }
}

export const emptyText: RichText = { type: 'root', children: [] };

/** A text without any markup. */
export const plainText = (value: string): RichText =>
  value === '' ? emptyText : { type: 'root', children: [{ type: 'text', value }] };
