import type { RootContent } from 'hast';
import type { Benchmark, Group, Profile, Rule, Value } from '../../../src/model/benchmark.js';
import { emptyOvalLibrary, type OvalItem, type OvalKind, type OvalLibrary } from '../../../src/model/oval.js';
import { plainText, type RichText } from '../../../src/model/text.js';
import { elementsOf, localName } from '../../../src/xml/nodes.js';
import { parseXml } from '../../../src/xml/parse.js';

/** A small benchmark made by hand: a service, a mail group, one Value, two profiles. */

const reverseDns = 'org.example.content';
export const idOf = (kind: string, name: string): string => `xccdf_${reverseDns}_${kind}_${name}`;

export const text = (...children: (RootContent | string)[]): RichText => ({
  type: 'root',
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});

export const el = (
  tagName: string,
  properties: Record<string, string>,
  ...children: unknown[]
): RootContent => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) =>
    typeof child === 'string' ? { type: 'text', value: child } : child,
  ) as never,
});

const sub = (name: string): RootContent => ({ type: 'valueReference', value: idOf('value', name) });

export function rule(name: string, parts: Partial<Rule> = {}): Rule {
  return {
    kind: 'rule',
    id: idOf('rule', name),
    name,
    title: plainText(name),
    description: plainText(`About ${name}.`),
    rationale: plainText(''),
    warnings: [],
    severity: 'medium',
    selected: true,
    identifiers: [],
    references: [],
    platforms: [],
    requires: [],
    conflicts: [],
    remediations: [],
    checks: [],
    ...parts,
  };
}

export function group(name: string, children: Group['children'], parts: Partial<Group> = {}): Group {
  return {
    kind: 'group',
    id: idOf('group', name),
    name,
    title: plainText(name),
    description: plainText(`The group ${name}.`),
    rationale: plainText(''),
    warnings: [],
    platforms: [],
    requires: [],
    conflicts: [],
    references: [],
    selected: true,
    children,
    ...parts,
  };
}

export function value(name: string, parts: Partial<Value> = {}): Value {
  return {
    kind: 'value',
    id: idOf('value', name),
    name,
    title: plainText(name),
    description: plainText(`The value ${name}.`),
    warnings: [],
    type: 'string',
    operator: 'equals',
    interactive: false,
    options: [{ value: 'a' }, { selector: 'b', value: 'b' }],
    ...parts,
  };
}

export function profile(name: string, parts: Partial<Profile> = {}): Profile {
  return {
    id: idOf('profile', name),
    name,
    title: plainText(name),
    description: plainText(`The profile ${name}.`),
    platforms: [],
    references: [],
    selects: [],
    refineValues: [],
    setValues: [],
    refineRules: [],
    ...parts,
  };
}

/** OVAL by kind and id from the children of one element. */
export function oval(xml: string): OvalLibrary {
  const parsed = parseXml(`<oval>${xml}</oval>`);
  if (!('element' in parsed)) throw new Error(parsed.errors[0].message);
  const library: Record<OvalKind, Map<string, OvalItem>> = {
    definition: new Map(),
    test: new Map(),
    object: new Map(),
    state: new Map(),
    variable: new Map(),
  };
  for (const element of elementsOf(parsed.element)) {
    const kind = localName(element).replace(/^.*_/, '') as OvalKind;
    const id = element.attributes.id ?? '';
    library[kind].set(id, { kind, id, element });
  }
  return library;
}

