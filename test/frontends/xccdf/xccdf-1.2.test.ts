import { describe, expect, test } from 'vitest';
import { childrenOf } from '../../../src/model/items.js';
import { read, readSound, rule, ruleOf, theValue, xccdf } from './read.js';

const oval = `<oval_definitions xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5"
  xmlns:i="http://oval.mitre.org/XMLSchema/oval-definitions-5#independent">
  <definitions>
    <definition id="oval:ex-timeout:def:1" version="1" class="compliance">
      <metadata><title>Timeout</title></metadata>
      <criteria operator="AND"><criterion test_ref="oval:ex-timeout:tst:1"/></criteria>
    </definition>
  </definitions>
  <tests>
    <i:textfilecontent54_test id="oval:ex-timeout:tst:1" version="1" check="all">
      <i:object object_ref="oval:ex-timeout:obj:1"/>
    </i:textfilecontent54_test>
  </tests>
  <objects>
    <i:textfilecontent54_object id="oval:ex-timeout:obj:1" version="1">
      <i:filepath> /etc/x </i:filepath>
    </i:textfilecontent54_object>
  </objects>
</oval_definitions>`;

const ocil = `<ocil xmlns="http://scap.nist.gov/schema/ocil/2.0">
  <questionnaires><questionnaire id="ocil:ex-timeout:questionnaire:1"><title>Timeout</title>
    <actions><test_action_ref>ocil:ex-timeout:testaction:1</test_action_ref></actions></questionnaire></questionnaires>
  <test_actions><boolean_question_test_action id="ocil:ex-timeout:testaction:1" question_ref="ocil:ex-timeout:question:1">
    <when_true><result>PASS</result></when_true><when_false><result>FAIL</result></when_false>
  </boolean_question_test_action></test_actions>
  <questions><boolean_question id="ocil:ex-timeout:question:1">
    <question_text>Run the following command:
$ grep Timeout /etc/x
It should print the value.
      Is it the case that the timeout is
      too long?
      </question_text></boolean_question></questions>
</ocil>`;

const document = `<x:Benchmark xmlns:x="http://checklists.nist.gov/xccdf/1.2" xmlns:dc="http://purl.org/dc/elements/1.1/"
  id="xccdf_org.example_benchmark_OS-1" xml:lang="en-US">
  <x:status date="2024-01-01">accepted</x:status>
  <x:status date="2023-01-01">draft</x:status>
  <x:title>Guide to the Secure Configuration of Example OS 1</x:title>
  <x:description>About <em xmlns="http://www.w3.org/1999/xhtml">this</em>.</x:description>
  <x:notice id="terms">As it is.</x:notice>
  <x:front-matter>Front</x:front-matter>
  <x:rear-matter>Rear</x:rear-matter>
  <x:reference href="https://example.org/cis">cis</x:reference>
  <x:platform idref="cpe:/o:example:os:1"/>
  <x:version update="https://example.org/latest">1.2.3</x:version>
  <x:metadata>
    <dc:publisher>Example Org</dc:publisher><dc:creator>Jo</dc:creator>
    <dc:contributor>Ann</dc:contributor><dc:contributor>Bob</dc:contributor>
    <dc:source>https://example.org/source</dc:source>
  </x:metadata>
  <x:Profile id="xccdf_org.example_profile_base">
    <x:title>Base</x:title>
    <x:select idref="xccdf_org.example_rule_timeout" selected="true"/>
    <x:refine-value idref="xccdf_org.example_value_timeout" selector="short"/>
  </x:Profile>
  <x:Profile id="xccdf_org.example_profile_strict" extends="xccdf_org.example_profile_base">
    <x:title>Strict</x:title><x:description>More</x:description><x:version>2</x:version>
    <x:reference href="https://example.org/strict">Strict</x:reference>
    <x:platform idref="cpe:/o:example:os:1"/>
    <x:select idref="xccdf_org.example_group_net" selected="0"/>
    <x:set-value idref="xccdf_org.example_value_timeout">7</x:set-value>
    <x:refine-rule idref="xccdf_org.example_rule_timeout" severity="high" role="unscored" weight="2.5"/>
  </x:Profile>
  <x:Group id="xccdf_org.example_group_net">
    <x:title>Network</x:title>
    <x:description>The network.</x:description>
    <x:warning category="general">Careful.</x:warning>
    <x:platform idref="cpe:/a:example:net"/>
    <x:Value id="xccdf_org.example_value_timeout" type="number" operator="less than or equal" interactive="true">
      <x:title>Timeout</x:title><x:description>In seconds.</x:description>
      <x:value>300</x:value><x:value selector="short">60</x:value>
    </x:Value>
    <x:Rule id="xccdf_org.example_rule_timeout" selected="false" severity="medium" weight="10" role="full">
      <x:title>Set the timeout</x:title>
      <x:description>To <x:sub idref="xccdf_org.example_value_timeout" use="value"/>.</x:description>
      <x:warning category="functionality">May disconnect.</x:warning>
      <x:reference href="https://example.org/cis">5.2.1</x:reference>
      <x:reference href="">nothing</x:reference>
      <x:rationale>Idle sessions.</x:rationale>
      <x:platform idref="cpe:/a:example:net"/>
      <x:requires idref="xccdf_org.example_rule_other"/>
      <x:conflicts idref="xccdf_org.example_rule_another"/>
      <x:ident system="https://example.org/cce">CCE-1</x:ident>
      <x:fixtext>Edit the file.</x:fixtext>
      <x:fix id="timeout" system="urn:xccdf:fix:script:sh" reboot="true" strategy="configure" complexity="low"
        disruption="medium" platform="#net">T='<x:sub idref="xccdf_org.example_value_timeout"/>'
echo "$T" &gt; /etc/x
</x:fix>
      <x:fix system="urn:example:own">do it</x:fix>
      <x:check system="http://oval.mitre.org/XMLSchema/oval-definitions-5" multi-check="true">
        <x:check-export export-name="oval:ex-timeout:var:1" value-id="xccdf_org.example_value_timeout"/>
        <x:check-content-ref href="os-oval.xml" name="oval:ex-timeout:def:1"/>
      </x:check>
      <x:check system="http://scap.nist.gov/schema/ocil/2">
        <x:check-content-ref href="os-ocil.xml" name="ocil:ex-timeout:questionnaire:1"/>
      </x:check>
    </x:Rule>
    <x:Rule id="xccdf_org.example_rule_other"><x:title>Other</x:title></x:Rule>
    <x:Rule id="xccdf_org.example_rule_another"><x:title>Another</x:title></x:Rule>
  </x:Group>
</x:Benchmark>`;

