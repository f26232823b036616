import type { Check } from '../../../model/benchmark.js';
import type { SourceFile } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import type { CheckedRule } from '../oval/checks.js';
import { byPrecedence } from '../oval/static-files.js';
import type { RuleTemplates } from '../templates/templates.js';
import { idsOf } from '../tree/ids.js';
import { readScript } from './script.js';

const sceSystem = 'http://open-scap.org/page/SCE';

/**
 * The check scripts of rules (OpenSCAP's Script Check Engine), by the id of the rule: from its own folder, else
 * from its template.
 */
export async function loadScripts(
  env: Environment,
  templates: RuleTemplates,
  rules: readonly CheckedRule[],
): Promise<ReadonlyMap<string, Check>> {
  const out = new Map<string, Check>();
  const templated: CheckedRule[] = [];
  for (const rule of rules) {
    const check = fromFolder(env, rule);
    if (check) out.set(rule.id, check);
    else templated.push(rule);
  }
  const requests = templated.flatMap((rule) => {
    const request = rule.template && {
      templatable: { ...rule, template: rule.template },
      language: 'sce-bash' as const,
    };
    return request && templates.makes(request) ? [request] : [];
  });
  const made = await templates.make(requests);
  for (const [at, { templatable }] of requests.entries()) {
    const file = made[at];
    const check = file && checkOf(env, templatable.id, '.sh', file);
    if (check) out.set(templatable.id, check);
  }
  return out;
}

function fromFolder(env: Environment, rule: CheckedRule): Check | undefined {
  const { root, product } = env;
  const folder = `${rule.folder}/sce`;
  if (!root.isDirectory(folder)) return undefined;
  const context = { rule_id: rule.id, rule_title: rule.title, products: [product.id] };
  const files = root.list(folder).filter(({ kind }) => kind === 'file');
  for (const { path, name } of byPrecedence(files, product.id)) {
    const source = root.read(path);
    const file = source && env.expand(source, context);
    const check = file && checkOf(env, rule.id, /\.[^.]*$/.exec(name)?.[0] ?? '', file);
    if (check) return check;
  }
  return undefined;
}

/** The check of a script; nothing where it is for other products. */
function checkOf(env: Environment, rule: string, extension: string, file: SourceFile): Check | undefined {
  const { text, platform, imports, exports } = readScript(file.text);
  if (!env.names.applies(platform, env.product.id)) return undefined;
  const valuePrefix = idsOf(env).value;
  return {
    kind: 'sce',
    system: sceSystem,
    href: `${env.product.id}/checks/sce/${rule}${extension}`,
    ...(imports.length === 0 ? {} : { imports }),
    exports: exports.map(([variable, value]) => ({ value: valuePrefix + value, variable })),
    script: text,
  };
}
