import { join } from 'node:path';
import { temporaryFolder, writeFiles } from '../support/cli.js';

/** The check of the rules here: the line of a rule in /etc/demo.conf says `on`. */
const oval = (rule: string, state = 'on'): string => `<def-group>
  <definition class="compliance" id="${rule}" version="1">
    <metadata>
      <title>${rule}</title>
      <description>The line is as it should be.</description>
    </metadata>
    <criteria>
      <criterion comment="${rule} is on" test_ref="test_${rule}"/>
    </criteria>
  </definition>
  <ind:textfilecontent54_test id="test_${rule}" version="1" check="all" check_existence="at_least_one_exists" comment="${rule} is on">
    <ind:object object_ref="object_${rule}"/>
    <ind:state state_ref="state_${rule}"/>
  </ind:textfilecontent54_test>
  <ind:textfilecontent54_object id="object_${rule}" version="1">
    <ind:filepath>/etc/demo.conf</ind:filepath>
    <ind:pattern operation="pattern match">^${rule} (.*)$</ind:pattern>
    <ind:instance datatype="int" operation="greater than or equal">1</ind:instance>
  </ind:textfilecontent54_object>
  <ind:textfilecontent54_state id="state_${rule}" version="1">
    <ind:subexpression operation="pattern match">^${state}$</ind:subexpression>
  </ind:textfilecontent54_state>
</def-group>
`;

const ruleYml = (title: string, platform?: string): string => `title: ${title}
description: |
  The line in \`/etc/demo.conf\` must say so.
rationale: |
  It is a demonstration.
severity: low
ocil: |
  Read the file.
ocil_clause: it does not
${platform === undefined ? '' : `platforms:\n  - ${platform}\n`}`;

/** What a rule of the content here is made of, beside what all have. */
interface RuleFiles {
  readonly state?: string;
  readonly platform?: string;
  readonly bash?: string;
  readonly ansible?: string;
  /** By file name. */
  readonly scenarios: Readonly<Record<string, string>>;
}

function ruleFiles(
  name: string,
  { state, platform, bash, ansible, scenarios }: RuleFiles,
): Record<string, string> {
  const folder = `guide/${name}`;
  return {
    [`${folder}/rule.yml`]: ruleYml(`The rule ${name}`, platform),
    [`${folder}/oval/shared.xml`]: oval(name, state),
    ...(bash === undefined ? {} : { [`${folder}/bash/shared.sh`]: bash }),
    ...(ansible === undefined ? {} : { [`${folder}/ansible/shared.yml`]: ansible }),
    ...Object.fromEntries(Object.entries(scenarios).map(([file, text]) => [`${folder}/tests/${file}`, text])),
  };
}

const product = {
  'scapc.yml': `title: Content that is tried
prefix: demo
reverse_dns: org.example.demo
version: 1.0.0
status: draft
status_date: 2026-01-02
`,
  'products/alinux3/product.yml': `product: alinux3
full_name: Demo OS
type: platform
benchmark_root: guide
profiles_root: products/alinux3/profiles
pkg_manager: dnf
pkg_system: rpm
init_system: systemd
cpes:
  - id: demo
    name: cpe:2.3:o:example:demo:1:*:*:*:*:*:*:*
    title: Demo OS 1
    check_id: installed_os_is_demo
`,
  'products/alinux3/profiles/strict.profile': `title: Strict
description: |
  For everybody.
selections:
  - var_demo=loud
`,
  'guide/benchmark.yml': `title: Guide to a demonstration
description: |
  Rules that are right, and rules that are wrong.
`,
  'guide/var_demo.var': `title: What is written
description: |
  A word.
type: string
options:
  default: quiet
  loud: loud
`,
  'shared/checks/oval/installed_os_is_demo.xml': `<def-group>
  <definition class="inventory" id="installed_os_is_demo" version="1">
    <metadata>
      <title>Demo OS 1</title>
      <description>It is one.</description>
    </metadata>
    <criteria>
      <criterion comment="there is a release file" test_ref="test_installed_os_is_demo"/>
    </criteria>
  </definition>
  <unix:file_test id="test_installed_os_is_demo" version="1" check="all" check_existence="at_least_one_exists" comment="there is a release file">
    <unix:object object_ref="object_installed_os_is_demo"/>
  </unix:file_test>
  <unix:file_object id="object_installed_os_is_demo" version="1">
    <unix:filepath>/etc/os-release</unix:filepath>
  </unix:file_object>
</def-group>
`,
};

