import type { Element } from 'xast';
import type { Benchmark, Group } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';
import { itemElements, selectableItemElements } from './item.js';
import { ruleNode } from './rule.js';
import { valueElement } from './value.js';

/** A chapter: `Group` (NIST IR 7275r4, 6.4.2). The schema wants its Values before its Rules and Groups. */
export const groupElement = (group: Group, benchmark: Benchmark): Element =>
  element('Group', { id: group.id, selected: group.selected ? undefined : 'false' }, [
    ...itemElements(group),
    ...selectableItemElements(group),
    ...group.children.map((child) => (child.kind === 'value' ? valueElement(child) : undefined)),
    ...group.children.map((child) => {
      if (child.kind === 'value') return undefined;
      return child.kind === 'rule' ? ruleNode(child, benchmark) : groupElement(child, benchmark);
    }),
  ]);
