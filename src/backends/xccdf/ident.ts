import type { Element } from 'xast';
import type { Identifier } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';

/** The name of what the rule checks in a public catalogue: `ident` (NIST IR 7275r4, 6.4.4.3). */
export const identElement = ({ system, value }: Identifier): Element => element('ident', { system }, [value]);