/** A fact whose conditions in scripts are right, and one that scripts take for granted: both are checked by one file. */
const facts = {
  'shared/applicability/guarded.yml': `name: cpe:/a:guarded
title: Something is there
check_id: something_is_there
bash_conditional: '[ -e /etc/something ]'
ansible_conditional: "'/etc/something' is file"
`,
  'shared/applicability/unguarded.yml': `name: cpe:/a:unguarded
title: Something is there
check_id: something_is_there
bash_conditional: 'true'
ansible_conditional: 'true'
`,
  'shared/checks/oval/something_is_there.xml': `<def-group>
  <definition class="inventory" id="something_is_there" version="1">
    <metadata>
      <title>Something is there</title>
      <description>It is there.</description>
    </metadata>
    <criteria>
      <criterion comment="there is such a file" test_ref="test_something_is_there"/>
    </criteria>
  </definition>
  <unix:file_test id="test_something_is_there" version="1" check="all" check_existence="at_least_one_exists" comment="there is such a file">
    <unix:object object_ref="object_something_is_there"/>
  </unix:file_test>
  <unix:file_object id="object_something_is_there" version="1">
    <unix:filepath>/etc/something</unix:filepath>
  </unix:file_object>
</def-group>
`,
};

/** The state in which the two rules about something do not apply, and the one that must be repaired. */
const something = (name: string): RuleFiles => ({
  platform: name,
  bash: `sed -i '/^${name} /d' /etc/demo.conf; echo '${name} on' >> /etc/demo.conf\n`,
  ansible: `- name: Write the line
  ansible.builtin.lineinfile:
    path: /etc/demo.conf
    regexp: '^${name} '
    line: ${name} on
`,
  scenarios: {
    'off.fail.sh': `touch /etc/something; echo '${name} off' > /etc/demo.conf\n`,
    'without.notapplicable.sh': `echo '${name} off' > /etc/demo.conf\n`,
  },
});

const repair = {
  bash: `sed -i '/^good /d' /etc/demo.conf
echo 'good on' >> /etc/demo.conf
`,
  ansible: `- name: Write the line
  ansible.builtin.lineinfile:
    path: /etc/demo.conf
    regexp: '^good '
    line: good on
`,
};

/** One rule that is right, and one of each way to be wrong. */
export const rules: Readonly<Record<string, RuleFiles>> = {
  good: {
    ...repair,
    scenarios: {
      'on.pass.sh': `# profile = strict
# packages = demo-tools
[ {{value "var_demo"}} = loud ]
rpm -q demo-tools
echo 'good on' > /etc/demo.conf
`,
      'off.fail.sh': `#!/bin/bash
# variables = var_demo=a, b and c
# not exercised = whether anybody reads the file
[ {{value "var_demo"}} = 'a, b and c' ]
echo 'good off' > /etc/demo.conf
`,
      'gone.fail.sh': `# remediation = none
# reason = the file is no file
mkdir /etc/demo.conf
`,
    },
  },
  check_cannot_fail: {
    state: '.*',
    scenarios: { 'off.fail.sh': "echo 'check_cannot_fail off' > /etc/demo.conf\n" },
  },
  never_repaired: {
    bash: "echo 'never_repaired even' > /etc/demo.conf; echo nearly\n",
    scenarios: { 'off.fail.sh': "echo 'never_repaired off' > /etc/demo.conf\n" },
  },
  repaired_again_and_again: {
    bash: "echo 'repaired_again_and_again on' >> /etc/demo.conf; sed -i '/off/d' /etc/demo.conf; chmod 600 /etc/demo.conf\n",
    ansible: `- name: Write the line
  ansible.builtin.shell: echo repaired_again_and_again on > /etc/demo.conf
`,
    scenarios: { 'off.fail.sh': "echo 'repaired_again_and_again off' > /etc/demo.conf\n" },
  },
  guarded: something('guarded'),
  unguarded: something('unguarded'),
  script_with_mistake: {
    scenarios: {
      'syntax.pass.sh': 'if true; then\n',
      'exit.pass.sh': 'echo about to fail\nfalse\necho not reached\n',
    },
  },
  hangs: { scenarios: { 'slow.pass.sh': 'echo waiting\nsleep 600\n' } },
  playbook_hangs: {
    ansible: '- name: Wait\n  ansible.builtin.command: sleep 600\n',
    scenarios: { 'off.fail.sh': "echo 'playbook_hangs off' > /etc/demo.conf\n" },
  },
};

/** Writes the content with these rules, and files changed or added; gives its folder. */
export function demoContent(
  names: readonly string[],
  changes: Readonly<Record<string, string>> = {},
): string {
  const dir = temporaryFolder();
  const files = names.flatMap((name) => Object.entries(ruleFiles(name, rules[name] ?? { scenarios: {} })));
  writeFiles(join(dir, 'content'), { ...product, ...facts, ...Object.fromEntries(files), ...changes });
  return dir;
}