const checks = oval(`
  <definition id="relay" class="compliance">
    <metadata><title>Relay host</title></metadata>
    <criteria operator="OR">
      <extend_definition definition_ref="no_postfix" comment="postfix is absent" negate="true"/>
      <criteria operator="AND" comment="it is configured">
        <criterion test_ref="test_relay" comment="relayhost is set"/>
        <criterion test_ref="test_file" comment="main.cf exists" negate="true"/>
      </criteria>
    </criteria>
  </definition>
  <definition id="no_postfix" class="inventory">
    <metadata><title>Postfix is installed</title></metadata>
    <criteria><criterion test_ref="test_rpm" comment="package postfix"/></criteria>
  </definition>
  <textfilecontent54_test id="test_relay" check="all" check_existence="at_least_one_exists" comment="relayhost">
    <object object_ref="object_relay"/><state state_ref="state_relay"/>
  </textfilecontent54_test>
  <file_test id="test_file" check="all" comment="main.cf"><object object_ref="object_file"/></file_test>
  <rpminfo_test id="test_rpm" check="all" check_existence="none_exist" comment="postfix"><object object_ref="object_rpm"/></rpminfo_test>
  <textfilecontent54_object id="object_relay">
    <filepath>/etc/postfix/main.cf</filepath>
    <pattern operation="pattern match">^relayhost\\s*=\\s*(\\S+)</pattern>
    <instance datatype="int" operation="greater than or equal">1</instance>
  </textfilecontent54_object>
  <file_object id="object_file"><filepath>/etc/postfix/main.cf</filepath></file_object>
  <rpminfo_object id="object_rpm"><name>postfix</name></rpminfo_object>
  <textfilecontent54_state id="state_relay"><subexpression var_ref="var_relay" var_check="all"/></textfilecontent54_state>
  <external_variable id="var_relay" datatype="string" comment="relay host"/>
`);

const relay = value('relayhost', {
  title: plainText('Postfix relayhost'),
  description: plainText('Specify the host all outbound email should be routed into.'),
  options: [
    { value: 'smtp.example.org' },
    { selector: 'internal', value: 'mail.internal' },
    { selector: 'none', value: '' },
  ],
});

const postfixInstalled = rule('package_postfix_installed', {
  title: plainText('The Postfix package is installed'),
  description: text(
    'A mail server is required. The ',
    el('code', {}, 'postfix'),
    ' package can be installed with:',
    el('pre', {}, '$ sudo yum install postfix'),
  ),
  rationale: plainText('Emails can be used to notify designated personnel.'),
  severity: 'low',
  identifiers: [{ system: 'https://ncp.nist.gov/cce', value: 'CCE-85984-7' }],
  references: [
    { href: 'https://example.org/800-53', text: 'CM-6(a)' },
    { href: 'https://example.org/cis', text: '5.2.1' },
  ],
});

const relayRule = rule('postfix_relayhost', {
  title: plainText('Configure System to Forward All Mail through a specific host'),
  description: text('Set up a relay host: ', el('code', {}, 'relayhost = ', sub('relayhost')), '.'),
  rationale: plainText('A central host can be watched.'),
  severity: 'medium',
  warnings: [{ category: 'functionality', text: plainText('Mail stops when the host is down.') }],
  identifiers: [{ system: 'https://ncp.nist.gov/cce', value: 'CCE-80000-1' }],
  references: [
    { href: 'https://example.org/800-53', text: 'AC-6(1)' },
    { href: 'https://example.org/800-53', text: 'CM-6(a)' },
    { href: 'https://example.org/cis', text: '5.2.10' },
  ],
  platforms: [{ kind: 'platform', id: 'package_postfix' }],
  requires: [idOf('rule', 'package_postfix_installed')],
  checks: [
    {
      kind: 'oval',
      system: 'http://oval.mitre.org/XMLSchema/oval-definitions-5',
      name: 'relay',
      exports: [{ value: idOf('value', 'relayhost'), variable: 'var_relay' }],
    },
  ],
  ocil: { question: text(el('p', {}, 'Run ', el('code', {}, 'postconf relayhost'))), clause: 'it is empty' },
  fixText: text(el('p', {}, 'Name the host ', sub('relayhost'), ' in ', el('code', {}, 'main.cf'), '.')),
  remediations: [
    {
      language: 'bash',
      system: 'urn:xccdf:fix:script:sh',
      parts: ['postconf -e relayhost="', { value: idOf('value', 'relayhost'), place: 'verbatim' }, '"\n'],
      disruption: 'low',
    },
    {
      language: 'ansible',
      system: 'urn:xccdf:fix:script:ansible',
      parts: [
        '- name: Set relayhost\n  command: postconf -e relayhost=',
        { value: idOf('value', 'relayhost'), place: 'verbatim' },
      ],
      reboot: true,
    },
  ],
});

