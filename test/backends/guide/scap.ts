import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Diagnostics } from '../../../src/diagnostics/diagnostic.js';
import { decodeXml, readScapFile } from '../../../src/frontends/xccdf/index.js';
import type { Benchmark } from '../../../src/model/benchmark.js';

/** Where Debian's ssg packages put their data streams. */
export const debianContent = '/usr/share/xml/scap/ssg/content/';

/** Reads a SCAP file with what lies beside it; throws where it is none. */
export function readScap(path: string): Benchmark {
  const diagnostics = new Diagnostics();
  const benchmark = readScapFile(readFileSync(path), basename(path), diagnostics.report, {
    sibling: (href) => {
      const beside = join(dirname(path), href);
      return existsSync(beside) ? decodeXml(readFileSync(beside), href, diagnostics.report) : undefined;
    },
  });
  if (!benchmark) throw new Error(diagnostics.all.map(({ message }) => message).join('\n'));
  return benchmark;
}

/** Runs a program; what it printed, whatever its exit code. */
export const run = (
  program: string,
  ...words: string[]
): Promise<{ readonly code: number; readonly out: string }> =>
  new Promise((resolve) => {
    execFile(program, words, { maxBuffer: 1e9 }, (error, out, errors) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out: out + errors });
    });
  });

/** The result of each rule in a file that `oscap xccdf eval --results` wrote. */
export function resultsOf(
  path: string,
): ReadonlyMap<string, { readonly result: string; readonly severity: string; readonly role: string }> {
  const xml = readFileSync(path, 'utf8');
  const rules = xml.matchAll(/<rule-result\b([^>]*)>[\s\S]*?<result>(\w+)<\/result>/g);
  return new Map(
    [...rules].map(([, attributes = '', result = '']) => {
      const attribute = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
      return [attribute('idref'), { result, severity: attribute('severity'), role: attribute('role') }];
    }),
  );
}

/** A small benchmark that any system can be scanned with: does a file hold the chosen word? */
export const miniXccdf = `<?xml version="1.0" encoding="UTF-8"?>
<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="xccdf_org.mini_benchmark_M" resolved="true" xml:lang="en">
  <status date="2026-01-01">accepted</status>
  <title>Mini benchmark</title>
  <description>For tests.</description>
  <version>1</version>
  <Profile id="xccdf_org.mini_profile_base">
    <title>Base</title>
    <select idref="xccdf_org.mini_rule_word" selected="true"/>
    <select idref="xccdf_org.mini_rule_other" selected="true"/>
  </Profile>
  <Group id="xccdf_org.mini_group_g">
    <title>A group</title>
    <Value id="xccdf_org.mini_value_word" type="string">
      <title>The word</title>
      <value>red</value>
      <value selector="green">green</value>
    </Value>
    <Rule id="xccdf_org.mini_rule_word" severity="low" selected="false">
      <title>The file holds the word</title>
      <description>It says <sub idref="xccdf_org.mini_value_word" use="value"/>.</description>
      <check system="http://oval.mitre.org/XMLSchema/oval-definitions-5">
        <check-export export-name="oval:mini:var:1" value-id="xccdf_org.mini_value_word"/>
        <check-content-ref href="mini-oval.xml" name="oval:mini:def:1"/>
      </check>
    </Rule>
    <Rule id="xccdf_org.mini_rule_other" severity="medium" selected="false">
      <title>The same once more</title>
      <check system="http://oval.mitre.org/XMLSchema/oval-definitions-5">
        <check-export export-name="oval:mini:var:1" value-id="xccdf_org.mini_value_word"/>
        <check-content-ref href="mini-oval.xml" name="oval:mini:def:1"/>
      </check>
    </Rule>
  </Group>
</Benchmark>
`;

/** The check of `miniXccdf`, for a file at a path. */
export const miniOval = (path: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<oval_definitions xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5" xmlns:oval="http://oval.mitre.org/XMLSchema/oval-common-5" xmlns:ind="http://oval.mitre.org/XMLSchema/oval-definitions-5#independent">
  <generator><oval:schema_version>5.11</oval:schema_version><oval:timestamp>2026-01-01T00:00:00</oval:timestamp></generator>
  <definitions>
    <definition class="compliance" id="oval:mini:def:1" version="1">
      <metadata><title>The file holds the word</title><description>d</description></metadata>
      <criteria><criterion test_ref="oval:mini:tst:1" comment="the word"/></criteria>
    </definition>
  </definitions>
  <tests>
    <ind:textfilecontent54_test check="all" check_existence="at_least_one_exists" comment="the word" id="oval:mini:tst:1" version="1">
      <ind:object object_ref="oval:mini:obj:1"/><ind:state state_ref="oval:mini:ste:1"/>
    </ind:textfilecontent54_test>
  </tests>
  <objects>
    <ind:textfilecontent54_object id="oval:mini:obj:1" version="1">
      <ind:filepath>${path}</ind:filepath><ind:pattern operation="pattern match">^(\\w+)$</ind:pattern><ind:instance datatype="int">1</ind:instance>
    </ind:textfilecontent54_object>
  </objects>
  <states>
    <ind:textfilecontent54_state id="oval:mini:ste:1" version="1"><ind:subexpression var_ref="oval:mini:var:1"/></ind:textfilecontent54_state>
  </states>
  <variables><external_variable comment="the word" datatype="string" id="oval:mini:var:1" version="1"/></variables>
</oval_definitions>
`;
