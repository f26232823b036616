import { elementsOf, localName } from '../../../xml/nodes.js';
import { escapeText } from '../html.js';
import type { OvalContext } from './context.js';
import { entityHtml } from './entity.js';

/** What a state asks: one line for each entity. */
export function stateHtml(id: string, context: OvalContext): string {
  const state = context.library.state.get(id)?.element;
  if (!state) return escapeText(id);
  const lines = elementsOf(state)
    .filter((child) => localName(child) !== 'notes')
    .map((child) => `<li>${entityHtml(child, context, 0)}`);
  const any = state.attributes.operator === 'OR' ? 'at least one of' : '';
  return lines.length === 0 ? 'anything' : `${any}<ul>${lines.join('')}</ul>`;
}
