import type { Element } from 'xast';
import { elementsOf, localName, textOf } from '../../../xml/nodes.js';
import { escapeText } from '../html.js';
import { deepest, type OvalContext } from './context.js';
import { entityHtml } from './entity.js';
import { stateHtml } from './state.js';
import { subjectOf } from './words.js';

/** What an object collects: one line for each entity, set, filter and behaviour. */
export function objectHtml(id: string, context: OvalContext, depth: number): string {
  const object = context.library.object.get(id)?.element;
  if (!object) return escapeText(id);
  if (depth > deepest) return '…';
  const lines = elementsOf(object).map((child) => lineHtml(child, context, depth));
  const shown = lines.filter((line) => line !== '');
  if (shown.length === 0) return escapeText(subjectOf(object));
  return `<ul>${shown.map((line) => `<li>${line}`).join('')}</ul>`;
}

function lineHtml(child: Element, context: OvalContext, depth: number): string {
  switch (localName(child)) {
    case 'set':
      return setHtml(child, context, depth + 1);
    case 'filter':
      return filterHtml(child, context);
    case 'behaviors':
      return behavioursHtml(child);
    case 'notes':
      return '';
    default:
      return entityHtml(child, context, depth);
  }
}

const setWords: Readonly<Record<string, string>> = {
  UNION: 'what any of these finds',
  INTERSECTION: 'what all of these find',
  COMPLEMENT: 'what the first finds and the second does not',
};

function setHtml(set: Element, context: OvalContext, depth: number): string {
  if (depth > deepest) return '…';
  const parts = elementsOf(set).map((child) => {
    const name = localName(child);
    if (name === 'set') return setHtml(child, context, depth + 1);
    if (name === 'object_reference') return objectHtml(textOf(child).trim(), context, depth + 1);
    return filterHtml(child, context);
  });
  const operator = set.attributes.set_operator ?? 'UNION';
  const words = parts.length > 1 ? `${escapeText(setWords[operator] ?? operator)}:` : '';
  return `${words}<ul>${parts.map((part) => `<li>${part}`).join('')}</ul>`;
}

const filterHtml = (filter: Element, context: OvalContext): string =>
  `${filter.attributes.action === 'include' ? 'only those with' : 'without those with'} ${stateHtml(textOf(filter).trim(), context)}`;

const behavioursHtml = (node: Element): string =>
  Object.entries(node.attributes)
    .filter(([name]) => !name.startsWith('xmlns'))
    .map(([name, value]) => `${escapeText(name.replace(/_/g, ' '))}: <code>${escapeText(value ?? '')}</code>`)
    .join(', ');
