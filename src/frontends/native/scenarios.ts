import type { RemediationPart } from '../../model/remediation.js';
import type { Scenario } from '../../model/scenario.js';
import type { RuleData } from '../../schema/rule.js';
import { filePlace, type Place, type SourceFile, valuePlace } from '../../source/file.js';
import type { Context } from './expand/expand.js';
import { splitTokens } from './expand/tokens.js';
import { isForProduct } from './for-product.js';
import { templateContext } from './rule-template.js';
import { type ScenarioFile, scenarioFiles } from './scenario-files.js';
import { joinHeaders, readScenarioHeader, type ScenarioHeader } from './scenario-header.js';
import { type Document, itemId, readDocument, type Scope } from './scope.js';
import { expandFile } from './source-text.js';

/** The scenarios of every rule of a product, in the order of the tree. */
export function readScenarios(scope: Scope): Scenario[] {
  const below = (folder: string): Scenario[] =>
    scope.root.list(folder).flatMap(({ kind, name, path }) => {
      if (kind !== 'directory') return [];
      const kindOf = scope.root.isFile(`${path}/rule.yml`) ? 'rule' : 'group';
      if (!isForProduct(scope, kindOf, path)) return [];
      return kindOf === 'rule' ? ruleScenarios(scope, path, name) : below(path);
    });
  return below(scope.product.benchmark_root);
}

/** Those of the rule's template and those beside it; of the same name, that beside the rule counts. */
function ruleScenarios(scope: Scope, folder: string, name: string): Scenario[] {
  const document = readDocument<RuleData>(scope, 'rule', `${folder}/rule.yml`);
  if (!document) return [];
  const { data } = document;
  const rule = { id: name, title: data.title };
  const own = scenarioFiles(scope.root, folder, scope.report);
  const context: Context = { ...scope.context, rule };
  return [
    ...templateScenarios(scope, document, rule, own),
    ...own.map((file) => readScenario(scope, name, file, context)),
  ].filter((scenario) => scenario !== undefined);
}

function templateScenarios(
  scope: Scope,
  { file, data }: Document<RuleData>,
  rule: { readonly id: string },
  own: readonly ScenarioFile[],
): (Scenario | undefined)[] {
  const template =
    data.template && scope.templates.find(data.template.name, valuePlace(file, ['template', 'name']));
  const shared = template?.scenarios.filter(
    ({ name, expected }) => !own.some((other) => other.name === name && other.expected === expected),
  );
  if (!template || !shared?.length) return [];
  const context = templateContext(scope, template, file, ['template', 'vars'], data.template?.vars, { rule });
  const use = valuePlace(file, ['template']);
  return context ? shared.map((each) => readScenario(scope, rule.id, each, context, use)) : [];
}

/** Nothing for a file of which a condition leaves nothing: it is not for this rule. */
function readScenario(
  scope: Scope,
  rule: string,
  { file, name, expected, setup }: ScenarioFile,
  context: Context,
  use?: Place,
): Scenario | undefined {
  const read = (each: SourceFile): Part | undefined => readPart(scope, each, expected, context, use);
  const own = read(file);
  const before = own && setup ? read(setup) : undefined;
  return (
    own && {
      rule,
      name,
      expected,
      script: [...(before?.script ?? []), ...own.script],
      ...(before ? joinHeaders(before.header, own.header) : own.header),
      origin: use ?? filePlace(file),
    }
  );
}

/** What one file gives to a scenario. */
interface Part {
  readonly script: readonly RemediationPart[];
  readonly header: ScenarioHeader;
}

function readPart(
  scope: Scope,
  file: SourceFile,
  expected: Scenario['expected'],
  context: Context,
  use?: Place,
): Part | undefined {
  const header = expandFile(scope, file, 'header', context, use);
  if (!header || header.file.text.trim() === '') return undefined;
  const script = expandFile(scope, file, 'bash', context, use);
  if (!script) return undefined;
  return {
    script: splitTokens(script.file.text, script.expanded.tokens).map((part): RemediationPart => {
      if (typeof part === 'string') return part;
      return part.kind === 'text'
        ? part.text
        : {
            value: itemId(scope, 'value', part.name),
            place: 'shell-word',
            origin: script.placeOf(...part.source),
          };
    }),
    header: readScenarioHeader(header.file, expected, scope.report),
  };
}
