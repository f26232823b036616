import type { Element } from 'xast';
import type { Benchmark, Rule } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';
import { checkElement, ocilCheckElement } from './check.js';
import { fixElement } from './fix.js';
import { identElement } from './ident.js';
import { itemElements, selectableItemElements } from './item.js';
import { htmlElement } from './text.js';

/** One thing to check: `Rule` (NIST IR 7275r4, 6.4.4). */
export const ruleElement = (rule: Rule, benchmark: Benchmark): Element =>
  element('Rule', attributes(rule), [
    rule.version === undefined ? undefined : element('version', {}, [rule.version]),
    ...itemElements(rule),
    ...selectableItemElements(rule),
    ...rule.identifiers.map(identElement),
    rule.fixText ? htmlElement('fixtext', rule.fixText) : undefined,
    ...rule.remediations.map(fixElement),
    ...rule.checks.map((check) => checkElement(check, benchmark)),
    rule.ocil && rule.ocil.checks !== false ? ocilCheckElement(rule, rule.ocil, benchmark) : undefined,
  ]);

const attributes = ({ id, selected, severity, role, weight }: Rule): Record<string, string | undefined> => ({
  id,
  selected: String(selected),
  severity,
  role,
  weight: weight?.toString(),
});
