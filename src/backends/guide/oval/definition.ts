import { childNamed } from '../../../xml/nodes.js';
import type { OvalContext } from './context.js';
import { criteriaHtml } from './criteria.js';

/** The logic of an OVAL definition as a nested list; empty where the library does not hold it. */
export function definitionHtml(id: string, context: OvalContext): string {
  const definition = context.library.definition.get(id);
  if (!definition) return '';
  const criteria = childNamed(definition.element, 'criteria') ?? bareCriteria(definition.element);
  return criteria ? `<ul class="logic">${criteriaHtml(criteria, context, 0)}</ul>` : '';
}

/** Some authors prefix every element. */
const bareCriteria = (definition: Parameters<typeof childNamed>[0]): ReturnType<typeof childNamed> =>
  definition.children.find(
    (child) => child.type === 'element' && child.name.endsWith(':criteria'),
  ) as ReturnType<typeof childNamed>;
