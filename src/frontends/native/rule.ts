import type { Identifier, Reference } from '../../model/benchmark.js';
import type { RuleSource } from '../../model/content.js';
import type { RuleData } from '../../schema/rule.js';
import { keyPlace } from '../../source/file.js';
import { readItem, sourced, sourcedList } from './items.js';
import { unknownCatalogue } from './messages.js';
import type { OvalCollector } from './oval.js';
import { readRuleContent } from './rule-content.js';
import { type Document, readDocument, richText, type Scope } from './scope.js';

/** Reads the folder of a rule: `rule.yml`, its check and its remediations, from files beside it or a template. */
export function readRule(
  scope: Scope,
  folder: string,
  name: string,
  oval: OvalCollector,
): RuleSource | undefined {
  const document = readDocument<RuleData>(scope, 'rule', `${folder}/rule.yml`);
  if (!document) return undefined;
  const { file, data } = document;
  const { remediations, hasDefinition } = readRuleContent(scope, folder, name, document, oval);
  return {
    kind: 'rule',
    ...readItem(scope, 'rule', name, file, data),
    rationale: richText(scope, file, ['rationale'], data.rationale),
    severity: data.severity,
    ...(data.role === undefined ? {} : { role: data.role }),
    ...(data.weight === undefined ? {} : { weight: data.weight }),
    // A profile decides; without one a scan of a whole benchmark would be a scan of contradictions.
    selected: false,
    identifiers: readIdentifiers(scope, document),
    references: readReferences(scope, document),
    platforms: sourcedList(file, 'platforms', data.platforms),
    requires: sourcedList(file, 'requires', data.requires),
    conflicts: sourcedList(file, 'conflicts', data.conflicts),
    remediations,
    ...(hasDefinition ? { definition: sourced(file, [], name) } : {}),
    otherChecks: [],
    ...(data.ocil === undefined
      ? {}
      : {
          ocil: {
            question: richText(scope, file, ['ocil'], data.ocil),
            clause: withoutCodeMarks(data.ocil_clause ?? ''),
          },
        }),
  };
}

/** OCIL's questions are plain text; authors mark code in them as everywhere else. */
const withoutCodeMarks = (text: string): string => text.replace(/`([^`]+)`/g, '$1');

function readIdentifiers(scope: Scope, { file, data }: Document<RuleData>): Identifier[] {
  const known = scope.settings.identifiers ?? {};
  return Object.entries(data.identifiers ?? {}).flatMap(([key, value]) => {
    const system = Object.hasOwn(known, key) ? known[key]?.system : undefined;
    if (system !== undefined) return [{ system, value }];
    scope.report(
      unknownCatalogue(keyPlace(file, ['identifiers', key]), 'identifiers', key, Object.keys(known)),
    );
    return [];
  });
}

function readReferences(scope: Scope, { file, data }: Document<RuleData>): Reference[] {
  const known = scope.settings.references ?? {};
  return Object.entries(data.references ?? {}).flatMap(([key, texts]) => {
    const href = Object.hasOwn(known, key) ? known[key]?.url : undefined;
    if (href !== undefined) return texts.map((text) => ({ href, text }));
    scope.report(
      unknownCatalogue(keyPlace(file, ['references', key]), 'references', key, Object.keys(known)),
    );
    return [];
  });
}
