import type { Element } from 'xast';
import type { Benchmark } from '../../model/benchmark.js';
import { type OvalKind, type OvalLibrary, ovalKinds } from '../../model/oval.js';
import { ovalPrefixes } from '../../model/oval-namespaces.js';
import { element } from '../../xml/nodes.js';
import type { Generation } from '../generation.js';
import { ovalId } from '../names.js';
import { ovalCommonNamespace, ovalDefinitionsNamespace } from '../namespaces.js';
import { withAffected } from './affected.js';
import { generatorElement } from './generator.js';
import { LinkedIds } from './linked-ids.js';
import { usedPrefixes } from './prefixes.js';

/** An `oval_definitions` document of a library, in its order (OVAL 5.11.1). */
export function ovalDocument(
  library: OvalLibrary,
  { naming, productName }: Pick<Benchmark, 'naming' | 'productName'>,
  generation: Generation,
): Element {
  const ids = new LinkedIds((kind, id) => ovalId(naming, kind, id));
  const containers: Element[] = [];
  for (const kind of ovalKinds) {
    const items = [...library[kind].values()].map((item) => {
      const complete = kind === 'definition' ? withAffected(item.element, productName) : item.element;
      return ids.link(complete, kind, item.id);
    });
    if (items.length > 0) containers.push(element(containerOf(kind), {}, items));
  }
  return element('oval_definitions', namespaces(containers), [generatorElement(generation), ...containers]);
}

const containerOf = (kind: OvalKind): string => `${kind}s`;

/** Declares what the fragments use and do not declare themselves. */
function namespaces(containers: readonly Element[]): Record<string, string> {
  const declared: Record<string, string> = {
    xmlns: ovalDefinitionsNamespace,
    'xmlns:oval': ovalCommonNamespace,
  };
  for (const prefix of usedPrefixes(containers)) {
    const namespace = ovalPrefixes[prefix];
    if (namespace === undefined) throw new Error(`OVAL uses the prefix "${prefix}" and does not declare it`);
    declared[`xmlns:${prefix}`] = namespace;
  }
  return declared;
}
