import type { Naming } from '../../model/benchmark.js';

type Kind = 'collection' | 'datastream' | 'cref' | 'comp' | 'ecomp';

/** Makes ids of data stream parts: `scap_<reverse-DNS>_<kind>_<name>` (NIST SP 800-126r3, 3.1.3). */
export const streamId =
  ({ dataStreamReverseDns, reverseDns }: Naming) =>
  (kind: Kind, name: string): string =>
    `scap_${dataStreamReverseDns ?? reverseDns}_${kind}_${name.replace(/[^\w.-]/g, '-')}`;
