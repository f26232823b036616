import type { Element } from 'xast';
import type { Naming, Value } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';
import { ocilVariableId } from '../names.js';
import { plain } from '../plain-text.js';

/** A Value that questions tell; the benchmark exports it: `external_variable` (NIST IR 7692, 6.6). */
export const variableElement = ({ name, title, type }: Value, naming: Naming): Element =>
  element(
    'external_variable',
    { id: ocilVariableId(naming, name), datatype: type === 'number' ? 'NUMERIC' : 'TEXT' },
    [element('description', {}, [plain(title)])],
  );
