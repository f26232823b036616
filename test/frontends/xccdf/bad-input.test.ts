import { describe, expect, test } from 'vitest';
import { read, rule, xccdf } from './read.js';

const needed = '  hint: A benchmark (XCCDF 1.1 or 1.2) or a SCAP 1.2 or 1.3 source data stream is needed.\n';

describe('what is no benchmark', () => {
  const refused = (text: string): string => {
    const { benchmark, messages } = read(text);
    expect(benchmark).toBeUndefined();
    return messages;
  };

  test('an empty file', () => {
    expect(refused(' \n')).toBe(`benchmark.xml: error[scap-empty]: the file is empty\n${needed}`);
  });

  test('no XML', () => {
    expect(refused('Hello')).toBe(`benchmark.xml: error[scap-not-xml]: the file is not XML\n${needed}`);
    expect(refused('{"a": 1}')).toBe(
      `benchmark.xml: error[scap-not-xml]: the file is not XML but JSON\n${needed}`,
    );
    expect(refused('title: X\n')).toBe(
      `benchmark.xml: error[scap-not-xml]: the file is not XML but YAML\n${needed}`,
    );
    expect(refused('BZh91AY')).toBe(
      'benchmark.xml: error[scap-not-xml]: the file is not XML but compressed\n  hint: Unpack it first.\n',
    );
    expect(refused('<!DOCTYPE html>\n<html><p>x</html>')).toBe(
      `benchmark.xml: error[scap-not-xml]: the file is not XML but an HTML page\n${needed}`,
    );
  });

  test('XML but not SCAP: the root element is named', () => {
    expect(refused('<?xml version="1.0"?>\n<x:project xmlns:x="urn:x" a="b">\n</x:project>')).toBe(
      `benchmark.xml:2:1: error[scap-not-a-benchmark]: the file is XML but not SCAP: its root element is <x:project>
    1 | <?xml version="1.0"?>
  > 2 | <x:project xmlns:x="urn:x" a="b">
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
${needed}`,
    );
  });

  test('a benchmark without its namespace', () => {
    expect(refused('<Benchmark id="x"/>')).toContain(
      'hint: <Benchmark> must be in the namespace of XCCDF 1.1, XCCDF 1.2 or SCAP 1.2 source data streams.',
    );
  });

  test('the result of a scan', () => {
    expect(
      refused(
        '<arf:asset-report-collection xmlns:arf="http://scap.nist.gov/schema/asset-reporting-format/1.1"/>',
      ),
    ).toContain('hint: That is the result of a scan.');
  });

  test('a tailoring file', () => {
    expect(refused('<Tailoring xmlns="http://checklists.nist.gov/xccdf/1.2"/>')).toContain(
      'the file is an XCCDF tailoring file, which changes a benchmark and holds none',
    );
  });
});

describe('broken XML', () => {
  test('cut off in the middle', () => {
    const whole = xccdf(rule('a', '<description>A long text</description>'));
    const { benchmark, messages } = read(whole.slice(0, whole.indexOf('long')));
    expect(benchmark).toBeUndefined();
    expect(messages).toBe(
      `benchmark.xml:7:67: error[scap-cut-off]: the file ends in the middle: <description> is never closed
    5 | <title>Guide to the Secure Configuration of Example OS</title>
    6 | <version>1</version>
  > 7 | <Rule id="xccdf_org.example_rule_a" ><title>a</title><description>A
      |                                                                   ^
  benchmark.xml:7:54: <description> starts here
    5 | <title>Guide to the Secure Configuration of Example OS</title>
    6 | <version>1</version>
  > 7 | <Rule id="xccdf_org.example_rule_a" ><title>a</title><description>A
      |                                                      ^^^^^^^^^^^^
  hint: The file is incomplete; get it again.
`,
    );
  });

  test('cut off anywhere: an error, never a benchmark and never a throw', () => {
    const whole = xccdf(rule('a', '<description a="b">x &amp; <![CDATA[y]]><!-- z --></description>'));
    for (let end = 0; end < whole.length - 1; end++) {
      const { benchmark, diagnostics } = read(whole.slice(0, end));
      expect(benchmark).toBeUndefined();
      expect(diagnostics.map(({ severity }) => severity)).toEqual(['error']);
    }
  });

  test('a tag that ends another element', () => {
    const { benchmark, messages } = read(xccdf('<Group id="g"><title>x</Group>'));
    expect(benchmark).toBeUndefined();
    expect(messages).toContain(
      'benchmark.xml:7:23: error[scap-xml-syntax]: this is not well-formed XML: </Group> stands where <title> is open',
    );
  });

  test('an entity bomb is refused before any of it grows', () => {
    const bomb = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ''};`.repeat(10)}">`).join('')}]>
