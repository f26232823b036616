import { childNamed, textOf } from '../../../xml/nodes.js';
import { escapeAttribute, escapeText } from '../html.js';
import type { OvalContext } from './context.js';

/** What a definition calls itself. */
export function definitionTitle(id: string, context: OvalContext): string {
  const definition = context.library.definition.get(id)?.element;
  const metadata = definition && childNamed(definition, 'metadata');
  const title = metadata && childNamed(metadata, 'title');
  return title ? textOf(title).replace(/\s+/g, ' ').trim() : id;
}

/** An extended definition is written once, under its own address: here a link, which the browser unfolds. */
export function extendHtml(id: string, comment: string, negated: boolean, context: OvalContext): string {
  const title = comment === '' ? definitionTitle(id, context) : comment;
  const words = escapeText(title);
  const link = context.library.definition.has(id)
    ? `<a class="extends" href="#${escapeAttribute(context.definitionAnchor(id))}">${words}</a>`
    : words;
  return `<li>${negated ? '<b class="op">NOT</b> ' : ''}${link}`;
}
