import { expect, test } from 'vitest';
import { needsFacts } from '../../src/testing/needs-facts.js';

test.each([
  ['no variable', '- ansible.builtin.copy:\n    dest: /x', false],
  ['what package_facts brings', 'when: "\'x\' in ansible_facts.packages"', false],
  ['what service_facts brings', 'when: ansible_facts["services"]["x.service"] is defined', false],
  ['a variable that Ansible sets itself', 'when: not ansible_check_mode', false],
  ['only a comment', '# ansible_distribution\n', false],
  ['a fact', 'when: ansible_distribution == "Debian"', true],
  ['a fact by its other name', 'when: ansible_facts.mounts | length', true],
])('%s', (_what, playbook, expected) => {
  expect(needsFacts(playbook)).toBe(expected);
});
