import type { Check, Reference, RuleSeverity } from '../../../model/benchmark.js';
import type { RuleSource } from '../../../model/content.js';
import { plainText } from '../../../model/text.js';
import { filePlace } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import { field, namesOf, platformsOf, warningsOf } from './common.js';
import { identifiersOf } from './identifiers.js';
import type { RuleFile } from './rule-file.js';
import { type TextContext, untagged } from './xhtml.js';

const ovalSystem = 'http://oval.mitre.org/XMLSchema/oval-definitions-5';

/** The rule that stands for a whole feed of checks does not ask its question. */
const wholeFeed = 'security_patches_up_to_date';

/** What others have worked out for a rule. */
export interface RuleParts extends Pick<RuleSource, 'remediations' | 'definition'> {
  readonly idPrefix: string;
  readonly references: readonly Reference[];
  readonly scripts: readonly Check[];
}

/** One rule as `resolve` wants it. */
export function ruleSource(
  rule: RuleFile,
  parts: RuleParts,
  env: Environment,
  context: TextContext,
): RuleSource {
  const { data, file, id } = rule;
  const feed = data.oval_external_content;
  const otherChecks: Check[] =
    typeof feed === 'string' && feed !== ''
      ? [{ kind: 'remote', system: ovalSystem, href: feed, exports: [], multiCheck: id === wholeFeed }]
      : [];
  const ocil = ocilOf(rule);
  return {
    kind: 'rule',
    id: parts.idPrefix + id,
    name: id,
    title: field(rule, 'title', context),
    description: field(rule, 'description', context),
    rationale: field(rule, 'rationale', context),
    severity: String(data.severity) as RuleSeverity,
    selected: false,
    warnings: warningsOf(rule, context),
    identifiers: identifiersOf(rule, env),
    references: parts.references,
    platforms: platformsOf(rule),
    requires: namesOf(rule, 'requires'),
    conflicts: namesOf(rule, 'conflicts'),
    remediations: parts.remediations,
    ...(parts.definition && otherChecks.length === 0 ? { definition: parts.definition } : {}),
    otherChecks: [...parts.scripts, ...otherChecks],
    ...(ocil ? { ocil } : {}),
    origin: filePlace(file),
  };
}

/**
 * The manual check; its tags count for nothing, since OCIL has none. The question asks whether it is the case
 * that …, and "yes" passes all the same, as the checkout's own build has it.
 */
export function ocilOf({ id, data }: RuleFile): RuleSource['ocil'] {
  const question = typeof data.ocil === 'string' ? data.ocil : '';
  const clause = typeof data.ocil_clause === 'string' ? data.ocil_clause : '';
  if (question === '' && clause === '') return undefined;
  return {
    question: plainText(untagged(question)),
    clause,
    yesPasses: true,
    ...(id === wholeFeed ? { checks: false } : {}),
  };
}
