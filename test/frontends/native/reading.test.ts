import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import type { Rule } from '../../../src/model/benchmark.js';
import { itemsOf, rulesOf } from '../../../src/model/items.js';
import { changed, smallContent } from '../../support/cli.js';
import { readSmall } from '../../support/diagnose.js';

async function read(changes: Record<string, string | undefined> = {}) {
  const { benchmark, diagnostics } = await readSmall(changes);
  expect(diagnostics.all).toEqual([]);
  if (!benchmark) throw new Error('nothing was read');
  return benchmark;
}

async function onlyRule(changes: Record<string, string | undefined> = {}): Promise<Rule> {
  const [rule] = rulesOf(await read(changes));
  if (!rule) throw new Error('there is no rule');
  return rule;
}

const rule = 'guide/files/file_owner_right/rule.yml';
const html = (text: Rule['title']): string =>
  toHtml(text, { handlers: {} as never, allowDangerousHtml: false } as never);

test('the benchmark takes its names and dates from the content root and the product', async () => {
  const benchmark = await read();
  expect(benchmark).toMatchObject({
    id: 'xccdf_org.example.demo_benchmark_box',
    name: 'box',
    productName: 'Box OS',
    version: '1.2.3',
    status: { value: 'draft', date: '2026-01-02' },
    naming: { prefix: 'demo', reverseDns: 'org.example.demo', ovalNamespace: 'demo' },
    platforms: [{ kind: 'cpe', name: 'cpe:2.3:o:example:box:1:*:*:*:*:*:*:*' }],
  });
  expect(html(benchmark.title)).toBe('Guide to Box OS');
});

test('a rule is read with its check, the Value that the check reads, and both remediations', async () => {
  expect(await onlyRule()).toMatchObject({
    id: 'xccdf_org.example.demo_rule_file_owner_right',
    name: 'file_owner_right',
    severity: 'medium',
    selected: false,
    references: [{ href: 'https://example.org/nist', text: 'AC-6' }],
    checks: [
      {
        kind: 'oval',
        name: 'file_owner_right',
        exports: [{ value: 'xccdf_org.example.demo_value_var_owner', variable: 'var_owner' }],
      },
    ],
    remediations: [
      { language: 'bash', reboot: false, strategy: 'restrict', complexity: 'low', disruption: 'low' },
      { language: 'ansible', reboot: false, strategy: 'restrict', complexity: 'low', disruption: 'low' },
    ],
    ocil: { clause: 'it belongs to somebody else' },
  });
});

test('a profile selects, chooses and refines by name', async () => {
  const benchmark = await read(
    changed(
      'products/box/profiles/base.profile',
      '  - var_owner=other\n',
      '  - var_owner=other\n  - file_owner_right.severity=high\n  - file_owner_right.role=unscored\n  - "!files"\n',
    ),
  );
  expect(benchmark.profiles).toMatchObject([
    {
      id: 'xccdf_org.example.demo_profile_base',
      selects: [
        { idref: 'xccdf_org.example.demo_rule_file_owner_right', selected: true },
        { idref: 'xccdf_org.example.demo_group_files', selected: false },
      ],
      refineValues: [{ idref: 'xccdf_org.example.demo_value_var_owner', selector: 'other' }],
      refineRules: [
        { idref: 'xccdf_org.example.demo_rule_file_owner_right', severity: 'high', role: 'unscored' },
      ],
    },
  ]);
});

test('in a group Values come first, then Rules, then Groups, each by name', async () => {
  const benchmark = await read({
    'guide/files/b_group/group.yml': 'title: B\ndescription: B.\n',
    'guide/files/a_group/group.yml': 'title: A\ndescription: A.\n',
    'guide/files/zeta.var': smallContent['guide/files/var_owner.var'],
    'guide/files/alpha.var': smallContent['guide/files/var_owner.var'],
  });
  expect([...itemsOf(benchmark)].map(({ name }) => name)).toEqual([
    'files',
    'alpha',
    'var_owner',
    'zeta',
    'file_owner_right',
    'a_group',
    'b_group',
  ]);
});