describe('an XCCDF 1.2 benchmark with its checks beside it', () => {
  const benchmark = readSound(document, { 'os-oval.xml': oval, 'os-ocil.xml': ocil });

  test('the benchmark itself', () => {
    expect(benchmark).toMatchObject({
      id: 'xccdf_org.example_benchmark_OS-1',
      name: 'OS-1',
      productName: 'Example OS 1',
      naming: { prefix: 'ex', reverseDns: 'org.example', ovalNamespace: 'ex' },
      title: { children: [{ type: 'text', value: 'Guide to the Secure Configuration of Example OS 1' }] },
      notices: [{ id: 'terms', text: { children: [{ type: 'text', value: 'As it is.' }] } }],
      frontMatter: { children: [{ value: 'Front' }] },
      rearMatter: { children: [{ value: 'Rear' }] },
      status: { value: 'accepted', date: '2024-01-01' },
      version: '1.2.3',
      updateUrl: 'https://example.org/latest',
      language: 'en-US',
      metadata: {
        publisher: 'Example Org',
        creator: 'Jo',
        contributors: ['Ann', 'Bob'],
        source: 'https://example.org/source',
      },
      platforms: [{ kind: 'cpe', name: 'cpe:/o:example:os:1' }],
    });
    expect(benchmark.description.children).toEqual([
      { type: 'text', value: 'About ' },
      { type: 'element', tagName: 'em', properties: {}, children: [{ type: 'text', value: 'this' }] },
      { type: 'text', value: '.' },
    ]);
    expect([...benchmark.catalogues]).toEqual([
      ['https://example.org/cis', { key: 'cis', title: 'cis', url: 'https://example.org/cis' }],
    ]);
  });

  test('profiles', () => {
    expect(benchmark.profiles).toMatchObject([
      {
        id: 'xccdf_org.example_profile_base',
        name: 'base',
        selects: [{ idref: 'xccdf_org.example_rule_timeout', selected: true }],
        refineValues: [{ idref: 'xccdf_org.example_value_timeout', selector: 'short' }],
        setValues: [],
        refineRules: [],
      },
      {
        name: 'strict',
        extends: 'xccdf_org.example_profile_base',
        version: '2',
        references: [{ href: 'https://example.org/strict', text: 'Strict' }],
        platforms: [{ kind: 'cpe', name: 'cpe:/o:example:os:1' }],
        selects: [{ idref: 'xccdf_org.example_group_net', selected: false }],
        refineValues: [],
        setValues: [{ idref: 'xccdf_org.example_value_timeout', value: '7' }],
        refineRules: [
          { idref: 'xccdf_org.example_rule_timeout', severity: 'high', role: 'unscored', weight: 2.5 },
        ],
      },
    ]);
  });

  test('a group and its children in document order', () => {
    const [group] = benchmark.groups;
    expect(group).toMatchObject({
      kind: 'group',
      name: 'net',
      selected: true,
      platforms: [{ kind: 'cpe', name: 'cpe:/a:example:net' }],
      warnings: [{ category: 'general', text: { children: [{ value: 'Careful.' }] } }],
    });
    expect(group?.children.map(({ kind, name }) => [kind, name])).toEqual([
      ['value', 'timeout'],
      ['rule', 'timeout'],
      ['rule', 'other'],
      ['rule', 'another'],
    ]);
  });

  test('a value', () => {
    expect(theValue(benchmark, 'xccdf_org.example_value_timeout')).toMatchObject({
      name: 'timeout',
      type: 'number',
      operator: 'less than or equal',
      interactive: true,
      options: [{ value: '300' }, { selector: 'short', value: '60' }],
    });
  });

  test('a rule', () => {
    const timeout = ruleOf(benchmark, 'xccdf_org.example_rule_timeout');
    expect(timeout).toMatchObject({
      name: 'timeout',
      selected: false,
      severity: 'medium',
      weight: 10,
      role: 'full',
      identifiers: [{ system: 'https://example.org/cce', value: 'CCE-1' }],
      references: [{ href: 'https://example.org/cis', text: '5.2.1' }, { text: 'nothing' }],
      requires: ['xccdf_org.example_rule_other'],
      conflicts: ['xccdf_org.example_rule_another'],
      fixText: { children: [{ value: 'Edit the file.' }] },
    });
    expect(timeout.description.children).toEqual([
      { type: 'text', value: 'To ' },
      { type: 'valueReference', value: 'xccdf_org.example_value_timeout' },
      { type: 'text', value: '.' },
    ]);
    expect(ruleOf(benchmark, 'xccdf_org.example_rule_other')).toMatchObject({
      severity: 'unknown',
      selected: true,
    });
  });

  test('remediations, of systems that nobody knows too', () => {
    expect(ruleOf(benchmark, 'xccdf_org.example_rule_timeout').remediations).toEqual([
      {
        language: 'bash',
        system: 'urn:xccdf:fix:script:sh',
        id: 'timeout',
        reboot: true,
        strategy: 'configure',
        complexity: 'low',
        disruption: 'medium',
        platform: 'net',
        parts: [
          "T='",
          { value: 'xccdf_org.example_value_timeout', place: 'verbatim' },
          `'\necho "$T" > /etc/x\n`,
        ],
      },
      { language: 'other', system: 'urn:example:own', parts: ['do it'] },
    ]);
  });

  test('checks, and the manual check from the questionnaire', () => {
    const timeout = ruleOf(benchmark, 'xccdf_org.example_rule_timeout');
    expect(timeout.checks).toEqual([
      {
        kind: 'oval',
        system: 'http://oval.mitre.org/XMLSchema/oval-definitions-5',
        name: 'oval:ex-timeout:def:1',
        multiCheck: true,
        exports: [{ value: 'xccdf_org.example_value_timeout', variable: 'oval:ex-timeout:var:1' }],
      },
    ]);
    expect(timeout.ocil?.clause).toBe('the timeout is too long');
    const br = { type: 'element', tagName: 'br', properties: {}, children: [] };
    expect(timeout.ocil?.question.children).toEqual([
      {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [
          { type: 'text', value: 'Run the following command:' },
          br,
          { type: 'text', value: '$ grep Timeout /etc/x' },
          br,
          { type: 'text', value: 'It should print the value.' },
        ],
      },
    ]);
  });

  test('OVAL keeps its ids and gets the usual prefixes', () => {
    expect([...benchmark.oval.definition.keys()]).toEqual(['oval:ex-timeout:def:1']);
    const object = benchmark.oval.object.get('oval:ex-timeout:obj:1');
    expect(object).toMatchObject({
      kind: 'object',
      element: {
        name: 'ind:textfilecontent54_object',
        attributes: { id: 'oval:ex-timeout:obj:1', version: '1' },
        children: [{ name: 'ind:filepath', children: [{ type: 'text', value: ' /etc/x ' }] }],
      },
    });
    expect(benchmark.oval.definition.get('oval:ex-timeout:def:1')?.element.name).toBe('definition');
  });
});

