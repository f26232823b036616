import type { Benchmark, Profile, Rule } from '../../../model/benchmark.js';
import type { ProfileView } from '../../../model/profile-view.js';
import { type Chunks, ChunkWriter } from '../../../text/chunks.js';
import { oneLine, plain } from '../../plain-text.js';
import { valueNames } from '../../value-names.js';
import { header, heading } from '../header.js';
import { bodyOf, remediationIn } from '../parts.js';
import { sectionOf } from '../sections.js';
import { ruleTags } from './tags.js';
import { tasksText } from './tasks.js';
import { Variables } from './variables.js';

/**
 * An Ansible playbook that repairs a system as a profile wants it: one play, a block of tasks for each rule
 * in document order. The values that the profile chooses are the play's `vars`, where whoever runs it finds
 * them and may set others.
 */
export function ansiblePlaybook(benchmark: Benchmark, profile: Profile, view: ProfileView): Chunks {
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
  const variables = new Variables(valueNames(benchmark));
  const sections = view.rules.map((rule) => ansibleSection(rule, view.valueOf, variables));
  const play = [
    `- name: ${quoted(heading(benchmark, profile, view))}`,
    '  hosts: all',
    '  become: true',
    ...variables.block(view),
    sections.length === 0 ? '  tasks: []' : '  tasks:',
  ];
  const out = new ChunkWriter();
  out.add(`---\n${header(benchmark, profile, view, usage)}\n${play.join('\n')}\n`);
  sections.forEach((section, index) => {
    if (index > 0) out.add('\n');
    out.add(section);
  });
  return out.chunks;
}

/** One rule between its markers: a block with the rule's name and tags around the author's tasks. */
export const ansibleSection = (
  rule: Rule,
  current: ProfileView['valueOf'],
  variables: Variables,
): Uint8Array => sectionOf(rule, 'ansible', () => ansibleSectionText(rule, current, variables));

export function ansibleSectionText(
  rule: Rule,
  current: ProfileView['valueOf'],
  variables: Variables,
): string {
  const remediation = remediationIn(rule, 'ansible');
  const body = bodyOf(rule, 'ansible');
  const lines =
    remediation && body
      ? [
          `    - name: ${quoted(oneLine(plain(rule.title, current)))}`,
          '      tags:',
          ...ruleTags(rule, remediation).map((tag) => `        - ${quoted(tag)}`),
          '      block:',
          tasksText(body, current, variables),
        ]
      : ['    # There is no Ansible remediation for this rule.'];
  return `    # BEGIN ${rule.id}\n${lines.join('\n')}\n    # END ${rule.id}\n`;
}

/** A name or tag on one line. Jinja must not read what came from a title. */
function quoted(text: string): string {
  const line = oneLine(text);
  return plainTag.test(line) ? line : JSON.stringify(line.replace(/\{(?=[{%#])/g, '{ '));
}

/** A word that YAML takes for nothing but a string, and Jinja for nothing at all. */
const plainTag = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z_][\w.-]*[a-z_]$/i;
