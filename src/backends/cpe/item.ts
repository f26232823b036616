import type { Element } from 'xast';
import type { Benchmark } from '../../model/benchmark.js';
import type { Fact } from '../../model/platform.js';
import { element } from '../../xml/nodes.js';
import { asUri } from '../cpe-name.js';
import { fileNames, ovalId } from '../names.js';
import { ovalSystem } from '../namespaces.js';

/** One CPE name, what it is called, and the check that decides it: `cpe-item`. */
export const itemElement = ({ cpe, title, definition }: Fact, benchmark: Benchmark): Element =>
  element('cpe-item', { name: asUri(cpe) }, [
    element('title', { 'xml:lang': benchmark.language.toLowerCase() }, [title]),
    definition === undefined
      ? undefined
      : element('check', { system: ovalSystem, href: fileNames(benchmark).cpeOval }, [
          ovalId(benchmark.naming, 'definition', definition),
        ]),
    cpe.startsWith('cpe:2.3:') ? element('cpe-23:cpe23-item', { name: cpe }) : undefined,
  ]);
