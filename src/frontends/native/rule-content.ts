import type { Remediation } from '../../model/remediation.js';
import type { RuleData } from '../../schema/rule.js';
import { filePlace, type Place, type SourceFile, valuePlace } from '../../source/file.js';
import type { Context } from './expand/expand.js';
import { definitionNotHere } from './messages.js';
import type { OvalCollector } from './oval.js';
import { type NativeLanguage, readRemediation } from './remediation.js';
import { type RuleTemplate, type TemplateFile, templateContext } from './rule-template.js';
import type { Document, Scope } from './scope.js';
import { type ExpandedFile, expandFile } from './source-text.js';

/** What checks and repairs a rule, and where each file of it came from. */
export interface RuleContent {
  readonly remediations: readonly Remediation[];
  readonly hasDefinition: boolean;
}

/** The ending of the files beside a rule, by what they hold. */
const endings: Readonly<Record<TemplateFile, string>> = { oval: 'xml', bash: 'sh', ansible: 'yml' };

/** A file to expand, with the names that it may use; `use` where it is a template that the rule asked for. */
interface Source {
  readonly file: SourceFile;
  readonly context: Context;
  readonly use?: Place;
}

/** Reads the check and the remediations of a rule: a file beside it wins over its template. */
export function readRuleContent(
  scope: Scope,
  folder: string,
  name: string,
  { file, data }: Document<RuleData>,
  oval: OvalCollector,
): RuleContent {
  const rule = { id: name, title: data.title };
  const template =
    data.template && scope.templates.find(data.template.name, valuePlace(file, ['template', 'name']));
  const use = valuePlace(file, ['template']);
  const context =
    template && templateContext(scope, template, file, ['template', 'vars'], data.template?.vars, { rule });
  const beside: Context = { ...scope.context, rule };

  const sourceOf = (kind: TemplateFile): Source | undefined => {
    const own = fileBeside(scope, folder, kind);
    if (own) return { file: own, context: beside };
    const shared = template?.files[kind];
    return shared && context ? { file: shared, context, use } : undefined;
  };

  const check = sourceOf('oval');
  const hasDefinition =
    check !== undefined && addDefinition(scope, check, name, oval, folder.replaceAll('/', '\0'));
  const remediations = (['bash', 'ansible'] as const).flatMap((language: NativeLanguage) => {
    const source = sourceOf(language);
    const text = source && expandSource(scope, source, language);
    const remediation = text && readRemediation(scope, language, name, text);
    return remediation ? [remediation] : [];
  });
  return { remediations, hasDefinition };
}

/** `oval/alinux3.xml`, or `oval/shared.xml` for all products. */
function fileBeside(scope: Scope, folder: string, kind: TemplateFile): SourceFile | undefined {
  const ending = endings[kind];
  return (
    scope.root.read(`${folder}/${kind}/${scope.product.product}.${ending}`) ??
    scope.root.read(`${folder}/${kind}/shared.${ending}`)
  );
}

const expandSource = (
  scope: Scope,
  { file, context, use }: Source,
  target: 'xml' | NativeLanguage,
): ExpandedFile | undefined => expandFile(scope, file, target, context, use);

function addDefinition(
  scope: Scope,
  source: Source,
  name: string,
  oval: OvalCollector,
  precedence: string,
): boolean {
  const text = expandSource(scope, source, 'xml');
  if (!text || !oval.add(text.file, precedence)) return false;
  if (oval.hasDefinition(name)) return true;
  scope.report(definitionNotHere(filePlace(source.file), name));
  return false;
}

/** Sorts what is for facts behind what is for rules. */
const afterRules = '\uffff';

/** The OVAL definition that a template makes for something else than a rule: a fact. */
export function addTemplateDefinition(
  scope: Scope,
  template: RuleTemplate,
  context: Context,
  use: Place,
  name: string,
  oval: OvalCollector,
): void {
  const file = template.files.oval;
  if (file && !oval.hasDefinition(name)) addDefinition(scope, { file, context, use }, name, oval, afterRules);
}
