import { expect, it } from 'vitest';
import { checkElement, ocilCheckElement } from '../../../src/backends/xccdf/check.js';
import { plainText } from '../../../src/model/text.js';
import { writeXml } from '../../../src/xml/write.js';
import { benchmark, id, rule, value } from '../sample.js';

const sample = benchmark({ values: [value('v')] });
const exports = [{ value: id('value', 'v'), variable: 'var_v' }];

it('gives an OVAL check the ids of the OVAL document', () => {
  expect(writeXml(checkElement({ kind: 'oval', system: 'oval', name: 'the_rule', exports }, sample))).toBe(
    '<check system="oval"><check-export value-id="xccdf_org.example_value_v" export-name="oval:demo-var_v:var:1"/>' +
      '<check-content-ref href="demo-demo-oval.xml" name="oval:demo-the_rule:def:1"/></check>',
  );
});

it('keeps an id that is an OVAL id already', () => {
  const check = { kind: 'oval', system: 'oval', name: 'oval:other:def:7', exports: [] } as const;
  expect(writeXml(checkElement(check, sample))).toContain('name="oval:other:def:7"');
});

it('points to a remote document as a whole', () => {
  const check = {
    kind: 'remote',
    system: 'oval',
    href: 'https://example.org/feed.xml?a&b',
    multiCheck: true,
    exports: [],
  } as const;
  expect(writeXml(checkElement(check, sample))).toBe(
    '<check system="oval" multi-check="true"><check-content-ref href="https://example.org/feed.xml?a&amp;b"/></check>',
  );
});

it('runs a script with values and takes what it prints', () => {
  const check = { kind: 'sce', system: 'sce', href: 'sce/a.sh', imports: ['stdout'], exports } as const;
  expect(writeXml(checkElement(check, sample))).toBe(
    '<check system="sce"><check-import import-name="stdout"/>' +
      '<check-export value-id="xccdf_org.example_value_v" export-name="var_v"/>' +
      '<check-content-ref href="sce/a.sh"/></check>',
  );
});

it('exports to the questionnaire what its question tells', () => {
  const question = { type: 'root', children: [{ type: 'valueReference', value: id('value', 'v') }] } as const;
  const element = ocilCheckElement(
    rule('r'),
    { question: { ...question, children: [...question.children] }, clause: 'x' },
    sample,
  );
  expect(writeXml(element)).toBe(
    '<check system="http://scap.nist.gov/schema/ocil/2">' +
      '<check-export value-id="xccdf_org.example_value_v" export-name="ocil:demo-v:variable:1"/>' +
      '<check-content-ref href="demo-demo-ocil.xml" name="ocil:demo-r_ocil:questionnaire:1"/></check>',
  );
  expect(
    writeXml(ocilCheckElement(rule('r'), { question: plainText('q'), clause: 'x' }, sample)),
  ).not.toContain('export');
});