<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2">&lol9;</Benchmark>`;
    const { benchmark, diagnostics } = read(bomb);
    expect(benchmark).toBeUndefined();
    expect(diagnostics).toMatchObject([
      {
        code: 'scap-doctype',
        message: 'a document type declaration (<!DOCTYPE …>) is not allowed',
        place: { kind: 'span', start: 22 },
      },
    ]);
  });

  test('an entity that nothing declares', () => {
    const { messages } = read(xccdf(rule('a', '<description>&bomb;</description>')));
    expect(messages).toContain('error[scap-xml-syntax]');
  });

  test('elements nested without end', () => {
    const depth = 200_000;
    const text = xccdf(
      rule('a', `<description>${'<h:b>'.repeat(depth)}${'</h:b>'.repeat(depth)}</description>`),
    );
    const { benchmark, diagnostics } = read(text);
    expect(benchmark).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'scap-too-deep', message: 'elements are nested more than 500 deep', severity: 'error' },
    ]);
  });
});

describe('a benchmark in which something is wrong', () => {
  test('an id that is used twice', () => {
    const { benchmark, messages } = read(xccdf(`${rule('a')}\n${rule('a', '', 'weight="2"')}`));
    expect(benchmark?.rules).toHaveLength(1);
    expect(messages).toBe(
      `benchmark.xml:8:1: error[scap-duplicate-id]: the id \`xccdf_org.example_rule_a\` is used twice
    6 | <version>1</version>
    7 | <Rule id="xccdf_org.example_rule_a" ><title>a</title></Rule>
  > 8 | <Rule id="xccdf_org.example_rule_a" weight="2"><title>a</title></Rule>
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  benchmark.xml:7:1: it is first used here
    5 | <title>Guide to the Secure Configuration of Example OS</title>
    6 | <version>1</version>
  > 7 | <Rule id="xccdf_org.example_rule_a" ><title>a</title></Rule>
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: Ids are unique within a benchmark.
`,
    );
  });

  test('an item without an id', () => {
    const { messages } = read(xccdf('<Group><title>x</title></Group>'));
    expect(messages).toContain('benchmark.xml:7:1: error[scap-missing-id]: this Group has no id');
  });

  test.each([
    ['select', '<Profile id="p"><title>P</title><select idref="no" selected="true"/></Profile>', 33],
    ['refine-value', '<Profile id="p"><title>P</title><refine-value idref="no" selector="s"/></Profile>', 33],
    ['set-value', '<Profile id="p"><title>P</title><set-value idref="no">1</set-value></Profile>', 33],
    ['refine-rule', '<Profile id="p"><title>P</title><refine-rule idref="no" severity="low"/></Profile>', 33],
    ['requires', rule('a', '<requires idref="no"/>'), 54],
    ['conflicts', rule('a', '<conflicts idref="no"/>'), 54],
    ['extends', '<Profile id="p" extends="no"><title>P</title></Profile>', 1],
    ['platform', rule('a', '<platform idref="#no"/>'), 71],
  ])('%s that names nothing is left out with a warning', (what, content, column) => {
    const { benchmark, diagnostics, messages } = read(xccdf(content));
    expect(benchmark).toBeDefined();
    expect(diagnostics).toHaveLength(1);
    expect(messages).toContain(
      `benchmark.xml:7:${column}: warning[scap-dangling-reference]: ${what} refers to \`no\`, which is not there`,
    );
    expect(messages).toContain('hint: It is left out.');
    expect(JSON.stringify(benchmark?.profiles.map(({ origin: _, ...profile }) => profile))).not.toContain(
      '"no"',
    );
  });

  test('profiles that extend each other in a circle', () => {
    const profile = (id: string, base: string) =>
      `<Profile id="${id}" extends="${base}"><title>${id}</title></Profile>\n`;
    const { benchmark, diagnostics } = read(
      xccdf(profile('a', 'b') + profile('b', 'c') + profile('c', 'a') + profile('d', 'a')),
    );
    expect(diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['scap-extends-circle', 'error', 'the profile `a` extends itself'],
      ['scap-extends-circle', 'error', 'the profile `b` extends itself'],
      ['scap-extends-circle', 'error', 'the profile `c` extends itself'],
    ]);
    expect(diagnostics[0]?.related?.map(({ message }) => message)).toEqual([
      'by way of `b`',
      'by way of `c`',
    ]);
    expect(benchmark?.profiles.map((each) => each.extends)).toEqual([undefined, undefined, undefined, 'a']);
  });

  test('checks whose file is not there are said once', () => {
    const check =
      '<check system="http://oval.mitre.org/XMLSchema/oval-definitions-5"><check-content-ref href="gone.xml" name="d"/></check>';
    const { diagnostics } = read(xccdf(rule('a', check) + rule('b', check)));
    expect(diagnostics).toMatchObject([
      {
        code: 'scap-missing-document',
        severity: 'warning',
        message: 'the checks in `gone.xml` are not there',
        hint: 'Put the file beside the benchmark; what it checks is shown only by name otherwise.',
      },
    ]);
  });

  test('a file beside it that is broken says where', () => {
    const check =
      '<check system="http://oval.mitre.org/XMLSchema/oval-definitions-5"><check-content-ref href="oval.xml" name="d"/></check>';
    const { diagnostics } = read(xccdf(rule('a', check)), { 'oval.xml': '<oval_definitions' });
    expect(diagnostics[0]).toMatchObject({ severity: 'error', place: { file: { path: 'oval.xml' } } });
  });
});
