import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ansiblePlaybook } from '../../../src/backends/remediation/index.js';
import type { Benchmark } from '../../../src/model/benchmark.js';
import { viewProfile } from '../../../src/model/profile-view.js';
import type { Remediation, RemediationPart } from '../../../src/model/remediation.js';
import { plainText } from '../../../src/model/text.js';
import { asString } from '../../../src/text/chunks.js';
import { full } from '../full.js';
import { benchmark, id, profile, rule, value } from '../sample.js';
import { folderWith, run } from '../tool.js';

const ansible = (...parts: RemediationPart[]): Remediation[] => [
  { language: 'ansible', system: 'urn:xccdf:fix:script:ansible', parts },
];

function playbook(sample: Benchmark, index = 0): string {
  const chosen = sample.profiles[index];
  if (!chosen) throw new Error('no profile');
  return asString(ansiblePlaybook(sample, chosen, viewProfile(sample, chosen)));
}

function execute(content: string): string {
  const folder = folderWith([
    { path: 'play.yml', content: content.replace('become: true', 'become: false') },
  ]);
  const { status, output } = run('ansible-playbook', ['-i', 'localhost,', '-c', 'local', 'play.yml'], folder);
  expect({ status, output }).toEqual({ status: 0, output });
  return output;
}

it('is one play with the values of the profile and a block for each rule', () => {
  expect(parse(playbook(full(), 1))).toEqual([
    {
      name: 'Title of strict for Demo Linux',
      hosts: 'all',
      become: true,
      vars: { relay_host: 'none' },
      tasks: [
        {
          name: 'Title of mail_relay',
          tags: [
            'mail_relay',
            'CCE-1',
            'medium_severity',
            'configure_strategy',
            'low_complexity',
            'medium_disruption',
            'no_reboot_needed',
          ],
          block: [{ name: 'Show the relay', 'ansible.builtin.debug': { msg: '{{ relay_host }}' } }],
        },
      ],
    },
  ]);
});

it('marks each rule, and says which have no tasks', () => {
  expect(playbook(full()).match(/^ {4}#.*/gm)).toEqual([
    '    # BEGIN xccdf_org.example_rule_mail_relay',
    '    # END xccdf_org.example_rule_mail_relay',
    '    # BEGIN xccdf_org.example_rule_by_hand',
    '    # There is no Ansible remediation for this rule.',
    '    # END xccdf_org.example_rule_by_hand',
  ]);
});

describe('tasks as authors write them', () => {
  const tasks = (name: string, ...parts: RemediationPart[]): unknown => {
    const sample = benchmark({
      values: [value('v', { options: [{ value: name }] }), value('a.b'), value('a-b')],
      rules: [rule('r', { selected: true, remediations: ansible(...parts) })],
      profiles: [profile('p')],
    });
    return parse(playbook(sample))[0].tasks[0].block;
  };
  const v = { value: id('value', 'v'), place: 'verbatim' } as const;

  it('keep their block scalars and blank lines', () => {
    const text =
      '---\n\n- name: a\n  shell: |\n    if x; then\n\n      y\n    fi\n\n- name: b\n  debug:\n    msg: >-\n      c\n      d\n\n\n';
    expect(tasks('x', text)).toEqual([
      { name: 'a', shell: 'if x; then\n\n  y\nfi\n' },
      { name: 'b', debug: { msg: 'c d' } },
    ]);
  });

  it('get a value that stands alone as a string, whatever is in it', () => {
    const set = '- set_fact:\n    x: !!str ';
    expect(tasks('0644', set, v, '\n  tags:\n  - always\n')).toEqual([
      { set_fact: { x: '0644' }, tags: ['always'] },
    ]);
    expect(tasks('a: b # c\n- d', '- set_fact:\n    x: ', v)).toEqual([{ set_fact: { x: 'a: b # c\n- d' } }]);
  });

  it('get a value inside other text as it is', () => {
    expect(tasks('abc', '- debug:\n    msg: x', v, 'y\n')).toEqual([{ debug: { msg: 'xabcy' } }]);
    expect(tasks('abc', '- shell: |\n    echo\n    ', v, '\n    echo\n')).toEqual([
      { shell: 'echo\nabc\necho\n' },
    ]);
  });

  it('get a name of its own for each value', () => {
    const scalar = (name: string): RemediationPart => ({ value: id('value', name), place: 'yaml-scalar' });
    expect(
      tasks('x', '- debug:\n    msg: ', scalar('a.b'), '\n- debug:\n    msg: ', scalar('a-b'), '\n'),
    ).toEqual([{ debug: { msg: '{{ a_b }}' } }, { debug: { msg: '{{ a_b_2 }}' } }]);
  });
});

describe('what comes from the content', () => {
  const evil = "\"{{ lookup('pipe', 'echo OWNED') }}\n  - hosts: evil\n# ': {% x";
  const sample = benchmark({
    productName: evil,
    title: plainText(evil),
    values: [value('v', { options: [{ value: evil }] })],
    rules: [
      rule('true', {
        title: plainText(evil),
        selected: true,
        identifiers: [{ system: 's', value: evil }],
        remediations: ansible('- debug:\n    msg: ', { value: id('value', 'v'), place: 'yaml-scalar' }, '\n'),
      }),
    ],
    profiles: [profile('p', { title: plainText(evil), description: plainText(evil) })],
  });

  it('cannot add to the playbook, nor run in it', () => {
    const plays = parse(playbook(sample), { logLevel: 'silent' });
    expect(plays).toHaveLength(1);
    expect(plays[0].tasks[0].tags[0]).toBe('true');
    expect(execute(playbook(sample))).toContain("lookup('pipe', 'echo OWNED') }}");
  });
});

it.each([
  ['of every kind of rule', full()],
  ['without any rule', benchmark({ profiles: [profile('p')] })],
])('is a playbook to Ansible: %s', (_, sample) => {
  const folder = folderWith([{ path: 'play.yml', content: playbook(sample) }]);
  const { status, output } = run(
    'ansible-playbook',
    ['-i', 'localhost,', '--syntax-check', 'play.yml'],
    folder,
  );
  expect({ status, output }).toEqual({ status: 0, output: 'playbook: play.yml' });
});
