import type { RootContent } from 'hast';
import type { RichText } from './text.js';

/** The ids of the Values that a text tells, each once, in the order of the text. */
export function valuesIn(text: RichText): string[] {
  const found = new Set<string>();
  const visit = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type === 'valueReference') found.add(node.value);
      else if (node.type === 'element') visit(node.children);
    }
  };
  visit(text.children);
  return [...found];
}
