import type { Element } from 'xast';
import { elementsOf, localName, textOf } from '../../../xml/nodes.js';
import { escapeText } from '../html.js';
import type { OvalContext } from './context.js';
import { operationWords, varCheckWords } from './words.js';

/** One field of an object or state: `path matches /etc/.*`, `gid is 0`, or a variable's values. */
export function entityHtml(entity: Element, context: OvalContext, depth: number): string {
  const name = escapeText(localName(entity).replace(/_/g, ' '));
  if (entity.attributes['xsi:nil'] === 'true') return `${name} does not matter`;
  const fields = elementsOf(entity);
  if (fields.length > 0)
    return `${name}<ul>${fields.map((field) => `<li>${fieldHtml(field, context, depth)}`).join('')}</ul>`;
  const { var_ref: variable, var_check: check } = entity.attributes;
  const operation = escapeText(operationWords(entity.attributes.operation ?? undefined));
  if (variable) {
    return `${name} ${operation} ${varCheckWords(check ?? undefined)} ${context.variableHtml(variable, context, depth + 1)}`;
  }
  const text = textOf(entity).trim();
  return text === '' && !entity.attributes.operation
    ? `${name} <em>empty</em>`
    : `${name} ${operation} <code>${escapeText(text)}</code>`;
}

/** A field of a record (`oval-def:field`) says its name in an attribute. */
const fieldHtml = (field: Element, context: OvalContext, depth: number): string =>
  entityHtml({ ...field, name: field.attributes.name ?? field.name }, context, depth);
