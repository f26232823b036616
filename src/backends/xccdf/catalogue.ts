import type { Element } from 'xast';
import type { Benchmark } from '../../model/benchmark.js';
import { rulesOf } from '../../model/items.js';
import { element } from '../../xml/nodes.js';

/** The catalogues that items refer to, one `reference` each; those of identifiers are no references. */
export function catalogueReferences(benchmark: Benchmark): Element[] {
  const systems = new Set(rulesOf(benchmark).flatMap((rule) => rule.identifiers.map(({ system }) => system)));
  return [...benchmark.catalogues]
    .filter(([uri]) => !systems.has(uri))
    .map(([href, { title }]) => element('reference', { href }, [title]));
}
