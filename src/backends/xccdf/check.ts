import type { Element } from 'xast';
import type { Benchmark, Check, Ocil, Rule } from '../../model/benchmark.js';
import { valuesIn } from '../../model/text-values.js';
import { element } from '../../xml/nodes.js';
import { fileNames, ocilIds, ocilVariableId, ovalId } from '../names.js';
import { ocilSystem } from '../namespaces.js';
import { valueNames } from '../value-names.js';

/** How a rule is checked: `check` (NIST IR 7275r4, 6.4.4.4). */
export function checkElement(check: Check, benchmark: Benchmark): Element {
  const isOval = check.kind === 'oval';
  const id = (kind: 'definition' | 'variable', name: string): string =>
    isOval ? ovalId(benchmark.naming, kind, name) : name;
  return element('check', { system: check.system, 'multi-check': check.multiCheck ? 'true' : undefined }, [
    ...(check.imports ?? []).map((name) => element('check-import', { 'import-name': name })),
    ...check.exports.map(({ value, variable }) => exportElement(value, id('variable', variable))),
    element('check-content-ref', {
      href: isOval ? fileNames(benchmark).oval : check.href,
      name: check.name === undefined ? undefined : id('definition', check.name),
    }),
  ]);
}

/** The manual check of a rule, with the Values that its question tells. */
export function ocilCheckElement({ name }: Rule, { question }: Ocil, benchmark: Benchmark): Element {
  const names = valueNames(benchmark);
  return element('check', { system: ocilSystem }, [
    ...valuesIn(question).map((id) =>
      exportElement(id, ocilVariableId(benchmark.naming, names.get(id) ?? id)),
    ),
    element('check-content-ref', {
      href: fileNames(benchmark).ocil,
      name: ocilIds(benchmark.naming, name).questionnaire,
    }),
  ]);
}

const exportElement = (value: string, name: string): Element =>
  element('check-export', { 'value-id': value, 'export-name': name });
