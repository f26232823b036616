import type { Element } from 'xast';
import type { Group, Item, Rule } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';
import { platformElements } from './platform.js';
import { referenceElement } from './reference.js';
import { htmlElement, textElement } from './text.js';

/** What a Group, Rule or Value starts with (NIST IR 7275r4, 6.4.1), up to its warnings. */
export const itemElements = ({ title, description, warnings }: Item): (Element | undefined)[] => [
  textElement('title', title),
  htmlElement('description', description),
  ...warnings.map(({ category, text }) => htmlElement('warning', text, { category })),
];

/** What a Group or Rule goes on with: references, and where and beside what it applies. */
export const selectableItemElements = (item: Group | Rule): (Element | undefined)[] => [
  ...item.references.map(referenceElement),
  // A rule has one, even where there is nothing in it yet.
  htmlElement('rationale', item.rationale) ?? (item.kind === 'rule' ? element('rationale') : undefined),
  ...platformElements(item.platforms),
  ...item.requires.map((idref) => element('requires', { idref })),
  ...item.conflicts.map((idref) => element('conflicts', { idref })),
];
