import { expect, test } from 'vitest';
import { readSound, ruleOf } from './read.js';

const document = `<cdf:Benchmark xmlns:cdf="http://checklists.nist.gov/xccdf/1.1" xmlns:cpe2="http://cpe.mitre.org/language/2.0"
  xmlns:dc="http://purl.org/dc/elements/1.1/" id="RHEL-6" xml:lang="en">
  <cdf:status>draft</cdf:status>
  <cdf:title>Old guide</cdf:title>
  <cdf:plain-text id="release">Release 3</cdf:plain-text>
  <cpe2:platform-specification>
    <cpe2:platform id="server"><cpe2:logical-test operator="OR" negate="true">
      <cpe2:fact-ref name="cpe:/a:x:laptop"/><cpe2:fact-ref name="cpe:/a:x:phone"/>
    </cpe2:logical-test></cpe2:platform>
  </cpe2:platform-specification>
  <cdf:platform idref="#server"/>
  <cdf:version>0.9</cdf:version>
  <cdf:Profile id="common"><cdf:title>Common</cdf:title>
    <cdf:select idref="ensure-x" selected="1"/></cdf:Profile>
  <cdf:Value id="var_x"><cdf:title>X</cdf:title><cdf:value>1</cdf:value></cdf:Value>
  <cdf:Rule id="ensure-x" selected="0" severity="low">
    <cdf:title>X in <cdf:sub idref="release"/></cdf:title>
    <cdf:description>Set <x:code xmlns:x="http://www.w3.org/1999/xhtml">x = <cdf:sub idref="var_x"/></x:code></cdf:description>
    <cdf:reference><dc:title>DPMS Target</dc:title><dc:identifier>2777</dc:identifier></cdf:reference>
    <cdf:fix system="urn:xccdf:fix:script:sh">x=<cdf:sub idref="var_x"/> # <cdf:sub idref="release"/></cdf:fix>
  </cdf:Rule>
</cdf:Benchmark>`;

test('ids of XCCDF 1.1 stay what they are', () => {
  const benchmark = readSound(document);
  expect(benchmark).toMatchObject({
    id: 'RHEL-6',
    name: 'RHEL-6',
    naming: { prefix: 'scap', reverseDns: '' },
    status: { value: 'draft' },
    platforms: [{ kind: 'platform', id: 'server' }],
    profiles: [{ id: 'common', name: 'common', selects: [{ idref: 'ensure-x', selected: true }] }],
    values: [{ id: 'var_x', name: 'var_x' }],
  });
  expect(benchmark.platformDefinitions.get('server')).toEqual({
    id: 'server',
    source: 'not (cpe:/a:x:laptop or cpe:/a:x:phone)',
    expression: {
      kind: 'not',
      operand: {
        kind: 'or',
        operands: [
          { kind: 'fact', fact: 'cpe:/a:x:laptop' },
          { kind: 'fact', fact: 'cpe:/a:x:phone' },
        ],
      },
    },
  });
});

test('texts, plain texts and remediations of XCCDF 1.1', () => {
  const rule = ruleOf(readSound(document), 'ensure-x');
  expect(rule.title.children).toEqual([
    { type: 'text', value: 'X in ' },
    { type: 'text', value: 'Release 3' },
  ]);
  expect(rule.description.children[1]).toEqual({
    type: 'element',
    tagName: 'code',
    properties: {},
    children: [
      { type: 'text', value: 'x = ' },
      { type: 'valueReference', value: 'var_x' },
    ],
  });
  expect(rule.references).toEqual([{ text: 'DPMS Target, 2777' }]);
  expect(rule.remediations[0]?.parts).toEqual(['x=', { value: 'var_x', place: 'verbatim' }, ' # Release 3']);
});
