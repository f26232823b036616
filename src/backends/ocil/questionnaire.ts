import type { Element } from 'xast';
import type { Naming } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';
import { ocilIds } from '../names.js';
import { plain } from '../plain-text.js';
import type { Asked } from './document.js';

/** One rule's manual check: `questionnaire` (NIST IR 7692, 6.2). */
export function questionnaireElement({ name, title }: Asked, naming: Naming): Element {
  const ids = ocilIds(naming, name);
  return element('questionnaire', { id: ids.questionnaire }, [
    element('title', {}, [plain(title)]),
    element('actions', {}, [element('test_action_ref', {}, [ids.testAction])]),
  ]);
}
