import type { Benchmark, Profile } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';
import { writeDocument } from '../../xml/write.js';
import { xccdfNamespace } from '../namespaces.js';
import { profileElement } from './profile.js';
import { mixedElements } from './text.js';

/**
 * A tailoring file with one profile (NIST IR 7275r4, 6.7), which may extend one of the benchmark's.
 *
 * @param time `YYYY-MM-DDTHH:MM:SS`, when the tailoring was made
 */
export const writeTailoring = ({ naming }: Benchmark, profile: Profile, time: string): string =>
  writeDocument(
    element(
      'Tailoring',
      { xmlns: xccdfNamespace, id: `xccdf_${naming.reverseDns}_tailoring_${profile.name}` },
      [element('version', { time }, ['1']), profileElement(profile)],
    ),
    mixedElements,
  );
