import { expect, it } from 'vitest';
import { groupElement } from '../../../src/backends/xccdf/group.js';
import { profileElement } from '../../../src/backends/xccdf/profile.js';
import { ruleElement } from '../../../src/backends/xccdf/rule.js';
import { valueElement } from '../../../src/backends/xccdf/value.js';
import { plainText } from '../../../src/model/text.js';
import { writeXml } from '../../../src/xml/write.js';
import { benchmark, group, id, profile, rule, value } from '../sample.js';

it('writes a Rule in the order of the schema', () => {
  const sample = rule('r', {
    severity: 'high',
    role: 'unscored',
    weight: 10,
    warnings: [{ category: 'general', text: plainText('w') }],
    references: [{ href: 'https://example.org/a', text: 'A-1' }, { text: 'a book' }],
    rationale: plainText('why'),
    platforms: [
      { kind: 'platform', id: 'p' },
      { kind: 'cpe', name: 'cpe:2.3:a:x:y\\!z:1.0:*:*:*:*:*:*:*' },
    ],
    requires: [id('rule', 'a'), id('rule', 'b')],
    conflicts: [id('rule', 'c')],
    identifiers: [{ system: 'https://example.org/cce', value: 'CCE-1' }],
    fixText: plainText('by hand'),
    remediations: [{ language: 'bash', system: 's', parts: ['true'] }],
    checks: [{ kind: 'oval', system: 'o', name: 'r', exports: [] }],
  });
  expect(writeXml(ruleElement(sample, benchmark()))).toBe(
    [
      '<Rule id="xccdf_org.example_rule_r" selected="false" severity="high" role="unscored" weight="10">',
      '<title>Title of r</title><description>Describes r.</description><warning category="general">w</warning>',
      '<reference href="https://example.org/a">A-1</reference><reference>a book</reference>',
      '<rationale>why</rationale><platform idref="#p"/><platform idref="cpe:/a:x:y%21z:1.0"/>',
      '<requires idref="xccdf_org.example_rule_a"/><requires idref="xccdf_org.example_rule_b"/>',
      '<conflicts idref="xccdf_org.example_rule_c"/>',
      '<ident system="https://example.org/cce">CCE-1</ident><fixtext>by hand</fixtext>',
      '<fix system="s">true</fix>',
      '<check system="o"><check-content-ref href="demo-demo-oval.xml" name="oval:demo-r:def:1"/></check></Rule>',
    ].join(''),
  );
});

it('writes no check for a questionnaire that the rule is not checked by', () => {
  const ocil = { question: plainText('q'), clause: 'c', checks: false };
  expect(writeXml(ruleElement(rule('r', { ocil }), benchmark()))).not.toContain('<check');
});

it('writes Values before Rules and Groups, as the schema wants', () => {
  const sample = group('g', [rule('r'), group('inner', []), value('v')], { selected: false });
  expect(writeXml(groupElement(sample, benchmark())).match(/<(Group|Rule|Value) [^>]*/g)).toEqual([
    '<Group id="xccdf_org.example_group_g" selected="false"',
    '<Value id="xccdf_org.example_value_v" type="string"',
    '<Rule id="xccdf_org.example_rule_r" selected="false" severity="medium"',
    '<Group id="xccdf_org.example_group_inner"',
  ]);
});

it('writes the options of a Value, the default without a selector', () => {
  const sample = value('v', { type: 'number', operator: 'less than', interactive: true });
  expect(writeXml(valueElement(sample))).toBe(
    '<Value id="xccdf_org.example_value_v" type="number" operator="less than" interactive="true">' +
      '<title>Title of v</title><description>Describes v.</description>' +
      '<value>standard</value><value selector="strict">tight</value></Value>',
  );
});

it('writes what a Profile changes', () => {
  const sample = profile('p', {
    extends: id('profile', 'base'),
    status: { value: 'deprecated' },
    version: '2',
    references: [{ href: 'https://example.org', text: 'doc' }],
    platforms: [{ kind: 'platform', id: 'x' }],
    selects: [{ idref: id('rule', 'r'), selected: false }],
    setValues: [{ idref: id('value', 'v'), value: '<&>' }],
    refineValues: [{ idref: id('value', 'w'), selector: 's', operator: 'not equal' }],
    refineRules: [{ idref: id('rule', 'q'), weight: 0.5, severity: 'low', role: 'unchecked', selector: 't' }],
  });
  expect(writeXml(profileElement(sample))).toBe(
    [
      '<Profile id="xccdf_org.example_profile_p" extends="xccdf_org.example_profile_base">',
      '<status>deprecated</status><version>2</version><title override="true">Title of p</title>',
      '<description override="true">Describes p.</description><reference href="https://example.org">doc</reference>',
      '<platform idref="#x"/><select idref="xccdf_org.example_rule_r" selected="false"/>',
      '<set-value idref="xccdf_org.example_value_v">&lt;&amp;&gt;</set-value>',
      '<refine-value idref="xccdf_org.example_value_w" selector="s" operator="not equal"/>',
      '<refine-rule idref="xccdf_org.example_rule_q" weight="0.5" selector="t" severity="low" role="unchecked"/>',
      '</Profile>',
    ].join(''),
  );
});
