import type { Element } from 'xast';
import type { Benchmark } from '../../model/benchmark.js';
import type { Fact } from '../../model/platform.js';
import { element } from '../../xml/nodes.js';
import { asUri } from '../cpe-name.js';
import { itemElement } from './item.js';
import { namedCpes } from './named-cpes.js';

/**
 * A CPE dictionary: `cpe-list` (NIST IR 7697), with the facts whose CPE name something in the benchmark
 * names. Facts in platform expressions need no entry, since XCCDF names their checks directly.
 */
export function cpeDictionary(benchmark: Benchmark): Element | undefined {
  const named = namedCpes(benchmark);
  const facts = new Map<string, Fact>();
  for (const fact of benchmark.facts.values()) {
    const name = asUri(fact.cpe);
    if (named.has(name)) facts.set(name, fact);
  }
  if (facts.size === 0) return undefined;
  return element(
    'cpe-list',
    {
      xmlns: 'http://cpe.mitre.org/dictionary/2.0',
      'xmlns:cpe-23': 'http://scap.nist.gov/schema/cpe-extension/2.3',
    },
    [...facts.values()].map((fact) => itemElement(fact, benchmark)),
  );
}