describe('what the model says in its own way', () => {
  test('rules and groups mixed at the top keep their order', () => {
    const benchmark = readSound(
      xccdf(`${rule('a')}<Group id="xccdf_org.example_group_g"><title>G</title></Group>${rule('b')}`),
    );
    expect(childrenOf(benchmark).map(({ name }) => name)).toEqual(['a', 'g', 'b']);
    expect(benchmark.rules.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  test('complex checks lose no check', () => {
    const check = (name: string) =>
      `<check system="http://oval.mitre.org/XMLSchema/oval-definitions-5">
        <check-content-ref href="https://example.org/oval.xml" name="${name}"/></check>`;
    const { benchmark, diagnostics } = read(
      xccdf(
        rule(
          'a',
          `<complex-check operator="AND">${check('one')}<complex-check operator="OR" negate="true">${check('two')}${check('three')}</complex-check></complex-check>`,
        ),
      ),
    );
    expect(
      ruleOf(benchmark, 'xccdf_org.example_rule_a').checks.map(({ kind, name }) => [kind, name]),
    ).toEqual([
      ['remote', 'one'],
      ['remote', 'two'],
      ['remote', 'three'],
    ]);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['scap-complex-check', 'warning'],
    ]);
  });

  test('scripts and checks of unknown systems', () => {
    const benchmark = readSound(
      xccdf(
        rule(
          'a',
          `<check system="http://open-scap.org/page/SCE" selector="s" negate="true">
            <check-import import-name="stdout"/><check-content-ref href="a.sh"/></check>
          <check system="urn:example:engine"><check-content-ref href="a.xyz" name="n"/></check>`,
        ),
      ),
    );
    expect(ruleOf(benchmark, 'xccdf_org.example_rule_a').checks).toEqual([
      {
        kind: 'sce',
        system: 'http://open-scap.org/page/SCE',
        href: 'a.sh',
        exports: [],
        selector: 's',
        negate: true,
      },
      { kind: 'remote', system: 'urn:example:engine', href: 'a.xyz', name: 'n', exports: [] },
    ]);
  });

  test('a check that stands in the rule is the manual check', () => {
    const benchmark = readSound(
      xccdf(rule('a', '<check system="C-1"><check-content>Look at it.</check-content></check>')),
    );
    expect(ruleOf(benchmark, 'xccdf_org.example_rule_a')).toMatchObject({
      checks: [],
      ocil: { question: { children: [{ value: 'Look at it.' }] }, clause: '' },
    });
  });

  test('of several languages the one of the benchmark', () => {
    const benchmark = readSound(
      xccdf(
        `<Rule id="xccdf_org.example_rule_a"><title xml:lang="de">Titel</title><title xml:lang="en">Title</title></Rule>`,
      ),
    );
    expect(ruleOf(benchmark, 'xccdf_org.example_rule_a').title.children).toEqual([
      { type: 'text', value: 'Title' },
    ]);
  });

  test('a profile may select a cluster', () => {
    const benchmark = readSound(
      xccdf(
        `<Profile id="xccdf_org.example_profile_p"><title>P</title><select idref="web" selected="true"/></Profile>
        ${rule('a', '', 'cluster-id="web"')}${rule('b', '', 'cluster-id="web"')}`,
      ),
    );
    expect(benchmark.profiles[0]?.selects).toEqual([
      { idref: 'xccdf_org.example_rule_a', selected: true },
      { idref: 'xccdf_org.example_rule_b', selected: true },
    ]);
  });

  test('catalogues that much of the content refers to have a name', () => {
    const cis = 'https://www.cisecurity.org/benchmark/debian_linux';
    const cce = 'https://nvd.nist.gov/cce/index.cfm';
    const benchmark = readSound(
      xccdf(
        rule(
          'a',
          `<reference href="${cis}">5.2</reference><reference href="https://example.org/own">x</reference><ident system="${cce}">CCE-1</ident>`,
        ),
      ),
    );
    expect([...benchmark.catalogues]).toEqual([
      [cis, { key: 'cis', title: 'CIS Benchmark', url: cis }],
      [cce, { key: 'cce', title: 'Common Configuration Enumeration', url: cce }],
    ]);
  });
});
