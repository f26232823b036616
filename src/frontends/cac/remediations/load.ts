import type { Remediation } from '../../../model/remediation.js';
import { filePlace, type SourceFile, spanPlace } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import type { CheckedRule } from '../oval/checks.js';
import { byPrecedence } from '../oval/static-files.js';
import type { RuleTemplates, TemplateRequest } from '../templates/templates.js';
import { idsOf } from '../tree/ids.js';
import { type RemediationFile, splitRemediation } from './header.js';
import { type CacLanguage, languagesOf } from './languages.js';
import { ansiblePopulate, remediationNoPlatform, remediationPlatformSpace } from './messages.js';
import { partsOf } from './parts.js';

/**
 * The remediations of rules, by the id of the rule: each language from the folder of the rule, else from its
 * template, where it is for the product. They are without the guard of the rule's platforms.
 */
export async function loadRemediations(
  env: Environment,
  templates: RuleTemplates,
  rules: Iterable<CheckedRule>,
): Promise<ReadonlyMap<string, readonly Remediation[]>> {
  const languages = languagesOf(env.root.read(`${env.product.dir}/CMakeLists.txt`)?.text);
  const wanted: Wanted[] = [];
  for (const rule of rules)
    for (const language of languages) wanted.push(...want(env, templates, rule, language));
  const requests = wanted.flatMap(({ request }) => request ?? []);
  const made = await templates.make(requests);
  const texts = new Map(requests.map((request, at) => [request, made[at]]));
  const out = new Map<string, Remediation[]>();
  for (const { rule, language, file, request } of wanted) {
    const text = file ? env.expand(file, contextOf(rule, language)) : request && texts.get(request);
    const remediation = text && remediationOf(env, rule, language, text);
    if (!remediation) continue;
    const list = out.get(rule.id);
    if (list) list.push(remediation);
    else out.set(rule.id, [remediation]);
  }
  return out;
}

/** One remediation to be: a file as its author wrote it, or a text that a template makes. */
interface Wanted {
  readonly rule: CheckedRule;
  readonly language: CacLanguage;
  readonly file?: SourceFile;
  readonly request?: TemplateRequest;
}

function want(
  env: Environment,
  templates: RuleTemplates,
  rule: CheckedRule,
  language: CacLanguage,
): Wanted[] {
  const file = fileOf(env, rule, language);
  if (file) return [{ rule, language, file }];
  if (!rule.template) return [];
  const templatable = { ...rule, template: rule.template };
  const request: TemplateRequest = { templatable, language: language.name };
  return templates.makes(request) ? [{ rule, language, request }] : [];
}

/** The file in the folder of the rule that counts most; whether it is for the product is asked of it alone. */
function fileOf(
  { root, product }: Environment,
  rule: CheckedRule,
  language: CacLanguage,
): SourceFile | undefined {
  const folder = `${rule.folder}/${language.name}`;
  if (!root.isDirectory(folder)) return undefined;
  const files = root
    .list(folder)
    .filter(({ kind, name }) => kind === 'file' && name.endsWith(language.extension));
  const [first] = byPrecedence(files, product.id);
  return first && root.read(first.path);
}

const contextOf = (rule: CheckedRule, { seesRule }: CacLanguage): Record<string, unknown> =>
  seesRule ? { rule_id: rule.id, rule_title: rule.title, cce_identifiers: rule.identifiers } : {};

function remediationOf(
  env: Environment,
  rule: CheckedRule,
  language: CacLanguage,
  file: SourceFile,
): Remediation | undefined {
  const parsed = splitRemediation(file.text);
  if (!isForProduct(env, parsed, file)) return undefined;
  const { metadata, body } = parsed;
  if (language.name === 'ansible') {
    const deprecated = /\(ansible-populate\s*(\S+)\)/.exec(file.text);
    if (deprecated) {
      const end = deprecated.index + deprecated[0].length;
      env.report(ansiblePopulate(deprecated[1] ?? '', spanPlace(file, deprecated.index, end)));
      return undefined;
    }
  }
  const { reboot, strategy, complexity, disruption } = metadata;
  return {
    language: language.name === 'hummingbird' ? 'other' : language.name,
    system: language.system,
    id: rule.id,
    // An Ansible text ends where its last line does, so that a folded scalar there has no line break.
    parts: partsOf(language.name === 'ansible' ? body : `${body}\n`, language, file, idsOf(env).value),
    origin: filePlace(file),
    ...(reboot?.value ? { reboot: reboot.value === 'true' } : {}),
    ...(strategy?.value ? { strategy: strategy.value } : {}),
    ...(complexity?.value ? { complexity: complexity.value } : {}),
    ...(disruption?.value ? { disruption: disruption.value } : {}),
  };
}

function isForProduct(env: Environment, { metadata }: RemediationFile, file: SourceFile): boolean {
  const { platform } = metadata;
  if (!platform?.value) {
    env.report(remediationNoPlatform(file));
    return false;
  }
  if (/\s,|,\s/.test(platform.value)) {
    env.report(remediationPlatformSpace(spanPlace(file, platform.start, platform.end)));
    return false;
  }
  return env.names.applies(platform.value, env.product.id);
}
