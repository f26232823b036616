import { childNamed, textOf } from '../../../xml/nodes.js';
import { escapeHtml } from '../html.js';
import type { OvalContext } from './context.js';
import { criteriaHtml } from './criteria.js';

/** The logic of an OVAL definition as a nested list; empty where the library does not hold it. */
export function definitionHtml(id: string, context: OvalContext): string {
  const definition = context.library.definition.get(id);
  if (!definition) return '';
  const criteria = childNamed(definition.element, 'criteria') ?? bareCriteria(definition.element);
  return criteria ? `<ul class="logic">${criteriaHtml(criteria, context, 0)}</ul>` : '';
}

/** What a definition calls itself. */
export function definitionTitle(id: string, context: OvalContext): string {
  const definition = context.library.definition.get(id)?.element;
  const metadata = definition && childNamed(definition, 'metadata');
  const title = metadata && childNamed(metadata, 'title');
  return title ? textOf(title).replace(/\s+/g, ' ').trim() : id;
}

/** Some authors prefix every element. */
const bareCriteria = (definition: Parameters<typeof childNamed>[0]): ReturnType<typeof childNamed> =>
  definition.children.find(
    (child) => child.type === 'element' && child.name.endsWith(':criteria'),
  ) as ReturnType<typeof childNamed>;

/** An extended definition is written once, under its own address: here a link, which the browser unfolds. */
export function extendHtml(id: string, comment: string, negated: boolean, context: OvalContext): string {
  const title = comment === '' ? definitionTitle(id, context) : comment;
  const words = escapeHtml(title);
  const link = context.library.definition.has(id)
    ? `<a class="extends" href="#${escapeHtml(context.definitionAnchor(id))}">${words}</a>`
    : words;
  return `<li>${negated ? '<b class="op">NOT</b> ' : ''}${link}</li>`;
}
