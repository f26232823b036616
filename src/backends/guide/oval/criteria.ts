import type { Element } from 'xast';
import { elementsOf, localName } from '../../../xml/nodes.js';
import { escapeText } from '../html.js';
import type { OvalContext } from './context.js';
import { extendHtml } from './extend.js';
import { testHtml } from './test.js';
import { operatorWords } from './words.js';

const deepestCriteria = 30;

/** `criteria`: an operator over its children, as one item of a list with a list in it. */
export function criteriaHtml(criteria: Element, context: OvalContext, depth: number): string {
  const children = elementsOf(criteria).filter((child) => localName(child) !== 'notes');
  const negated = isNegated(criteria);
  const inner =
    depth > deepestCriteria ? '<li>…' : children.map((child) => childHtml(child, context, depth)).join('');
  // One child needs no operator, unless it is denied.
  if (children.length === 1 && !negated) return inner;
  const [name, meaning] = operatorWords(attribute(criteria, 'operator'));
  const comment = attribute(criteria, 'comment');
  const words =
    comment === undefined || comment === '' ? '' : ` <span class="note">${escapeText(comment)}</span>`;
  const not = negated ? '<b class="op">NOT</b> ' : '';
  return `<li>${not}<b class="op">${escapeText(name)}</b> ${meaning}${words}<ul>${inner}</ul>`;
}

function childHtml(child: Element, context: OvalContext, depth: number): string {
  const comment = attribute(child, 'comment') ?? '';
  switch (localName(child)) {
    case 'criteria':
      return criteriaHtml(child, context, depth + 1);
    case 'criterion':
      return testHtml(attribute(child, 'test_ref') ?? '', comment, isNegated(child), context);
    case 'extend_definition':
      return extendHtml(attribute(child, 'definition_ref') ?? '', comment, isNegated(child), context);
    default:
      return '';
  }
}

const attribute = (node: Element, name: string): string | undefined => node.attributes[name] ?? undefined;

const isNegated = (node: Element): boolean => ['true', '1'].includes(attribute(node, 'negate') ?? '');
