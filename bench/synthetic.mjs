/** The files of a content root with so many rules: groups of 50, a Value for each ten rules, three templates. */
export function* files(rules) {
  yield ['scapc.yml', settings];
  yield ['products/box/product.yml', product];
  yield ['guide/benchmark.yml', 'title: Guide to {{full_name}}\ndescription: |\n  Synthetic.\n'];
  yield ['shared/checks/oval/installed_os_is_box.xml', inventory];
  const names = [];
  for (let i = 0; i < rules; i++) {
    const group = `group_${Math.floor(i / 50)}`;
    if (i % 50 === 0) yield [`guide/${group}/group.yml`, `title: Group ${i / 50}\ndescription: |\n  The rules from ${i}.\n`];
    const value = `var_setting_${Math.floor(i / 10)}`;
    if (i % 10 === 0) yield [`guide/${group}/${value}.var`, valueFile(i)];
    const name = `rule_${i}`;
    names.push(name);
    yield [`guide/${group}/${name}/rule.yml`, ruleFile(i, value)];
  }
  yield ['products/box/profiles/all.profile', profile(names)];
}

const settings = `title: Synthetic content
prefix: bench
reverse_dns: org.example.bench
version: 1.0.0
status: draft
status_date: 2026-01-01
references:
  nist:
    title: NIST SP 800-53
    url: https://example.org/nist
`;

const product = `product: box
full_name: Box OS
type: platform
benchmark_root: guide
profiles_root: products/box/profiles
pkg_manager: dnf
pkg_system: rpm
init_system: systemd
cpes:
  - id: box
    name: cpe:2.3:o:example:box:1:*:*:*:*:*:*:*
    title: Box OS 1
    check_id: installed_os_is_box
`;

const inventory = `<def-group>
  <definition class="inventory" id="installed_os_is_box" version="1">
    <metadata><title>Box OS 1</title><description>The system is a box.</description></metadata>
    <criteria><criterion comment="box release" test_ref="test_installed_os_is_box"/></criteria>
  </definition>
  <unix:file_test id="test_installed_os_is_box" version="1" check="all" check_existence="at_least_one_exists" comment="release">
    <unix:object object_ref="object_installed_os_is_box"/>
  </unix:file_test>
  <unix:file_object id="object_installed_os_is_box" version="1">
    <unix:filepath>/etc/box-release</unix:filepath>
  </unix:file_object>
</def-group>
`;

const valueFile = (i) => `title: Setting ${i}
description: |
  What \`setting_${i}\` should be.
type: string
options:
  default: "yes"
  other: "no"
`;

const templates = [
  (i) => `  name: package_installed\n  vars:\n    package: package-${i}\n`,
  (i) => `  name: service_enabled\n  vars:\n    unit: unit-${i}.service\n    package: package-${i}\n`,
  (i, value) => `  name: key_value_in_file\n  vars:\n    path: /etc/box/${i}.conf\n    key: setting_${i}\n    separator: "="\n    variable: ${value}\n`,
];

const ruleFile = (i, value) => `title: Rule ${i} of {{full_name}}
description: |
  Set \`setting_${i}\` in \`/etc/box/${i}.conf\` to {{value "${value}"}}:

  \`\`\`text
  setting_${i} = {{value "${value}"}}
  \`\`\`

  - The first thing to know is *this*.
  - The second is [that](https://example.org/${i}).
rationale: |
  Without it somebody could do what nobody wants, on {{full_name}} as anywhere else.
severity: medium
references:
  nist: [CM-6a., AC-${(i % 20) + 1}]
ocil: |
  Run \`grep setting_${i} /etc/box/${i}.conf\`.
ocil_clause: the setting is another one
template:
${templates[i % 3](i, value)}`;

const profile = (names) => `title: All
description: |
  Everything.
selections:
${names.map((name) => `  - ${name}\n`).join('')}`;
