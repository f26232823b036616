import type { Report } from '../diagnostics/diagnostic.js';
import type { Catalogue, Rule } from '../model/benchmark.js';
import type { GuardWording } from '../model/content.js';
import type { Fact, Platform, PlatformExpression } from '../model/platform.js';
import type { Remediation, RemediationPart } from '../model/remediation.js';
import { guardTasks } from './ansible-tasks.js';

/** Where a rule applies, as its remediations must ask before they change anything. */
export interface Guard {
  /** Platforms of the groups above the rule: every one must hold. */
  readonly inherited: readonly Platform[];
  /** The rule's own platforms: one of them must hold. */
  readonly own: readonly Platform[];
  readonly wording: GuardWording;
  /** The facts that those platforms name. */
  readonly facts: ReadonlyMap<string, Fact>;
}

export type GuardedLanguage = 'bash' | 'ansible';

/** The conditions of a guard in one language; a platform that the language cannot ask for leaves none. */
export interface Conditions {
  readonly inherited: readonly string[];
  readonly own: readonly string[];
}

/**
 * A remediation that asks first whether its rule applies: Bash wrapped in an `if`, Ansible with a `when` and
 * tags on each task and a task that gathers the package facts where a condition needs them. Other languages
 * have no way to ask, and stay as they are.
 *
 * @param tags of each Ansible task, from `ansibleTags`
 */
export function guarded(
  remediation: Remediation,
  guard: Guard,
  tags: readonly string[],
  report: Report,
): Remediation {
  if (remediation.language === 'bash')
    return guardBash(remediation, conditionsOf(guard, 'bash'), guard.wording);
  if (remediation.language === 'ansible') {
    return guardTasks(remediation, conditionsOf(guard, 'ansible'), guard.wording, tags, report);
  }
  return remediation;
}

/** Platforms that are both the rule's and inherited count as inherited. */
export function conditionsOf({ inherited, own, facts }: Guard, language: GuardedLanguage): Conditions {
  const above = new Set(inherited.map(({ id }) => id));
  const conditions = (platforms: Iterable<Platform>): string[] =>
    [...new Map([...platforms].map((platform) => [platform.id, platform])).values()]
      .map(({ expression }) => conditionOf(expression, language, facts).trim())
      .filter((condition) => condition !== '')
      .sort();
  return { inherited: conditions(inherited), own: conditions(own.filter(({ id }) => !above.has(id))) };
}

const words = {
  bash: { not: '!', and: '&&', or: '||' },
  ansible: { not: 'not', and: 'and', or: 'or' },
} as const;

/** The condition of an expression; empty where no fact of it has one. A fact without one counts as holding. */
export function conditionOf(
  expression: PlatformExpression,
  language: GuardedLanguage,
  facts: ReadonlyMap<string, Fact>,
): string {
  if (expression.kind === 'fact') return facts.get(expression.fact)?.[language] ?? '';
  const operands = expression.kind === 'not' ? [expression.operand] : expression.operands;
  const conditions = operands.map((operand) => conditionOf(operand, language, facts)).filter(Boolean);
  if (conditions.length === 0) return '';
  const word = words[language];
  if (expression.kind === 'not') return `${word.not} ( ${conditions[0]} )`;
  return `( ${conditions.join(` ${word[expression.kind]} `)} )`;
}

function guardBash(
  remediation: Remediation,
  { inherited, own }: Conditions,
  { bash }: GuardWording,
): Remediation {
  const parts = trimmed(remediation.parts);
  if (parts.length === 0 || inherited.length + own.length === 0) return remediation;
  const alternatives = own.map((condition) =>
    / (&&|\|\|) /.test(condition) ? `( ${condition} )` : condition,
  );
  const any = alternatives.join(' || ');
  const test = inherited.join(' && ') + (inherited.length === 0 ? any : any && ` && { ${any}; }`);
  const before = `# ${bash.comment}\nif ${test}; then\n\n`;
  const after = `\n\nelse\n    >&2 echo '${bash.notApplicable}'\nfi\n`;
  return { ...remediation, parts: joined([before, ...parts, after]) };
}

/** Without white space at the ends of the script. */
function trimmed(parts: readonly RemediationPart[]): RemediationPart[] {
  const out = [...parts];
  for (let first = out[0]; typeof first === 'string'; first = out[0]) {
    out[0] = first.trimStart();
    if (out[0] !== '') break;
    out.shift();
  }
  for (let last = out.at(-1); typeof last === 'string'; last = out.at(-1)) {
    out[out.length - 1] = last.trimEnd();
    if (out.at(-1) !== '') break;
    out.pop();
  }
  return out;
}

/** Neighbouring pieces of text as one. */
export function joined(parts: readonly RemediationPart[]): RemediationPart[] {
  const out: RemediationPart[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (typeof part === 'string' && typeof last === 'string') out[out.length - 1] = last + part;
    else if (part !== '') out.push(part);
  }
  return out;
}

/** Catalogues whose requirements people pick Ansible tasks by, and how a tag names them. */
const tagPrefixes: Readonly<Record<string, string>> = {
  nist: 'NIST-800-53',
  cui: 'NIST-800-171',
  pcidss: 'PCI-DSS',
  pcidss4: 'PCI-DSSv4',
  cjis: 'CJIS',
  stigid: 'DISA-STIG',
};

/** The tags by which people pick the tasks of a rule: its name, severity, CCE and requirements. */
export function ansibleTags(
  { name, severity, identifiers, references }: Pick<Rule, 'name' | 'severity' | 'identifiers' | 'references'>,
  catalogues: ReadonlyMap<string, Catalogue>,
): string[] {
  const cces = identifiers.filter(({ value }) => value.startsWith('CCE-')).map(({ value }) => value);
  const requirements = references.flatMap(({ href, text }) => {
    const prefix = tagPrefixes[catalogues.get(href ?? '')?.key ?? ''];
    return prefix === undefined ? [] : [`${prefix}-${text}`];
  });
  return [name, `${severity}_severity`, ...cces, ...requirements];
}
