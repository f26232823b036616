import { describe, expect, test } from 'vitest';
import { read, ruleOf } from './read.js';

const benchmark = (
  name: string,
  oval = 'oval.xml',
) => `<b:Benchmark xmlns:b="http://checklists.nist.gov/xccdf/1.2"
  xmlns:l="http://cpe.mitre.org/language/2.0" id="xccdf_org.example_benchmark_${name}">
  <b:status>draft</b:status><b:title>${name}</b:title>
  <l:platform-specification>
    <l:platform id="both"><l:logical-test operator="AND" negate="false">
      <l:fact-ref name="cpe:/a:machine"/>
      <l:logical-test operator="OR" negate="true">
        <l:check-fact-ref system="http://oval.mitre.org/XMLSchema/oval-definitions-5" href="cpe-oval.xml" id-ref="oval:ex-container:def:1"/>
      </l:logical-test>
    </l:logical-test></l:platform>
  </l:platform-specification>
  <b:version>1</b:version>
  <b:Rule id="xccdf_org.example_rule_a"><b:title>A</b:title>
    <b:platform idref="#both"/>
    <b:check system="http://oval.mitre.org/XMLSchema/oval-definitions-5"><b:check-content-ref href="${oval}" name="oval:ex-a:def:1"/></b:check>
    <b:check system="http://oval.mitre.org/XMLSchema/oval-definitions-5"><b:check-content-ref href="feed.xml"/></b:check>
  </b:Rule>
</b:Benchmark>`;

const oval = (
  ...ids: string[]
) => `<oval_definitions xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5"><definitions>
${ids.map((id) => `<definition id="${id}" version="1" class="compliance"><metadata><title>Title of ${id}</title></metadata></definition>`).join('\n')}
</definitions></oval_definitions>`;

const dictionary = `<d:cpe-list xmlns:d="http://cpe.mitre.org/dictionary/2.0">
  <d:cpe-item name="cpe:/a:machine"><d:title xml:lang="en-us">Bare metal or virtual machine</d:title>
    <d:check system="http://oval.mitre.org/XMLSchema/oval-definitions-5" href="cpe-oval.xml">oval:ex-machine:def:1</d:check>
  </d:cpe-item>
</d:cpe-list>`;

/** A data stream whose references and components have other names than the files that the checks name. */
const stream = (
  id: string,
  checklist: string,
) => `<ds:data-stream id="${id}" scap-version="1.3" use-case="OTHER">
  <ds:dictionaries><ds:component-ref id="ref_dictionary" xlink:href="#comp_dictionary">
    <cat:catalog><cat:uri name="cpe-oval.xml" uri="#ref_cpe_oval"/></cat:catalog></ds:component-ref></ds:dictionaries>
  <ds:checklists><ds:component-ref id="ref_${checklist}" xlink:href="#comp_${checklist}">
    <cat:catalog><cat:uri name="oval.xml" uri="#ref_oval"/><cat:uri name="feed.xml" uri="#ref_feed"/></cat:catalog></ds:component-ref></ds:checklists>
  <ds:checks>
    <ds:component-ref id="ref_oval" xlink:href="#comp_oval"/>
    <ds:component-ref id="ref_cpe_oval" xlink:href="#comp_cpe_oval"/>
    <ds:component-ref id="ref_feed" xlink:href="https://example.org/feed.xml.bz2"/>
  </ds:checks>
</ds:data-stream>`;

const component = (id: string, content: string) =>
  `<ds:component id="comp_${id}" timestamp="2024-01-01T00:00:00">${content}</ds:component>`;

const collection = (...content: string[]) => `<ds:data-stream-collection id="c" schematron-version="1.3"
  xmlns:ds="http://scap.nist.gov/schema/scap/source/1.2" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:cat="urn:oasis:names:tc:entity:xmlns:xml:catalog">${content.join('\n')}</ds:data-stream-collection>`;

const shared = [
  component('dictionary', dictionary),
  component('oval', oval('oval:ex-a:def:1')),
  component('cpe_oval', oval('oval:ex-machine:def:1', 'oval:ex-container:def:1')),
];

