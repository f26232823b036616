import type { Benchmark, Rule } from '../../model/benchmark.js';
import { viewProfile } from '../../model/profile-view.js';
import type { Chunks } from '../../text/chunks.js';
import type { ScriptLanguage } from '../owners.js';
import { ansiblePlaybook, ansibleSectionText } from './ansible/playbook.js';
import { Variables } from './ansible/variables.js';
import { bashScript, bashSectionText } from './bash/script.js';
import { isCommon } from './sections.js';

export { ansiblePlaybook, ansibleSection } from './ansible/playbook.js';
export { bashScript, bashSection } from './bash/script.js';
export { Variables };

const noValue = (): string => '';
const noVariables = new Variables(new Map());

/** The section of a rule in the scripts of a language, where it is the same for every profile. */
export function commonSection(rule: Rule, language: ScriptLanguage): string | undefined {
  if (!isCommon(rule, language)) return undefined;
  return language === 'bash'
    ? bashSectionText(rule, noValue)
    : ansibleSectionText(rule, noValue, noVariables);
}

/** Where the files of a profile go, below the output folder. */
export const scriptPaths = (product: string, profile: string): Readonly<Record<ScriptLanguage, string>> => ({
  bash: `${product}/bash/${product}-script-${profile}.sh`,
  ansible: `${product}/ansible/${product}-playbook-${profile}.yml`,
});

/** A Bash script and an Ansible playbook for each profile. */
export function* remediationFiles(benchmark: Benchmark): Generator<{ path: string; content: Chunks }> {
  const { name } = benchmark;
  for (const profile of benchmark.profiles) {
    const view = viewProfile(benchmark, profile);
    const paths = scriptPaths(name, profile.name);
    yield {
      path: paths.bash,
      content: bashScript(benchmark, profile, view),
    };
    yield {
      path: paths.ansible,
      content: ansiblePlaybook(benchmark, profile, view),
    };
  }
}
