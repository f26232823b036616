import { expect, it } from 'vitest';
import { type DataStreamParts, writeDataStream } from '../../../src/backends/datastream/index.js';
import { outputFiles } from '../../../src/backends/index.js';
import { writeXccdf } from '../../../src/backends/xccdf/index.js';
import type { Benchmark } from '../../../src/model/benchmark.js';
import { plainText } from '../../../src/model/text.js';
import { asString } from '../../../src/text/chunks.js';
import { full } from '../full.js';
import { benchmark, rule } from '../sample.js';
import { complaints } from '../tool.js';

const parts: DataStreamParts = {
  xccdf: ['<?xml version="1.0" encoding="UTF-8"?>\n<Benchmark/>\n'],
  oval: ['<?xml version="1.0" encoding="UTF-8"?>\n<oval_definitions/>\n'],
};

it('puts the components that there are into one collection', () => {
  expect(
    asString(writeDataStream(benchmark(), parts, '2024-05-06T00:00:00') ?? []),
  ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<ds:data-stream-collection xmlns:ds="http://scap.nist.gov/schema/scap/source/1.2" xmlns:cat="urn:oasis:names:tc:entity:xmlns:xml:catalog" xmlns:xlink="http://www.w3.org/1999/xlink" id="scap_org.example_collection_from_xccdf_demo-demo-xccdf.xml" schematron-version="1.3">
  <ds:data-stream id="scap_org.example_datastream_from_xccdf_demo-demo-xccdf.xml" scap-version="1.3" use-case="OTHER" timestamp="2024-05-06T00:00:00">
    <ds:checklists>
      <ds:component-ref id="scap_org.example_cref_demo-demo-xccdf.xml" xlink:href="#scap_org.example_comp_demo-demo-xccdf.xml">
        <cat:catalog>
          <cat:uri name="demo-demo-oval.xml" uri="#scap_org.example_cref_demo-demo-oval.xml"/>
        </cat:catalog>
      </ds:component-ref>
    </ds:checklists>
    <ds:checks>
      <ds:component-ref id="scap_org.example_cref_demo-demo-oval.xml" xlink:href="#scap_org.example_comp_demo-demo-oval.xml"/>
    </ds:checks>
  </ds:data-stream>
<ds:component id="scap_org.example_comp_demo-demo-xccdf.xml" timestamp="2024-05-06T00:00:00">
<Benchmark/>
</ds:component>
<ds:component id="scap_org.example_comp_demo-demo-oval.xml" timestamp="2024-05-06T00:00:00">
<oval_definitions/>
</ds:component>
</ds:data-stream-collection>
`);
});

const feed = 'https://example.org/oval/feed.xml.bz2?a&b';
const linked = (more: Partial<Benchmark> = {}): Benchmark =>
  full({
    rules: [
      rule('other', {
        checks: [
          {
            kind: 'remote',
            system: 'http://oval.mitre.org/XMLSchema/oval-definitions-5',
            href: feed,
            exports: [],
          },
        ],
      }),
      rule('scripted', {
        checks: [
          {
            kind: 'sce',
            system: 'http://open-scap.org/page/SCE',
            href: 'demo/checks/sce/a.sh',
            imports: ['stdout'],
            script: '#!/bin/bash\n[ 1 < 2 ] && exit "$XCCDF_RESULT_PASS" # ]]>\n',
            exports: [],
          },
        ],
      }),
    ],
    ...more,
  });

const dataStream = (sample: Benchmark): string =>
  asString([...outputFiles(sample, {})].find(({ path }) => path.endsWith('-ds.xml'))?.content ?? []);

it('links a remote document by a name of its own, in the stream only', () => {
  const stream = dataStream(linked());
  const name = 'oval-feed.xml.bz2?a&amp;b';
  const id = 'scap_org.example_cref_oval-feed.xml.bz2-a-b';
  expect(stream).toContain(`<cat:uri name="${name}" uri="#${id}"/>`);
  expect(stream).toContain(
    `<ds:component-ref id="${id}" xlink:href="https://example.org/oval/feed.xml.bz2?a&amp;b"/>`,
  );
  expect(stream).toContain(`<check-content-ref href="${name}"/>`);
  expect(asString(writeXccdf(linked()))).toContain(
    '<check-content-ref href="https://example.org/oval/feed.xml.bz2?a&amp;b"/>',
  );
});

it('carries scripts as extended components', () => {
  const stream = dataStream(linked());
  const ref = 'scap_org.example_cref_demo-checks-sce-a.sh';
  expect(stream).toContain(`<cat:uri name="demo/checks/sce/a.sh" uri="#${ref}"/>`);
  expect(stream).toContain(
    `<ds:component-ref id="${ref}" xlink:href="#scap_org.example_ecomp_demo-checks-sce-a.sh"/>`,
  );
  expect(stream).toContain(
    '<ds:extended-component id="scap_org.example_ecomp_demo-checks-sce-a.sh" timestamp="2024-05-06T00:00:00">' +
      '<sce:script xmlns:sce="http://open-scap.org/page/SCE_xccdf_stream">#!/bin/bash\n' +
      '[ 1 &lt; 2 ] &amp;&amp; exit "$XCCDF_RESULT_PASS" # ]]&gt;\n</sce:script></ds:extended-component>',
  );
});

it.each([
  ['with remote documents and scripts', linked()],
  [
    'with questions only',
    benchmark({ rules: [rule('r', { ocil: { question: plainText('q'), clause: 'c' } })] }),
  ],
])('is a data stream to OpenSCAP %s', (_, sample) => {
  expect(complaints('oscap', ['ds', 'sds-validate'], 'ds.xml', dataStream(sample))).toBe('');
});

it('is none for a benchmark without any check, for which SCAP knows no data stream', () => {
  expect(dataStream(benchmark({ rules: [rule('r')] }))).toBe('');
});

it('names another reverse-DNS name where ids of data streams have one', () => {
  const naming = {
    prefix: 'p',
    reverseDns: 'org.example',
    ovalNamespace: 'p',
    dataStreamReverseDns: 'org.tool',
  };
  const stream = asString(writeDataStream(benchmark({ naming }), parts, 't') ?? []);
  expect(stream.match(/ id="[^"]*"/g)?.[0]).toBe(
    ' id="scap_org.tool_collection_from_xccdf_p-demo-xccdf.xml"',
  );
});

it('is dated by the given moment, else by the benchmark', () => {
  const stamps = (date?: Date): Set<string> => {
    const files = [...outputFiles(full(), { date })].map(({ content }) => asString(content)).join('');
    return new Set(files.match(/(?<=timestamp="|timestamp>)\d[^"<]*/g));
  };
  expect(stamps()).toEqual(new Set(['2024-05-06T00:00:00']));
  expect(stamps(new Date(1_700_000_000_000))).toEqual(new Set(['2023-11-14T22:13:20']));
});
