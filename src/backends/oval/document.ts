import type { Element } from 'xast';
import type { Benchmark } from '../../model/benchmark.js';
import { type OvalItem, type OvalKind, type OvalLibrary, ovalKinds } from '../../model/oval.js';
import { ovalPrefixes } from '../../model/oval-namespaces.js';
import type { OvalPiece } from '../../model/pieces.js';
import { element } from '../../xml/nodes.js';
import { written } from '../../xml/write.js';
import type { Generation } from '../generation.js';
import { ovalId } from '../names.js';
import { ovalCommonNamespace, ovalDefinitionsNamespace } from '../namespaces.js';
import { withAffected } from './affected.js';
import { generatorElement } from './generator.js';
import { LinkedIds } from './linked-ids.js';
import { usedPrefixes } from './prefixes.js';

/**
 * An `oval_definitions` document of a library, in its order (OVAL 5.11.1).
 *
 * @param pieces items that were compiled before; they follow those of the library
 */
export function ovalDocument(
  library: OvalLibrary,
  benchmark: Pick<Benchmark, 'naming' | 'productName'>,
  generation: Generation,
  pieces: readonly OvalPiece[] = [],
): Element {
  const containers: Element[] = [];
  for (const kind of ovalKinds) {
    const items = [...library[kind].values()].map((item) => linkedItem(item, benchmark));
    const compiled = pieces.filter((piece) => piece.kind === kind).map(({ xml }) => written(xml));
    if (items.length + compiled.length > 0)
      containers.push({ ...element(containerOf(kind), {}, items), children: [...items, ...compiled] });
  }
  const prefixes = new Set([...usedPrefixes(containers), ...pieces.flatMap((piece) => piece.prefixes)]);
  return element('oval_definitions', namespaces([...prefixes].sort()), [
    generatorElement(generation),
    ...containers,
  ]);
}

/** An item under its whole id, with whole ids in all that it refers to. */
export function linkedItem(
  { kind, id, element: node }: OvalItem,
  { naming, productName }: Pick<Benchmark, 'naming' | 'productName'>,
): Element {
  const ids = new LinkedIds((of, name) => ovalId(naming, of, name));
  return ids.link(kind === 'definition' ? withAffected(node, productName) : node, kind, id);
}

const containerOf = (kind: OvalKind): string => `${kind}s`;

/** Declares what the fragments use and do not declare themselves. */
function namespaces(prefixes: readonly string[]): Record<string, string> {
  const declared: Record<string, string> = {
    xmlns: ovalDefinitionsNamespace,
    'xmlns:oval': ovalCommonNamespace,
  };
  for (const prefix of prefixes) {
    const namespace = ovalPrefixes[prefix];
    if (namespace === undefined) throw new Error(`OVAL uses the prefix "${prefix}" and does not declare it`);
    declared[`xmlns:${prefix}`] = namespace;
  }
  return declared;
}
