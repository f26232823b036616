import type { Element } from 'xast';
import type { Metadata } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';

/** Who made the benchmark, as Dublin Core: `metadata` (NIST IR 7275r4, 6.2.4). */
export function metadataElement(metadata: Metadata): Element | undefined {
  const { publisher, creator, contributors, source } = metadata;
  const parts: [string, string | undefined][] = [
    ['publisher', publisher],
    ['creator', creator],
    ...contributors.map((contributor): [string, string] => ['contributor', contributor]),
    ['source', source],
  ];
  const children = parts.flatMap(([name, text]) =>
    text === undefined ? [] : [element(`dc:${name}`, {}, [text])],
  );
  return children.length === 0 ? undefined : element('metadata', {}, children);
}
