import { stringify } from 'yaml';
import type { Benchmark, Profile, Rule } from '../../../model/benchmark.js';
import type { ProfileView } from '../../../model/profile-view.js';
import { oneLine, plain } from '../../plain-text.js';
import { header } from '../header.js';
import { remediationIn } from '../parts.js';
import { ruleTags } from './tags.js';
import { tasksText } from './tasks.js';
import { VariableNames } from './variables.js';

/**
 * An Ansible playbook that repairs a system as a profile wants it: one play, a block of tasks for each rule
 * in document order. The values that the profile chooses are the play's `vars`, where whoever runs it finds
 * them and may set others.
 */
export function ansiblePlaybook(benchmark: Benchmark, profile: Profile, view: ProfileView): string {
  const name = `${benchmark.name}-playbook-${profile.name}.yml`;
  const usage = [
    'Run on the control node, for the hosts of an inventory:',
    '',
    `    ansible-playbook -i inventory.ini ${name}`,
    '',
    'or on the system itself:',
    '',
    `    ansible-playbook -i localhost, -c local ${name}`,
    '',
    'With --check --diff it shows what it would change.',
  ];
  const variables = new VariableNames(benchmark);
  const sections: string[] = [];
  for (const [index, rule] of view.rules.entries()) {
    sections.push(ruleSection(rule, `${index + 1}/${view.rules.length}`, view, variables));
  }
  const play = [
    `- name: ${quoted(`${plain(profile.title, view.valueOf)} for ${benchmark.productName}`)}`,
    '  hosts: all',
    '  become: true',
    ...variables.block(view),
    sections.length === 0 ? '  tasks: []' : '  tasks:',
  ];
  return `---\n${header(benchmark, profile, view, usage)}\n${play.join('\n')}\n${sections.join('\n')}`;
}

/** One rule between its markers: a block with the rule's name and tags around the author's tasks. */
function ruleSection(rule: Rule, progress: string, view: ProfileView, variables: VariableNames): string {
  const title = oneLine(plain(rule.title, view.valueOf));
  const remediation = remediationIn(rule, 'ansible');
  const body = remediation
    ? [
        `    - name: ${quoted(title)}`,
        '      tags:',
        ...ruleTags(rule, remediation).map((tag) => `        - ${quoted(tag)}`),
        '      block:',
        indentedBy(8, tasksText(remediation, view, variables)),
      ]
    : ['    # There is no Ansible remediation for this rule.'];
  return `    # BEGIN ${progress} ${rule.id}\n${body.join('\n')}\n    # END ${progress} ${rule.id}\n`;
}

/** A string as YAML has it on one line; Jinja must not read what came from a title. */
const quoted = (text: string): string =>
  stringify(oneLine(text).replace(/\{(?=[{%#])/g, '{ '), { lineWidth: 0 }).trimEnd();

const indentedBy = (columns: number, text: string): string => text.replace(/^(?=.)/gm, ' '.repeat(columns));
