import type { RootContent } from 'hast';
import type { Element } from 'xast';
import type { Benchmark } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';
import { ocilIds, ocilVariableId } from '../names.js';
import { valueNames } from '../value-names.js';
import type { Asked } from './document.js';

/** What a person is asked: `boolean_question` (NIST IR 7692, 6.4); its text holds no markup. */
export function questionElement({ name, ocil }: Asked, benchmark: Benchmark): Element {
  return element('boolean_question', { id: ocilIds(benchmark.naming, name).question }, [
    element('question_text', {}, [
      ...words(ocil.question.children, benchmark),
      `\nIs it the case that ${ocil.clause}?`,
    ]),
  ]);
}

function words(children: readonly RootContent[], benchmark: Benchmark): (string | Element)[] {
  const names = valueNames(benchmark);
  return children.flatMap((child) => {
    if (child.type === 'text') return [child.value];
    if (child.type === 'element') return child.tagName === 'br' ? ['\n'] : words(child.children, benchmark);
    if (child.type !== 'valueReference') return [];
    const variable = ocilVariableId(benchmark.naming, names.get(child.value) ?? child.value);
    return [element('sub', { var_ref: variable })];
  });
}
