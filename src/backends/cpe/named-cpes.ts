import type { Benchmark, PlatformReference } from '../../model/benchmark.js';
import { itemsOf } from '../../model/items.js';
import type { PlatformExpression } from '../../model/platform.js';
import { asUri } from '../cpe-name.js';

/** The CPE names, as URIs, that a consumer must look up: those of `platform` elements and of `fact-ref`. */
export function namedCpes(benchmark: Benchmark): ReadonlySet<string> {
  const names = new Set<string>();
  const note = (platforms: readonly PlatformReference[]): void => {
    for (const platform of platforms) if (platform.kind === 'cpe') names.add(asUri(platform.name));
  };
  note(benchmark.platforms);
  for (const profile of benchmark.profiles) note(profile.platforms);
  for (const item of itemsOf(benchmark)) if (item.kind !== 'value') note(item.platforms);

  const noteFacts = (expression: PlatformExpression): void => {
    if (expression.kind === 'not') noteFacts(expression.operand);
    else if (expression.kind !== 'fact') expression.operands.forEach(noteFacts);
    else {
      const fact = benchmark.facts.get(expression.fact);
      if (fact && fact.definition === undefined) names.add(asUri(fact.cpe));
    }
  };
  for (const { expression } of benchmark.platformDefinitions.values()) noteFacts(expression);
  return names;
}