const listening = rule('postfix_network_listening_disabled', {
  title: plainText('Disable Postfix Network Listening'),
  description: plainText('Edit the file /etc/postfix/main.cf.'),
  severity: 'high',
  conflicts: [idOf('rule', 'postfix_open')],
  references: [{ href: 'https://example.org/cis', text: '5.3.1' }],
});

const open = rule('postfix_open', {
  title: plainText('Let Postfix listen'),
  severity: 'unknown',
  selected: false,
});

const mail = group(
  'mail',
  [
    relay,
    postfixInstalled,
    relayRule,
    group('mail_server', [listening, open], { title: plainText('Operating a mail server') }),
  ],
  {
    title: plainText('Mail Server Software'),
    description: plainText('Mail servers are used to send and receive email over the network.'),
  },
);

const time = group('time', [rule('chrony', { title: plainText('Keep the clock right'), severity: 'high' })], {
  title: plainText('Network time'),
});

export const standard = profile('standard', {
  title: plainText('Standard profile'),
  selects: [{ idref: idOf('rule', 'postfix_network_listening_disabled'), selected: false }],
});

export const strict = profile('strict', {
  title: plainText('Strict profile'),
  extends: standard.id,
  selects: [
    { idref: idOf('rule', 'postfix_network_listening_disabled'), selected: true },
    { idref: idOf('group', 'time'), selected: false },
  ],
  refineValues: [{ idref: idOf('value', 'relayhost'), selector: 'internal' }],
  refineRules: [{ idref: idOf('rule', 'package_postfix_installed'), severity: 'high' }],
});

export const fixture: Benchmark = {
  id: `xccdf_${reverseDns}_benchmark_MAIL`,
  name: 'mail',
  naming: { prefix: 'example', reverseDns, ovalNamespace: 'example' },
  productName: 'Example Linux 1',
  title: plainText('Guide to the Secure Configuration of Example Linux 1'),
  description: plainText('Rules for mail.'),
  notices: [{ id: 'terms', text: plainText('Do not scan systems that are not yours.') }],
  frontMatter: plainText(''),
  rearMatter: plainText(''),
  status: { value: 'draft', date: '2026-01-02' },
  version: '1.2.3',
  language: 'en',
  metadata: { contributors: [] },
  platforms: [],
  profiles: [standard, strict],
  values: [],
  rules: [],
  groups: [mail, time],
  platformDefinitions: new Map([
    [
      'package_postfix',
      {
        id: 'package_postfix',
        source: 'package[postfix] and not container',
        expression: {
          kind: 'and',
          operands: [
            { kind: 'fact', fact: 'package[postfix]' },
            { kind: 'not', operand: { kind: 'fact', fact: 'container' } },
          ],
        },
      },
    ],
  ]),
  facts: new Map([
    ['package[postfix]', { id: 'package[postfix]', cpe: 'cpe:/a:postfix', title: 'package postfix' }],
    ['container', { id: 'container', cpe: 'cpe:/a:container', title: 'a container' }],
  ]),
  oval: checks,
  cpeOval: emptyOvalLibrary,
  catalogues: new Map([
    [
      'https://example.org/800-53',
      { key: 'nist', title: 'NIST SP 800-53', url: 'https://example.org/800-53' },
    ],
    ['https://example.org/cis', { key: 'cis', title: 'CIS Benchmark', url: 'https://example.org/cis' }],
    ['https://ncp.nist.gov/cce', { key: 'cce', title: 'CCE' }],
  ]),
};

/** The fixture with other items at its top. */
export const withGroups = (...groups: Group[]): Benchmark => ({ ...fixture, groups });
