import type { Element } from 'xast';
import type { Place } from '../source/file.js';
import { localName } from '../xml/nodes.js';

/** The five containers of an OVAL document (OVAL 5.11.1, `oval_definitions`). */
export type OvalKind = 'definition' | 'test' | 'object' | 'state' | 'variable';

/** One definition, test, object, state or variable, with the short ids that its author wrote. */
export interface OvalItem {
  readonly kind: OvalKind;
  /** Short and unique within its kind: `postfix_network_listening_disabled`. */
  readonly id: string;
  readonly element: Element;
  readonly origin?: Place;
  /** Only of an external variable, which several files may declare: the least of them all counts. */
  readonly precedence?: string;
}

export const isExternal = ({ element }: OvalItem): boolean => localName(element) === 'external_variable';

/** OVAL by kind and id, each map in document order. */
export type OvalLibrary = Readonly<Record<OvalKind, ReadonlyMap<string, OvalItem>>>;

export const ovalKinds: readonly OvalKind[] = ['definition', 'test', 'object', 'state', 'variable'];

export const emptyOvalLibrary: OvalLibrary = {
  definition: new Map(),
  test: new Map(),
  object: new Map(),
  state: new Map(),
  variable: new Map(),
};
