import type { Fact, Platform, PlatformExpression } from '../../model/platform.js';
import type { PlacedElement } from '../../xml/nodes.js';
import { shortName } from './ids.js';
import { all, first } from './scope.js';
import { words } from './text.js';

/** A `check-fact-ref`: an OVAL definition that is a fact by itself (NIST IR 7698, 2.3 of the language). */
export interface FactCheck {
  readonly definition: string;
  readonly href: string;
}

/** The facts that platforms and dictionary items name, and where the definitions that decide them lie. */
export interface FactSources {
  readonly facts: Map<string, Fact>;
  readonly checks: FactCheck[];
}

/** The CPE applicability language of a benchmark: XCCDF `platform-specification`. */
export function readPlatforms(benchmark: PlacedElement, sources: FactSources): Map<string, Platform> {
  const platforms = new Map<string, Platform>();
  for (const specification of all(benchmark, 'cpe-lang:platform-specification')) {
    for (const platform of all(specification, 'cpe-lang:platform')) {
      const id = platform.attributes['id'] ?? '';
      const test = first(platform, 'cpe-lang:logical-test');
      const expression: PlatformExpression = test
        ? logicalTest(test, sources)
        : { kind: 'and', operands: [] };
      platforms.set(id, {
        id,
        source: words(first(platform, 'cpe-lang:title')) || written(expression),
        expression,
      });
    }
  }
  return platforms;
}

function logicalTest(test: PlacedElement, sources: FactSources): PlatformExpression {
  const operands: PlatformExpression[] = [];
  for (const child of test.children) {
    if (child.type !== 'element') continue;
    const element = child;
    if (child.name === 'cpe-lang:logical-test') operands.push(logicalTest(element, sources));
    else if (child.name === 'cpe-lang:fact-ref') operands.push(factRef(element, sources));
    else if (child.name === 'cpe-lang:check-fact-ref') operands.push(checkFactRef(element, sources));
  }
  const [only] = operands;
  const kind = test.attributes['operator']?.toUpperCase() === 'OR' ? 'or' : 'and';
  const expression: PlatformExpression = operands.length === 1 && only ? only : { kind, operands };
  const negate = test.attributes['negate'];
  return negate === 'true' || negate === '1' ? { kind: 'not', operand: expression } : expression;
}

/** A CPE name; one that no dictionary explains is a fact with only its name. */
function factRef(element: PlacedElement, { facts }: FactSources): PlatformExpression {
  const cpe = element.attributes['name'] ?? '';
  if (!facts.has(cpe)) facts.set(cpe, { id: cpe, cpe, title: cpe });
  return { kind: 'fact', fact: cpe };
}

/** The fact of the dictionary that the same definition decides, or one of its own. */
function checkFactRef(element: PlacedElement, { facts, checks }: FactSources): PlatformExpression {
  const { 'id-ref': definition = '', href = '' } = element.attributes;
  for (const fact of facts.values()) {
    if (fact.definition === definition) return { kind: 'fact', fact: fact.id };
  }
  checks.push({ definition, href });
  facts.set(definition, { id: definition, cpe: '', title: shortName(definition), definition });
  return { kind: 'fact', fact: definition };
}

/** An expression in the words of its facts: `machine and not (container or s390x)`. */
function written(expression: PlatformExpression, inner = false): string {
  if (expression.kind === 'fact') return factName(expression.fact);
  if (expression.kind === 'not') return `not ${written(expression.operand, true)}`;
  const text = expression.operands.map((operand) => written(operand, true)).join(` ${expression.kind} `);
  return inner ? `(${text})` : text;
}

const factName = (id: string): string => /^cpe:\/a:([^:]+)$/.exec(id)?.[1] ?? shortName(id);
