import type { Element } from 'xast';
import type { Naming } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';
import { ocilIds } from '../names.js';
import type { Asked } from './document.js';

/** What the answer means: `boolean_question_test_action` (NIST IR 7692, 6.3). */
export function testActionElement({ name, ocil }: Asked, naming: Naming): Element {
  const ids = ocilIds(naming, name);
  const result = (passes: boolean): Element => element('result', {}, [passes ? 'PASS' : 'FAIL']);
  const yesPasses = ocil.yesPasses ?? false;
  return element('boolean_question_test_action', { id: ids.testAction, question_ref: ids.question }, [
    element('when_true', {}, [result(yesPasses)]),
    element('when_false', {}, [result(!yesPasses)]),
  ]);
}
