import type { Element, ElementContent } from 'xast';
import type { Benchmark, Rule } from '../../model/benchmark.js';
import type { ByteStore } from '../../text/chunks.js';
import { element } from '../../xml/nodes.js';
import { writeLaidOut, written } from '../../xml/write.js';
import { checkElement, ocilCheckElement } from './check.js';
import { fixElement } from './fix.js';
import { identElement } from './ident.js';
import { itemElements, selectableItemElements } from './item.js';
import { htmlElement, mixedElements } from './text.js';

/** A rule in its place: as it was compiled, or made now. */
export const ruleNode = (rule: Rule, benchmark: Benchmark): ElementContent =>
  rule.pieces ? written(rule.pieces.xccdf) : ruleElement(rule, benchmark);

/** The element of a rule as it stands in a document, below so many groups. */
export const rulePiece = (rule: Rule, benchmark: Benchmark, groups: number, store: ByteStore): Uint8Array =>
  store.add(writeLaidOut(ruleElement(rule, benchmark), mixedElements, groups + 1));

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