test('order puts the named children first', async () => {
  const benchmark = await read({
    ...changed(
      'guide/files/group.yml',
      'title: Files\n',
      'title: Files\norder: [b_group, file_owner_right]\n',
    ),
    'guide/files/b_group/group.yml': 'title: B\ndescription: B.\n',
    'guide/files/a_group/group.yml': 'title: A\ndescription: A.\n',
  });
  expect([...itemsOf(benchmark)].map(({ name }) => name)).toEqual([
    'files',
    'b_group',
    'file_owner_right',
    'var_owner',
    'a_group',
  ]);
});

test.each([
  ['*one* **two** `three`', '<p><em>one</em> <strong>two</strong> <code>three</code></p>'],
  ['- one\n  - two', '<ul><li>one</li><li>two</li></ul>'],
  ['```sh\n  a < b && c\n  ```', '<pre><code class="language-sh">a &#x3C; b &#x26;&#x26; c\n</code></pre>'],
  ['[text](https://example.org/?a=b&c=d)', '<p><a href="https://example.org/?a=b&#x26;c=d">text</a></p>'],
  ['a \\<b> &amp; c', '<p>a &#x3C;b> &#x26; c</p>'],
])('Markdown %j becomes %s', async (markdown, expected) => {
  expect(html((await onlyRule(changed(rule, 'Others could change it.', markdown))).rationale)).toBe(expected);
});

test('what a template writes into Markdown is text, whatever it looks like', async () => {
  const changes = {
    ...changed(
      'products/box/product.yml',
      'init_system: systemd',
      'init_system: systemd\nproperties:\n  odd: "*a* <b> `c`"',
    ),
    ...changed(rule, 'Others could change it.', 'See {{odd}} and `{{odd}}`.'),
  };
  expect(html((await onlyRule(changes)).rationale)).toBe(
    '<p>See *a* &#x3C;b> `c` and <code>*a* &#x3C;b> `c`</code>.</p>',
  );
});

test('what a template writes into a script is one word, whatever it looks like', async () => {
  const changes = {
    ...changed(
      'products/box/product.yml',
      'init_system: systemd',
      `init_system: systemd\nproperties:\n  odd: "$(id) 'x'"`,
    ),
    ...changed('guide/files/file_owner_right/bash/shared.sh', '/etc/box', '{{odd}}'),
  };
  expect((await onlyRule(changes)).remediations[0]?.parts).toMatchObject([
    'chown -- ',
    { value: 'xccdf_org.example.demo_value_var_owner', place: 'shell-word' },
    ` '$(id) '\\''x'\\'''\n`,
  ]);
});

test('what a template writes into a playbook is a scalar that Ansible does not run', async () => {
  const changes = {
    ...changed(
      'products/box/product.yml',
      'init_system: systemd',
      `init_system: systemd\nproperties:\n  odd: "{{ lookup('pipe', 'id') }}: #"`,
    ),
    ...changed('guide/files/file_owner_right/ansible/shared.yml', 'path: /etc/box', 'path: {{odd}}'),
  };
  expect((await onlyRule(changes)).remediations[1]?.parts.join('')).toContain(
    `path: !unsafe "{{ lookup('pipe', 'id') }}: #"`,
  );
});

test('a file for the product wins over the shared one', async () => {
  const changes = { 'guide/files/file_owner_right/bash/box.sh': '# reboot = true\n\ntrue\n' };
  expect((await onlyRule(changes)).remediations[0]).toMatchObject({ reboot: true, parts: ['true\n'] });
});

