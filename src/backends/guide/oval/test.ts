import type { Element } from 'xast';
import { elementsOf, localName } from '../../../xml/nodes.js';
import { escapeHtml } from '../html.js';
import type { OvalContext } from './context.js';
import { objectHtml } from './object.js';
import { stateHtml } from './state.js';
import { demandOf, subjectOf } from './words.js';

/** A test: its comment, and behind it what it looks at and what it asks of that. */
export function testHtml(id: string, comment: string, negated: boolean, context: OvalContext): string {
  const not = negated ? '<b class="op">NOT</b> ' : '';
  const test = context.library.test.get(id)?.element;
  if (!test) return `<li>${not}${escapeHtml(comment || id)}</li>`;
  const title = comment || test.attributes.comment || id;
  return `<li>${not}<details><summary>${escapeHtml(title)}</summary>${bodyHtml(test, context)}</details></li>`;
}

function bodyHtml(test: Element, context: OvalContext): string {
  const states = referencesTo(test, 'state');
  const objects = referencesTo(test, 'object');
  const demand = escapeHtml(`${subjectOf(test)}: ${demandOf(test, states.length > 0)}.`);
  const looksAt = objects.map((object) => `<dt>Object</dt><dd>${objectHtml(object, context, 0)}</dd>`);
  const operator = test.attributes.state_operator;
  const label = states.length > 1 ? `State (${operator ?? 'AND'})` : 'State';
  const asks = states.map((state) => `<dt>${escapeHtml(label)}</dt><dd>${stateHtml(state, context)}</dd>`);
  return `<p>${demand}</p><dl>${looksAt.join('')}${asks.join('')}</dl>`;
}

/** The ids in `object/@object_ref` or `state/@state_ref`. */
const referencesTo = (test: Element, kind: 'object' | 'state'): string[] =>
  elementsOf(test)
    .filter((child) => localName(child) === kind)
    .map((child) => child.attributes[`${kind}_ref`] ?? '');
