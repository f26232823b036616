import type { Group, Rule } from '../../model/benchmark.js';
import type { CataloguedReference, OwnData } from '../../model/pieces.js';
import { referencesByCatalogue } from './catalogues.js';
import type { GuideContext } from './context.js';

/** What the data of the page says of a rule and of nothing else; as it was compiled, where it was. */
export function ownData(rule: Rule, context: GuideContext): OwnData {
  if (rule.pieces?.guide) return rule.pieces.guide.own;
  return {
    severity: rule.severity,
    ...(rule.role === undefined ? {} : { role: rule.role }),
    ...(rule.weight === undefined ? {} : { weight: rule.weight }),
    identifiers: [
      ...(rule.version === undefined ? [] : [rule.version]),
      ...rule.identifiers.map(({ value }) => value),
    ],
    references: cataloguedReferences(rule, context),
  };
}

export const cataloguedReferences = (
  { references }: Group | Rule,
  { catalogueOf }: GuideContext,
): CataloguedReference[] =>
  [...referencesByCatalogue(references)].flatMap(([href, texts]) => {
    if (href === '') return texts.map((text) => ({ text }));
    const { key, title } = catalogueOf(href);
    return texts.map((text) => ({ catalogue: { key, title }, text }));
  });
