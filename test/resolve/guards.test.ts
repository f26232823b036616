import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/diagnostic.js';
import type { Fact, Platform } from '../../src/model/platform.js';
import type { Remediation, RemediationPart } from '../../src/model/remediation.js';
import { ansibleTags, type Guard, guarded } from '../../src/resolve/guards.js';

const fact = (id: string, bash?: string, ansible?: string): [string, Fact] => [
  id,
  { id, cpe: `cpe:/a:${id}`, title: id, ...(bash ? { bash } : {}), ...(ansible ? { ansible } : {}) },
];

const facts = new Map([
  fact('kernel', 'rpm -q kernel', '"kernel" in ansible_facts.packages'),
  fact('postfix', 'rpm -q postfix\n', '"postfix" in ansible_facts.packages'),
  fact('arm', '[ "$(uname -m)" = aarch64 ]', 'ansible_architecture == "aarch64"'),
  fact('silent'),
]);

const is = (id: string): Platform => ({ id, source: id, expression: { kind: 'fact', fact: id } });
const not = (id: string): Platform => ({
  id: `not_${id}`,
  source: `not ${id}`,
  expression: { kind: 'not', operand: { kind: 'fact', fact: id } },
});
const both = (...ids: string[]): Platform => ({
  id: ids.join('_and_'),
  source: ids.join(' and '),
  expression: { kind: 'and', operands: ids.map((id) => ({ kind: 'fact', fact: id })) },
});

const wording = {
  bash: {
    comment: 'Remediation is applicable only in certain platforms',
    notApplicable: 'Remediation is not applicable, nothing was done',
  },
  taskStyle: 'libyaml',
  packageFacts: { name: 'Gather the package facts', module: 'package_facts', manager: 'auto' },
} as const;

const guard = (inherited: Platform[], own: Platform[]): Guard => ({ inherited, own, facts, wording });

const bash = (...parts: RemediationPart[]): Remediation => ({
  language: 'bash',
  system: 'urn:xccdf:fix:script:sh',
  parts,
});

const guardedBash = (remediation: Remediation, ...[inherited, own]: [Platform[], Platform[]]): string =>
  guarded(remediation, guard(inherited, own), [], () => {})
    .parts.map((part) => (typeof part === 'string' ? part : `<${part.value}>`))
    .join('');

describe('a guard in Bash', () => {
  it('wraps the script, without white space at its ends', () => {
    expect(guardedBash(bash('\n\necho 1\n  echo 2\n\n'), [is('postfix')], [])).toBe(
      [
        '# Remediation is applicable only in certain platforms',
        'if rpm -q postfix; then',
        '',
        'echo 1',
        '  echo 2',
        '',
        'else',
        "    >&2 echo 'Remediation is not applicable, nothing was done'",
        'fi',
        '',
      ].join('\n'),
    );
  });

  it.each<[string, Platform[], Platform[]]>([
    ['rpm -q kernel && rpm -q postfix', [is('postfix'), is('kernel')], []],
    ['rpm -q kernel || rpm -q postfix', [], [is('postfix'), is('kernel')]],
    ['rpm -q kernel && { rpm -q postfix; }', [is('kernel')], [is('postfix')]],
    ['rpm -q kernel', [is('kernel')], [is('kernel')]],
    ['! ( rpm -q kernel )', [], [not('kernel')]],
    ['( rpm -q kernel\n && rpm -q postfix )'.replace('\n', ''), [both('kernel', 'postfix')], []],
    ['( ( rpm -q kernel && rpm -q postfix ) )', [], [both('kernel', 'postfix')]],
    ['( rpm -q kernel )', [both('kernel', 'silent')], []],
  ])('%s', (test, inherited, own) => {
    const [, line] = guardedBash(bash('true'), inherited, own).split('\nif ');
    expect((line ?? '').split('; then\n')[0]?.replace('postfix\n', 'postfix')).toBe(test);
  });

  it('leaves a script alone that is empty, or whose facts have no condition', () => {
    expect(guardedBash(bash('\n'), [is('kernel')], [])).toBe('\n');
    expect(guardedBash(bash('true\n'), [is('silent')], [])).toBe('true\n');
  });

  it('keeps value references', () => {
    const script = bash("x='", { value: 'x', place: 'shell-word' }, "'\n");
    expect(guardedBash(script, [is('kernel')], [])).toContain("then\n\nx='<x>'\n\nelse");
  });
});

const ansible = (...parts: RemediationPart[]): Remediation => ({
  language: 'ansible',
  system: 'urn:xccdf:fix:script:ansible',
  id: 'some_rule',
  reboot: false,
  complexity: 'low',
  parts,
});

function guardedAnsible(remediation: Remediation, inherited: Platform[], own: Platform[]) {
  const diagnostics = new Diagnostics();
  const { parts } = guarded(remediation, guard(inherited, own), ['some_rule'], diagnostics.report);
  const text = parts.map((part) => (typeof part === 'string' ? part : `<${part.value}>`)).join('');
  return { text, problems: diagnostics.all.map(({ code, message }) => ({ code, message })) };
}

const tags = ['low_complexity', 'no_reboot_needed', 'some_rule'];

