import type { Element } from 'xast';
import type { Benchmark } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';

/** Which edition of the benchmark it is, since when, and where newer ones are: `version` (NIST IR 7275r4, 6.2.3). */
export const versionElement = ({ version, status, updateUrl }: Benchmark): Element =>
  element(
    'version',
    { time: status.date === undefined ? undefined : `${status.date}T00:00:00`, update: updateUrl },
    [version],
  );