test('a template of the content root wins over the one that comes with scapc', async () => {
  const changes = {
    'guide/files/file_owner_right/bash/shared.sh': undefined,
    'templates/rules/package_installed/template.yml': 'title: Mine\ndescription: Mine.\n',
    'templates/rules/package_installed/schema.json':
      '{"type":"object","additionalProperties":false,"required":["word"],"properties":{"word":{"type":"string","description":"A word."}}}',
    'templates/rules/package_installed/bash.sh':
      '# reboot = false\n\necho {{word}} {{rule.id}} {{full_name}}\n',
    ...changed(
      rule,
      'severity: medium',
      'severity: medium\ntemplate:\n  name: package_installed\n  vars:\n    word: two words',
    ),
  };
  expect((await onlyRule(changes)).remediations[0]?.parts).toEqual([
    "echo 'two words' file_owner_right 'Box OS'\n",
  ]);
});

test('a Group or Rule that is for other products is not read, nor what lies below it', async () => {
  const others = {
    ...changed('products/box/product.yml', 'product: box', 'product: crate'),
    ...changed(rule, 'severity: medium', 'severity: medium\nproducts: [crate]'),
  };
  const benchmark = await read({
    'products/crate/product.yml': others['products/box/product.yml']?.replace(
      'products/box/',
      'products/crate/',
    ),
    'guide/files/here/group.yml': 'title: Here\nproducts: [crate, box]\ndescription: Here.\n',
    'guide/files/there/group.yml': 'title: There\nproducts: [crate]\ndescription: There.\n',
    'guide/files/there/of_crate_too/rule.yml': others[rule],
    'guide/files/here/of_both/rule.yml': smallContent[rule],
    'guide/files/here/of_crate/rule.yml': others[rule],
  });
  expect([...itemsOf(benchmark)].map(({ name }) => name)).toEqual([
    'files',
    'var_owner',
    'file_owner_right',
    'here',
    'of_both',
  ]);
});

test('parameters of a rule template may differ between products, in lists as well', async () => {
  const changes = {
    ...changed(
      'products/box/product.yml',
      'init_system: systemd',
      'init_system: systemd\nproperties:\n  unit: boxd.service',
    ),
    'guide/files/file_owner_right/bash/shared.sh': undefined,
    'templates/rules/units/template.yml': 'title: Units\ndescription: Units.\n',
    'templates/rules/units/schema.json':
      '{"type":"object","properties":{"units":{"type":"array","items":{"type":"string","pattern":"^[a-z.]+$"}}}}',
    'templates/rules/units/bash.sh': '# reboot = false\n\necho {{join units " "}}\n',
    ...changed(
      rule,
      'severity: medium',
      "severity: medium\ntemplate:\n  name: units\n  vars:\n    units: ['{{unit}}', other.socket]",
    ),
  };
  expect((await onlyRule(changes)).remediations[0]?.parts).toEqual(["echo 'boxd.service other.socket'\n"]);
});

test('two rules may read one Value', async () => {
  const second = Object.fromEntries(
    Object.entries(smallContent)
      .filter(([path]) => path.startsWith('guide/files/file_owner_right/'))
      .map(([path, text]) => [
        path.replace('file_owner_right', 'file_owner_again'),
        text.replaceAll('file_owner_right', 'file_owner_again'),
      ]),
  );
  const benchmark = await read(second);
  expect(rulesOf(benchmark).map(({ checks }) => checks[0]?.exports[0]?.variable)).toEqual([
    'var_owner',
    'var_owner',
  ]);
  expect([...benchmark.oval.variable.keys()]).toEqual(['var_owner']);
});

test('the content of a template cannot reach JavaScript', async () => {
  for (const expression of ['constructor', 'full_name.constructor', '__proto__', 'rule.__proto__.toString']) {
    const { diagnostics } = await readSmall(changed(rule, 'Others could change it.', `{{${expression}}}`));
    expect(diagnostics.all.map(({ code }) => code)).toEqual(['template-error']);
  }
});

test('the clause of the manual check is plain text, without the marks of code', async () => {
  const clauses = changed(rule, 'ocil_clause: it belongs', 'ocil_clause: the file `/etc/box` belongs');
  expect((await onlyRule(clauses)).ocil?.clause).toBe('the file /etc/box belongs to somebody else');
});
