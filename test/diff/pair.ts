import type { Benchmark } from '../../src/model/benchmark.js';
import { readSound } from '../frontends/xccdf/read.js';

/** What the two releases of a small benchmark say differently; everything else is the same. */
export interface Release {
  readonly version: string;
  readonly description: string;
  readonly value: string;
  readonly script: string;
  readonly severity: string;
  readonly references: readonly string[];
  readonly filepath: string;
  /** A number in every OVAL id, which says nothing. */
  readonly ids: number;
  readonly profile: string;
  /** Rules beside `timeout`: name and group. */
  readonly rules: readonly (readonly [name: string, group: 'one' | 'two'])[];
}

export const before: Release = {
  version: '1.0',
  description: 'Set the timeout to a <h:code>short</h:code> value.',
  value: '300',
  script: 'echo old\necho same\n',
  severity: 'low',
  references: ['AC-1', 'AC-2'],
  filepath: '/etc/old',
  ids: 1,
  profile: '<select idref="xccdf_org.example_rule_gone" selected="true"/>',
  rules: [
    ['gone', 'one'],
    ['wanders', 'one'],
  ],
};

const rule = (name: string, content = '', attributes = '') =>
  `<Rule id="xccdf_org.example_rule_${name}" selected="false" ${attributes}><title>Title of ${name}</title>${content}</Rule>`;

export function release(changes: Partial<Release> = {}): Benchmark {
  const it = { ...before, ...changes };
  const rules = (group: string) =>
    it.rules.filter(([, where]) => where === group).map(([name]) => rule(name));
  const timeout = rule(
    'timeout',
    `<description>${it.description}</description>
    ${it.references.map((text) => `<reference href="https://example.org/nist">${text}</reference>`).join('')}
    <fix system="urn:xccdf:fix:script:sh">${it.script}</fix>
    <check system="http://oval.mitre.org/XMLSchema/oval-definitions-5">
      <check-export export-name="oval:ex:var:${it.ids}" value-id="xccdf_org.example_value_timeout"/>
      <check-content-ref href="oval.xml" name="oval:ex:def:${it.ids}"/></check>`,
    `severity="${it.severity}"`,
  );
  const oval = `<o:oval_definitions xmlns:o="http://oval.mitre.org/XMLSchema/oval-definitions-5"
    xmlns:ind="http://oval.mitre.org/XMLSchema/oval-definitions-5#independent">
  <o:definitions><o:definition id="oval:ex:def:${it.ids}" version="${it.ids}" class="compliance">
    <o:metadata><o:title>Release ${it.version}</o:title></o:metadata>
    <o:criteria comment="c${it.ids}"><o:criterion comment="c" test_ref="oval:ex:tst:${it.ids}"/></o:criteria>
  </o:definition></o:definitions>
  <o:tests><ind:textfilecontent54_test id="oval:ex:tst:${it.ids}" version="1" check="all">
    <ind:object object_ref="oval:ex:obj:${it.ids}"/><ind:state state_ref="oval:ex:ste:${it.ids}"/>
  </ind:textfilecontent54_test></o:tests>
  <o:objects><ind:textfilecontent54_object id="oval:ex:obj:${it.ids}" version="1">
    <ind:filepath>${it.filepath}</ind:filepath></ind:textfilecontent54_object></o:objects>
  <o:states><ind:textfilecontent54_state id="oval:ex:ste:${it.ids}" version="1">
    <ind:subexpression datatype="int" operation="less than" var_ref="oval:ex:var:${it.ids}"/></ind:textfilecontent54_state></o:states>
  <o:variables><o:external_variable id="oval:ex:var:${it.ids}" version="1" datatype="int" comment="v"/></o:variables>
</o:oval_definitions>`;
  return readSound(
    `<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" xmlns:h="http://www.w3.org/1999/xhtml" id="xccdf_org.example_benchmark_b">
    <status>draft</status><title>Guide</title><reference href="https://example.org/nist">nist</reference><version>${it.version}</version>
    <Profile id="xccdf_org.example_profile_p"><title>P</title>
      <select idref="xccdf_org.example_rule_timeout" selected="true"/>${it.profile}</Profile>
    <Value id="xccdf_org.example_value_timeout" type="number"><title>Timeout</title><value>${it.value}</value>
      <value selector="short">60</value></Value>
    <Group id="xccdf_org.example_group_one"><title>One</title>${timeout}${rules('one').join('')}</Group>
    <Group id="xccdf_org.example_group_two"><title>Two</title>${rules('two').join('')}</Group>
    </Benchmark>`,
    { 'oval.xml': oval },
  );
}
