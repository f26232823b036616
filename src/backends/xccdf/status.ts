import type { Element } from 'xast';
import type { Status } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';

/** How far the benchmark has come: `status` (NIST IR 7275r4, 6.2.8). */
export const statusElement = ({ value, date }: Status): Element => element('status', { date }, [value]);
