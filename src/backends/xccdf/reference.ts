import type { Element } from 'xast';
import type { Reference } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';

/** A pointer to a requirement or document: `reference` (NIST IR 7275r4, 6.2.7). */
export const referenceElement = ({ href, text }: Reference): Element =>
  element('reference', { href }, [text]);
