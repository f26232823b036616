import type { Place, SourceFile } from '../../../source/file.js';
import type { SelectionSet } from '../profiles/selection.js';

/** A policy: the controls that one control file and its folder define. */
export interface Policy {
  readonly id: string;
  readonly file: SourceFile;
  readonly levels: ReadonlyMap<string, Level>;
  /** In document order, nested controls before the one that holds them. */
  readonly controls: ReadonlyMap<string, Control>;
  /** Whether some of its controls could not be read, so that what names them is not at fault. */
  readonly isIncomplete: boolean;
}

export interface Level {
  readonly id: string;
  readonly inheritsFrom: readonly { readonly id: string; readonly place: Place }[];
}

export interface Control {
  readonly id: string;
  readonly place: Place;
  readonly status: string;
  readonly levels: readonly string[];
  /** What it selects, nested controls included. */
  readonly selections: SelectionSet;
  /** Controls that it takes in by name: `id`, `policy:id` or `policy:all:level`. */
  readonly takesIn: readonly { readonly name: string; readonly place: Place }[];
}

/** What a control may say of itself. */
export const statuses: readonly string[] = [
  'automated',
  'documentation',
  'does not meet',
  'inherently met',
  'manual',
  'not applicable',
  'partial',
  'pending',
  'planned',
  'supported',
];
