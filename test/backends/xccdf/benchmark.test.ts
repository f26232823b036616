import { expect, it } from 'vitest';
import { writeXccdf } from '../../../src/backends/xccdf/index.js';
import { platformSpecificationElement } from '../../../src/backends/xccdf/platform-specification.js';
import type { PlatformExpression } from '../../../src/model/platform.js';
import { asString } from '../../../src/text/chunks.js';
import { element } from '../../../src/xml/nodes.js';
import { writeXml } from '../../../src/xml/write.js';
import { full } from '../full.js';
import { benchmark, id, profile } from '../sample.js';

const facts = new Map([
  ['a', { id: 'a', cpe: 'cpe:/a:a', title: 'A', definition: 'is_a' }],
  ['b', { id: 'b', cpe: 'cpe:/a:b', title: 'B' }],
]);

function platform(expression: PlatformExpression): string {
  const platformDefinitions = new Map([['p', { id: 'p', source: '', expression }]]);
  const written = writeXml(
    platformSpecificationElement(benchmark({ facts, platformDefinitions })) ?? element('none'),
  );
  return written
    .replace(/^<cpe-lang:platform-specification[^>]*><cpe-lang:platform id="p">/, '')
    .replace('</cpe-lang:platform></cpe-lang:platform-specification>', '')
    .replaceAll('cpe-lang:', '');
}

const isA =
  '<check-fact-ref system="http://oval.mitre.org/XMLSchema/oval-definitions-5" href="demo-demo-cpe-oval.xml"' +
  ' id-ref="oval:demo-is_a:def:1"/>';

it('puts a test around a single fact', () => {
  expect(platform({ kind: 'fact', fact: 'a' })).toBe(
    `<logical-test operator="AND" negate="false">${isA}</logical-test>`,
  );
});

it('names a fact that no OVAL decides by its CPE name', () => {
  expect(platform({ kind: 'fact', fact: 'b' })).toContain('<fact-ref name="cpe:/a:b"/>');
});

it('writes and, or and not; tests before facts, as the schema wants', () => {
  const isB = '<fact-ref name="cpe:/a:b"/>';
  const notA = { kind: 'not', operand: { kind: 'fact', fact: 'a' } } as const;
  const written = platform({
    kind: 'and',
    operands: [
      notA,
      { kind: 'or', operands: [{ kind: 'fact', fact: 'a' }, { kind: 'fact', fact: 'b' }, notA] },
    ],
  });
  const not = `<logical-test operator="AND" negate="true">${isA}</logical-test>`;
  expect(written).toBe(
    `<logical-test operator="AND" negate="false">${not}` +
      `<logical-test operator="OR" negate="false">${not}${isB}${isA}</logical-test></logical-test>`,
  );
});

it('says that a benchmark is resolved when no profile extends another', () => {
  const base = profile('base');
  expect(asString(writeXccdf(benchmark({ profiles: [base] })))).toContain('resolved="true"');
  const child = profile('child', { extends: id('profile', 'base') });
  expect(asString(writeXccdf(benchmark({ profiles: [base, child] })))).toContain('resolved="false"');
});

it('refers to the catalogues of references, not to those of identifiers', () => {
  expect(asString(writeXccdf(full())).match(/^ {2}<reference.*/gm)).toEqual([
    '  <reference href="https://example.org/800-53">NIST SP 800-53</reference>',
  ]);
});

it('gives the same bytes for the same benchmark', () => {
  expect(asString(writeXccdf(full()))).toBe(asString(writeXccdf(full())));
});
