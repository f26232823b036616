import type { Element } from 'xast';
import type { Benchmark } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';
import { fileNames } from '../names.js';
import type { DataStreamParts } from './collection.js';
import { type CatalogueEntry, componentRef } from './component-ref.js';
import { streamId } from './ids.js';
import type { LinkedFile } from './linked-files.js';

/** Which components there are and what they call each other: `data-stream` (NIST SP 800-126r3, 3.1.2.1). */
export function dataStreamElement(
  benchmark: Benchmark,
  parts: DataStreamParts,
  linked: readonly LinkedFile[],
  timestamp: string,
): Element {
  const ids = streamId(benchmark.naming);
  const files = fileNames(benchmark);
  const local = (name: string, catalogue: readonly CatalogueEntry[] = []): Element =>
    componentRef(ids('cref', name), `#${ids('comp', name)}`, catalogue);
  const entry = (name: string): CatalogueEntry => ({ name, uri: `#${ids('cref', name)}` });

  const cpeOval = parts.cpeOval === undefined ? [] : [files.cpeOval];
  const checks = [
    ...(parts.oval === undefined ? [] : [files.oval]),
    ...(parts.ocil === undefined ? [] : [files.ocil]),
    ...cpeOval,
  ];
  const linkedEntries = linked.map(({ uri, name }) => ({ name: uri, uri: `#${ids('cref', name)}` }));
  const linkedRefs = linked.map(({ href, name, script }) =>
    componentRef(ids('cref', name), script === undefined ? href : `#${ids('ecomp', name)}`),
  );
  return element(
    'ds:data-stream',
    {
      id: ids('datastream', `from_xccdf_${files.xccdf}`),
      'scap-version': '1.3',
      'use-case': 'OTHER',
      timestamp,
    },
    [
      parts.cpeDictionary === undefined
        ? undefined
        : element('ds:dictionaries', {}, [local(files.cpeDictionary, cpeOval.map(entry))]),
      element('ds:checklists', {}, [local(files.xccdf, [...checks.map(entry), ...linkedEntries])]),
      element('ds:checks', {}, [...checks.map((name) => local(name)), ...linkedRefs]),
    ],
  );
}
