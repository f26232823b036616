import type { Element } from 'xast';
import type { Notice } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';
import { withoutSub } from './text.js';

/** Legal text: `notice` (NIST IR 7275r4, 6.3.2); it may hold XHTML, but no `sub`. */
export const noticeElement = ({ id, text }: Notice): Element => element('notice', { id }, withoutSub(text));
