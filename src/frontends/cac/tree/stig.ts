import type { Environment } from '../environment.js';
import type { References } from './references.js';

/** STIG rule ids by the version that `stigid` references name. */
export type StigRules = ReadonlyMap<string, string>;

/** Reads the manual STIG of the product, where the checkout has one. */
export function readStig({ root, product }: Environment): StigRules {
  const folder = 'shared/references';
  const entry = root
    .list(folder)
    .find(({ name }) => name.startsWith(`disa-stig-${product.id}-`) && name.endsWith('-xccdf-manual.xml'));
  const file = entry && root.read(entry.path);
  const rules = new Map<string, string>();
  if (!file) return rules;
  // Two attributes of a large document are wanted, so it is scanned, not parsed.
  const rule = /<(?:[\w.-]+:)?Rule\b[^>]*?\bid="([^"]*)"[^>]*>|<(?:[\w.-]+:)?version\b[^>]*>([^<]*)</g;
  let id: string | undefined;
  for (const [, ruleId, version] of file.text.matchAll(rule)) {
    if (ruleId !== undefined) id = ruleId;
    else if (id !== undefined && version !== undefined) {
      if (version !== '') rules.set(version, id);
      id = undefined;
    }
  }
  return rules;
}

/** Adds, to a rule with `stigid` references, the STIG's own ids of those rules and of their vulnerabilities. */
export function addStigReferences(references: References, stig: StigRules): void {
  const rules = (references.get('stigid') ?? []).flatMap((id) => stig.get(id) ?? []);
  if (rules.length === 0) return;
  references.set('stigref', rules);
  const vulnerabilities = rules.flatMap((id) => /^S(V-\d+)r\d+_rule/.exec(id)?.[1] ?? []);
  if (vulnerabilities.length > 0) references.set('stigref_vulnerability_id', vulnerabilities);
}
