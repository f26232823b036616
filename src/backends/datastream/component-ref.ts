import type { Element } from 'xast';
import { element } from '../../xml/nodes.js';

/** What a component calls another one, and which one that is. */
export interface CatalogueEntry {
  readonly name: string;
  readonly uri: string;
}

/** A link to a component here or elsewhere: `component-ref` (NIST SP 800-126r3, 3.1.2.3). */
export const componentRef = (id: string, href: string, catalogue: readonly CatalogueEntry[] = []): Element =>
  element('ds:component-ref', { id, 'xlink:href': href }, [
    catalogue.length === 0
      ? undefined
      : element(
          'cat:catalog',
          {},
          catalogue.map(({ name, uri }) => element('cat:uri', { name, uri })),
        ),
  ]);