describe('a source data stream', () => {
  const one = collection(stream('s', 'one'), component('one', benchmark('one')), ...shared);

  test('checks are found by the catalogue, remote ones by their URL', () => {
    const { benchmark: found, diagnostics } = read(one);
    expect(diagnostics).toEqual([]);
    const system = 'http://oval.mitre.org/XMLSchema/oval-definitions-5';
    expect(ruleOf(found, 'xccdf_org.example_rule_a').checks).toEqual([
      { kind: 'oval', system, name: 'oval:ex-a:def:1', exports: [] },
      { kind: 'remote', system, href: 'https://example.org/feed.xml.bz2', exports: [] },
    ]);
    expect([...(found?.oval.definition.keys() ?? [])]).toEqual(['oval:ex-a:def:1']);
  });

  test('platforms, their facts and the OVAL that decides them', () => {
    const { benchmark: found } = read(one);
    expect(found?.rules[0]?.platforms).toEqual([{ kind: 'platform', id: 'both' }]);
    expect(found?.platformDefinitions.get('both')).toEqual({
      id: 'both',
      source: 'machine and not container',
      expression: {
        kind: 'and',
        operands: [
          { kind: 'fact', fact: 'cpe:/a:machine' },
          { kind: 'not', operand: { kind: 'fact', fact: 'oval:ex-container:def:1' } },
        ],
      },
    });
    expect([...(found?.facts.values() ?? [])]).toEqual([
      {
        id: 'cpe:/a:machine',
        cpe: 'cpe:/a:machine',
        title: 'Bare metal or virtual machine',
        definition: 'oval:ex-machine:def:1',
      },
      {
        id: 'oval:ex-container:def:1',
        cpe: '',
        title: 'Title of oval:ex-container:def:1',
        definition: 'oval:ex-container:def:1',
      },
    ]);
    expect([...(found?.cpeOval.definition.keys() ?? [])]).toEqual([
      'oval:ex-machine:def:1',
      'oval:ex-container:def:1',
    ]);
  });

  test('what the data stream refers to and does not hold', () => {
    const { messages } = read(collection(stream('s', 'two'), ...shared));
    expect(messages).toContain(
      'warning[scap-missing-component]: the data stream refers to `#comp_two`, which it does not hold',
    );
    expect(messages).toContain('error[scap-no-benchmark]: the data stream holds no benchmark');
  });

  test('a check of a definition that is not there', () => {
    const text = collection(
      stream('s', 'one'),
      component('one', benchmark('one')),
      shared[0] ?? '',
      component('oval', oval('oval:ex-b:def:1')),
      shared[2] ?? '',
    );
    const { benchmark: found, diagnostics } = read(text);
    expect(ruleOf(found, 'xccdf_org.example_rule_a').checks[0]).toMatchObject({
      kind: 'remote',
      href: 'oval.xml',
      name: 'oval:ex-a:def:1',
    });
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['scap-unknown-definition', 'warning'],
    ]);
  });
});

describe('several benchmarks in one file', () => {
  const text = collection(
    stream('s1', 'one'),
    stream('s2', 'two'),
    component('one', benchmark('one')),
    component('two', benchmark('two')),
    ...shared,
  );

  test('the first is read, and a warning says so', () => {
    const { benchmark: found, diagnostics } = read(text);
    expect(found?.name).toBe('one');
    expect(diagnostics).toMatchObject([
      {
        code: 'scap-several-benchmarks',
        severity: 'warning',
        message: 'the file holds several benchmarks; `xccdf_org.example_benchmark_one` is read',
        hint: 'Ask for another by its id: `xccdf_org.example_benchmark_two`.',
      },
    ]);
  });

  test('the one that was asked for', () => {
    const { benchmark: found, diagnostics } = read(
      text,
      {},
      { benchmark: 'xccdf_org.example_benchmark_two' },
    );
    expect(found?.name).toBe('two');
    expect(diagnostics).toEqual([]);
  });

  test('one that is not there', () => {
    const { benchmark: found, diagnostics } = read(text, {}, { benchmark: 'three' });
    expect(found).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'scap-unknown-benchmark', severity: 'error' }]);
  });
});
