import type { Benchmark, PlatformReference } from '../../model/benchmark.js';
import type { PlatformExpression } from '../../model/platform.js';

/** A platform in words: `package postfix and not container`. */
export function platformWords(reference: PlatformReference, benchmark: Benchmark): string {
  if (reference.kind === 'cpe') return factOfCpe(reference.name, benchmark)?.title ?? reference.name;
  const platform = benchmark.platformDefinitions.get(reference.id);
  if (platform) return expressionWords(platform.expression, benchmark, false);
  return benchmark.facts.get(reference.id)?.title ?? reference.id;
}

const factOfCpe = (cpe: string, benchmark: Benchmark): { readonly title: string } | undefined => {
  for (const fact of benchmark.facts.values()) if (fact.cpe === cpe) return fact;
  return undefined;
};

function expressionWords(expression: PlatformExpression, benchmark: Benchmark, inside: boolean): string {
  switch (expression.kind) {
    case 'fact':
      return benchmark.facts.get(expression.fact)?.title ?? expression.fact;
    case 'not':
      return `not ${expressionWords(expression.operand, benchmark, true)}`;
    default: {
      const parts = expression.operands.map((operand) => expressionWords(operand, benchmark, true));
      const words = parts.join(` ${expression.kind} `);
      return inside && parts.length > 1 ? `(${words})` : words;
    }
  }
}
