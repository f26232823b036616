import type { Element } from 'xast';
import { elementsOf, localName, textOf } from '../../../xml/nodes.js';
import { escapeText } from '../html.js';
import { valueHtml } from '../text/rich-text.js';
import { deepest, type OvalContext } from './context.js';

/** What a variable holds: a Value of the benchmark, constants, or how it is put together. */
export function variableHtml(id: string, context: OvalContext, depth: number): string {
  const variable = context.library.variable.get(id)?.element;
  if (!variable) return escapeText(id);
  if (depth > deepest) return '…';
  switch (localName(variable)) {
    case 'external_variable':
      return externalHtml(id, variable, context);
    case 'constant_variable':
      return elementsOf(variable)
        .map((value) => `<code>${escapeText(textOf(value))}</code>`)
        .join(', ');
    default:
      return elementsOf(variable)
        .map((component) => componentHtml(component, context, depth))
        .join(', ');
  }
}

function externalHtml(id: string, variable: Element, context: OvalContext): string {
  const value = context.exports.get(id);
  return value === undefined
    ? escapeText(variable.attributes.comment ?? id)
    : valueHtml(context.showValue(value));
}

/** A component of a local variable (OVAL 5.11.1, ComponentGroup and FunctionGroup). */
function componentHtml(component: Element, context: OvalContext, depth: number): string {
  if (depth > deepest) return '…';
  const { attributes } = component;
  const parts = (separator: string): string =>
    elementsOf(component)
      .map((child) => componentHtml(child, context, depth + 1))
      .join(separator);
  const code = (text: string | null | undefined): string => `<code>${escapeText(text ?? '')}</code>`;
  switch (localName(component)) {
    case 'literal_component':
      return code(textOf(component));
    case 'variable_component':
      return variableHtml(attributes.var_ref ?? '', context, depth + 1);
    case 'object_component':
      return `the ${escapeText((attributes.record_field ?? attributes.item_field ?? '').replace(/_/g, ' '))} of ${context.objectHtml(attributes.object_ref ?? '', context, depth + 1)}`;
    case 'concat':
      return parts(' + ');
    case 'regex_capture':
      return `what ${code(attributes.pattern)} captures in ${parts(', ')}`;
    case 'split':
      return `${parts(', ')}, split at ${code(attributes.delimiter)}`;
    case 'substring':
      return `${escapeText(attributes.substring_length ?? '')} characters from ${escapeText(attributes.substring_start ?? '')} of ${parts(', ')}`;
    case 'arithmetic':
      return `(${parts(attributes.arithmetic_operation === 'multiply' ? ' × ' : ' + ')})`;
    case 'begin':
      return `${parts(', ')}, beginning with ${code(attributes.character)}`;
    case 'end':
      return `${parts(', ')}, ending with ${code(attributes.character)}`;
    case 'possible_value':
      return code(textOf(component));
    default:
      return `${escapeText(localName(component).replace(/_/g, ' '))}(${parts(', ')})`;
  }
}
