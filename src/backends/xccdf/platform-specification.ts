import type { Element } from 'xast';
import type { Benchmark } from '../../model/benchmark.js';
import type { PlatformExpression } from '../../model/platform.js';
import { element } from '../../xml/nodes.js';
import { asUri } from '../cpe-name.js';
import { fileNames, ovalId } from '../names.js';
import { ovalSystem } from '../namespaces.js';

/** The platforms that items name, in the CPE applicability language (NIST IR 7698, 5). */
export function platformSpecificationElement(benchmark: Benchmark): Element | undefined {
  const platforms = [...benchmark.platformDefinitions.values()];
  if (platforms.length === 0) return undefined;
  return element(
    'cpe-lang:platform-specification',
    { 'xmlns:cpe-lang': 'http://cpe.mitre.org/language/2.0' },
    platforms.map(({ id, expression }) => {
      const tested =
        expression.kind === 'fact' ? logicalTest('and', false, [expression], benchmark) : undefined;
      return element('cpe-lang:platform', { id }, [tested ?? expressionElement(expression, benchmark)]);
    }),
  );
}

function expressionElement(expression: PlatformExpression, benchmark: Benchmark): Element {
  if (expression.kind === 'fact') return factElement(expression.fact, benchmark);
  if (expression.kind === 'not') return logicalTest('and', true, [expression.operand], benchmark);
  return logicalTest(expression.kind, false, expression.operands, benchmark);
}

const logicalTest = (
  operator: 'and' | 'or',
  negate: boolean,
  operands: readonly PlatformExpression[],
  benchmark: Benchmark,
): Element =>
  element(
    'cpe-lang:logical-test',
    { operator: operator.toUpperCase(), negate: String(negate) },
    inSchemaOrder(operands.map((operand) => expressionElement(operand, benchmark))),
  );

/** The order of the operands counts for nothing but the schema (NIST IR 7698, 5.3). */
const inSchemaOrder = (tests: readonly Element[]): Element[] =>
  ['cpe-lang:logical-test', 'cpe-lang:fact-ref', 'cpe-lang:check-fact-ref'].flatMap((name) =>
    tests.filter((test) => test.name === name),
  );

/** The OVAL definition that decides a fact, or its CPE name where only the dictionary may know one. */
function factElement(id: string, benchmark: Benchmark): Element {
  const fact = benchmark.facts.get(id);
  if (!fact) throw new Error(`no fact ${id}`);
  if (fact.definition === undefined) return element('cpe-lang:fact-ref', { name: asUri(fact.cpe) });
  return element('cpe-lang:check-fact-ref', {
    system: ovalSystem,
    href: fileNames(benchmark).cpeOval,
    'id-ref': ovalId(benchmark.naming, 'definition', fact.definition),
  });
}
