import type { Element } from 'xast';
import { elementsOf, localName } from '../../../xml/nodes.js';
import { escapeText } from '../html.js';
import type { OvalContext } from './context.js';
import { objectHtml } from './object.js';
import { stateHtml } from './state.js';
import { demandOf, subjectOf } from './words.js';

/** A test: its comment, and behind it what it looks at and what it asks of that. */
export function testHtml(id: string, comment: string, negated: boolean, context: OvalContext): string {
  const not = negated ? '<b class="op">NOT</b> ' : '';
  const test = context.library.test.get(id)?.element;
  if (!test) return `<li>${not}${escapeText(comment || id)}`;
  const title = comment || test.attributes.comment || id;
  return `<li>${not}<details><summary>${escapeText(title)}</summary>${bodyHtml(test, context)}</details>`;
}

function bodyHtml(test: Element, context: OvalContext): string {
  const states = referencesTo(test, 'state');
  const objects = referencesTo(test, 'object');
  const demand = escapeText(`${subjectOf(test)}: ${demandOf(test, states.length > 0)}.`);
  const looksAt = objects.map((object) => `<dt>Object<dd>${objectHtml(object, context, 0)}`);
  const operator = test.attributes.state_operator;
  const label = states.length > 1 ? `State (${operator ?? 'AND'})` : 'State';
  const asks = states.map((state) => `<dt>${escapeText(label)}<dd>${stateHtml(state, context)}`);
  return `<p>${demand}</p><dl>${looksAt.join('')}${asks.join('')}</dl>`;
}

/** The ids in `object/@object_ref` or `state/@state_ref`. */
const referencesTo = (test: Element, kind: 'object' | 'state'): string[] =>
  elementsOf(test)
    .filter((child) => localName(child) === kind)
    .map((child) => child.attributes[`${kind}_ref`] ?? '');