describe('a guard in Ansible', () => {
  it('tags every task', () => {
    const { text } = guardedAnsible(
      ansible('- name: A\n  command: a\n- name: B\n  command: b\n  tags: [z]\n'),
      [],
      [],
    );
    expect(load(text)).toEqual([
      { name: 'A', command: 'a', tags },
      { name: 'B', command: 'b', tags: [...tags, 'z'] },
    ]);
  });

  it('adds its conditions before those of the task', () => {
    const { text } = guardedAnsible(
      ansible('- name: A\n  command: a\n  when: b\n'),
      [not('arm')],
      [is('arm'), not('arm')],
    );
    expect(load(text)).toEqual([
      {
        name: 'A',
        command: 'a',
        when: ['not ( ansible_architecture == "aarch64" )', 'ansible_architecture == "aarch64"', 'b'],
        tags,
      },
    ]);
  });

  it('writes tasks as ansible-lint wants them where the content is ours', () => {
    const task = ansible('- name: A\n  block:\n  - name: B\n    command: b\n  when: c\n');
    const own: Guard = { ...guard([], []), wording: { ...wording, taskStyle: 'ansible-lint' } };
    expect(guarded(task, own, ['t'], () => {}).parts.join('')).toBe(`- name: A
  when: c
  tags:
    - low_complexity
    - no_reboot_needed
    - t
  block:

    - name: B
      command: b
`);
  });

  it('gathers the package facts that conditions need', () => {
    const { text } = guardedAnsible(ansible('- name: A\n  command: a\n'), [], [is('kernel'), is('postfix')]);
    expect(load(text)).toEqual([
      { name: 'Gather the package facts', package_facts: { manager: 'auto' }, tags },
      {
        name: 'A',
        command: 'a',
        when: '"kernel" in ansible_facts.packages or "postfix" in ansible_facts.packages',
        tags,
      },
    ]);
  });

  it('keeps the form of a task that promotes a Value', () => {
    const { text } = guardedAnsible(
      ansible(
        '- name: XCCDF Value limit # promote to variable\n  set_fact:\n    limit: !!str ',
        { value: 'limit', place: 'yaml-scalar' },
        '\n  tags:\n    - always\n- name: A\n  command: a {{ limit }}\n',
      ),
      [],
      [is('arm')],
    );
    expect(text).toBe(
      [
        '- name: XCCDF Value limit # promote to variable',
        '  set_fact:',
        '    limit: !!str <limit>',
        '  tags:',
        '    - always',
        '',
        '- name: A',
        '  command: a {{ limit }}',
        '  when: ansible_architecture == "aarch64"',
        '  tags:',
        '  - low_complexity',
        '  - no_reboot_needed',
        '  - some_rule',
        '',
      ].join('\n'),
    );
  });

  it('keeps what YAML 1.1 would read otherwise', () => {
    const { text } = guardedAnsible(
      ansible("- name: A\n  file:\n    mode: '0644'\n    state: 'yes'\n    force: yes\n"),
      [],
      [],
    );
    expect(text).toContain("mode: '0644'\n    state: 'yes'\n    force: true\n");
  });

  it('keeps scalars that a reader of YAML would lose', () => {
    const task =
      '- name: A\n  m:\n    a: 1.0\n    b: !unsafe "{{ x }}"\n    c: 0644\n    d: y\n    e: "0:30"\n';
    const { text } = guardedAnsible(ansible(task), [], []);
    expect(text).toContain('a: 1.0\n    b: !unsafe "{{ x }}"\n    c: 420\n    d: y\n');
    expect(text).toContain('e: 0:30\n');
  });

  it.each([
    ['a list as a key', '- name: A\n  m: {{ x }}\n'],
    ['a fraction as a key', '- name: A\n  1.0: x\n'],
    [
      'an alias bomb',
      `- a: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `  a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`)}]\n`).join('')}`,
    ],
  ])('refuses %s', (_, text) => {
    expect(guardedAnsible(ansible(text), [], []).problems).toMatchObject([{ code: 'ansible-syntax' }]);
  });

  it('reports what is no list of tasks, and what is no YAML', () => {
    expect(guardedAnsible(ansible('name: A\n'), [], []).problems).toEqual([
      { code: 'ansible-not-tasks', message: 'the Ansible remediation of `some_rule` is not a list of tasks' },
    ]);
    expect(guardedAnsible(ansible('- name: A: B\n'), [], []).problems).toMatchObject([
      { code: 'ansible-syntax' },
    ]);
  });
});

describe('the tags of a rule', () => {
  it('are its name, severity, CCE and the requirements of known catalogues', () => {
    const catalogues = new Map([
      ['https://nist.example/80053', { key: 'nist', title: 'NIST' }],
      ['https://cis.example', { key: 'cis', title: 'CIS' }],
    ]);
    expect(
      ansibleTags(
        {
          name: 'some_rule',
          severity: 'medium',
          identifiers: [{ system: 'https://ncp.nist.gov/cce', value: 'CCE-80123-4' }],
          references: [
            { href: 'https://nist.example/80053', text: 'AC-3' },
            { href: 'https://cis.example', text: '1.2' },
            { text: 'free' },
          ],
        },
        catalogues,
      ),
    ).toEqual(['some_rule', 'medium_severity', 'CCE-80123-4', 'NIST-800-53-AC-3']);
  });
});
