import type { Element } from 'xast';
import type { Benchmark } from '../../src/model/benchmark.js';
import type { OvalItem, OvalKind, OvalLibrary } from '../../src/model/oval.js';
import type { RichText } from '../../src/model/text.js';
import { plainText } from '../../src/model/text.js';
import { parseXml } from '../../src/xml/parse.js';
import { benchmark, group, id, profile, rule, value } from './sample.js';

/** A small benchmark that has something of everything. */

const prefixes = {
  ind: 'http://oval.mitre.org/XMLSchema/oval-definitions-5#independent',
  linux: 'http://oval.mitre.org/XMLSchema/oval-definitions-5#linux',
  unix: 'http://oval.mitre.org/XMLSchema/oval-definitions-5#unix',
};

export function fragment(text: string): Element {
  const result = parseXml(text, { prefixes });
  if ('errors' in result) throw new Error(result.errors[0].message);
  return result.element;
}

/** A library of these fragments, by their `id` attributes. */
export function library(fragments: Partial<Record<OvalKind, readonly string[]>>): OvalLibrary {
  const items = (kind: OvalKind): Map<string, OvalItem> =>
    new Map(
      (fragments[kind] ?? []).map((text) => {
        const element = fragment(text);
        const name = element.attributes.id ?? '';
        return [name, { kind, id: name, element }];
      }),
    );
  return {
    definition: items('definition'),
    test: items('test'),
    object: items('object'),
    state: items('state'),
    variable: items('variable'),
  };
}

const ovalSystem = 'http://oval.mitre.org/XMLSchema/oval-definitions-5';
export const relay = id('value', 'relay_host');
const relayRule = id('rule', 'mail_relay');

const cpe = 'cpe:2.3:o:example:demo_linux:1:*:*:*:*:*:*:*';

const withValue: RichText = {
  type: 'root',
  children: [
    {
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [
        { type: 'text', value: 'The setting must be ' },
        {
          type: 'element',
          tagName: 'code',
          properties: { className: ['setting'] },
          children: [{ type: 'valueReference', value: relay }],
        },
        { type: 'text', value: ', & nothing < else.' },
      ],
    },
  ],
};

export const oval = library({
  definition: [
    `<definition id="mail_relay" class="compliance" version="1">
      <metadata><title>Relay host</title><description>The relay host is set.</description></metadata>
      <criteria operator="AND" comment="both">
        <extend_definition definition_ref="mail_installed" comment="mail is there"/>
        <criterion test_ref="test_relay" comment="the key is set"/>
      </criteria>
    </definition>`,
    `<definition id="mail_installed" class="inventory" version="1">
      <metadata><title>Mail</title><affected family="unix"><platform>Any Linux</platform></affected>
        <description>Mail is installed.</description></metadata>
      <criteria><criterion test_ref="test_mail_file" comment="the file is there"/></criteria>
    </definition>`,
  ],
  test: [
    `<ind:textfilecontent54_test id="test_relay" version="1" check="all" check_existence="at_least_one_exists" comment="relay">
      <ind:object object_ref="object_relay"/><ind:state state_ref="state_relay"/>
    </ind:textfilecontent54_test>`,
    `<unix:file_test id="test_mail_file" version="1" check="all" check_existence="at_least_one_exists" comment="main.cf">
      <unix:object object_ref="object_mail_file"/>
    </unix:file_test>`,
  ],
  object: [
    `<textfilecontent54_object xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5#independent" id="object_relay" version="1">
      <filepath>/etc/postfix/main.cf</filepath><pattern operation="pattern match">^relayhost *= *(.*)$</pattern>
      <instance datatype="int" operation="greater than or equal">1</instance>
    </textfilecontent54_object>`,
    `<unix:file_object id="object_mail_file" version="1" comment="set">
      <set xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5">
        <object_reference> object_main_cf </object_reference>
        <filter action="exclude">state_empty_file</filter>
      </set>
    </unix:file_object>`,
    `<unix:file_object id="object_main_cf" version="1"><unix:filepath>/etc/postfix/main.cf</unix:filepath></unix:file_object>`,
  ],
  state: [
    `<ind:textfilecontent54_state id="state_relay" version="1"><ind:subexpression operation="equals" var_ref="var_relay"/></ind:textfilecontent54_state>`,
    `<unix:file_state id="state_empty_file" version="1"><unix:size datatype="int">0</unix:size></unix:file_state>`,
  ],
  variable: [`<external_variable id="var_relay" version="1" datatype="string" comment="the relay host"/>`],
});

export const cpeOval = library({
  definition: [
    `<definition id="installed_OS_is_demo" class="inventory" version="1">
      <metadata><title>Demo Linux</title>
        <reference ref_id="cpe:/o:example:demo_linux:1" source="CPE"/><description>This is Demo Linux.</description></metadata>
      <criteria><criterion test_ref="test_os_release" comment="os-release"/></criteria>
    </definition>`,
    `<definition id="package_postfix" class="inventory" version="1">
      <metadata><title>Postfix</title><description>Postfix is there.</description></metadata>
      <criteria><criterion test_ref="test_os_release" comment="os-release"/></criteria>
    </definition>`,
  ],
  test: [
    `<ind:family_test id="test_os_release" version="1" check="all" check_existence="at_least_one_exists" comment="unix">
      <ind:object object_ref="object_family"/><ind:state state_ref="state_family"/></ind:family_test>`,
  ],
  object: [`<ind:family_object id="object_family" version="1"/>`],
  state: [`<ind:family_state id="state_family" version="1"><ind:family>unix</ind:family></ind:family_state>`],
});

export const full = (more: Partial<Benchmark> = {}): Benchmark =>
  benchmark({
    description: withValue,
    notices: [{ id: 'terms_of_use', text: plainText('Try it first.') }],
    frontMatter: plainText('Front'),
    rearMatter: plainText('Rear'),
    updateUrl: 'https://example.org/latest',
    metadata: {
      publisher: 'Example',
      creator: 'Example',
      contributors: ['A. Author <a@example.org>', 'B. Author'],
      source: 'https://example.org/demo',
    },
    platforms: [{ kind: 'cpe', name: cpe }],
    catalogues: new Map([
      ['https://example.org/800-53', { key: 'nist', title: 'NIST SP 800-53' }],
      ['https://example.org/cce', { key: 'cce', title: 'CCE' }],
    ]),
    facts: new Map([
      [
        'demo',
        {
          id: 'demo',
          cpe,
          title: 'Demo Linux 1',
          definition: 'installed_OS_is_demo',
        },
      ],
      [
        'postfix',
        {
          id: 'postfix',
          cpe: 'cpe:/a:postfix',
          title: 'Postfix',
          definition: 'package_postfix',
          bash: 'true',
        },
      ],
    ]),
    platformDefinitions: new Map([
      ['postfix', { id: 'postfix', source: 'postfix', expression: { kind: 'fact', fact: 'postfix' } }],
      [
        'not_postfix_or_demo',
        {
          id: 'not_postfix_or_demo',
          source: 'not postfix or demo',
          expression: {
            kind: 'or',
            operands: [
              { kind: 'not', operand: { kind: 'fact', fact: 'postfix' } },
              { kind: 'fact', fact: 'demo' },
            ],
          },
        },
      ],
    ]),
    oval,
    cpeOval,
    profiles: [
      profile('standard', {
        version: '2.1',
        references: [{ text: 'a document' }],
        selects: [
          { idref: relayRule, selected: true },
          { idref: id('rule', 'by_hand'), selected: true },
        ],
      }),
      profile('strict', {
        extends: id('profile', 'standard'),
        selects: [{ idref: id('rule', 'by_hand'), selected: false }],
        refineValues: [{ idref: relay, selector: 'strict' }],
        refineRules: [{ idref: relayRule, severity: 'high', role: 'unscored' }],
      }),
    ],
    rules: [rule('other')],
    groups: [
      group(
        'mail',
        [
          value('relay_host', {
            options: [{ value: 'relay.example.org' }, { selector: 'strict', value: 'none' }],
          }),
          value('mail_port', { type: 'number', operator: 'greater than or equal', interactive: true }),
          rule('mail_relay', {
            description: withValue,
            rationale: plainText('Because.'),
            warnings: [{ category: 'functionality', text: plainText('Mail may stop.') }],
            severity: 'medium',
            identifiers: [{ system: 'https://example.org/cce', value: 'CCE-1' }],
            references: [{ href: 'https://example.org/800-53', text: 'CM-6(a)' }],
            platforms: [{ kind: 'platform', id: 'postfix' }],
            conflicts: [id('rule', 'other')],
            remediations: [
              {
                language: 'bash',
                system: 'urn:xccdf:fix:script:sh',
                id: 'mail_relay',
                reboot: false,
                strategy: 'configure',
                complexity: 'low',
                disruption: 'medium',
                parts: [
                  'relay=',
                  { value: relay, place: 'shell-word' },
                  '\nprintf "%s\\n" "$relay" > /dev/null\n',
                ],
              },
              {
                language: 'ansible',
                system: 'urn:xccdf:fix:script:ansible',
                reboot: false,
                strategy: 'configure',
                complexity: 'low',
                disruption: 'medium',
                parts: [
                  '- name: Show the relay\n  ansible.builtin.debug:\n    msg: ',
                  { value: relay, place: 'yaml-scalar' },
                  '\n',
                ],
              },
            ],
            checks: [
              {
                kind: 'oval',
                system: ovalSystem,
                name: 'mail_relay',
                exports: [{ value: relay, variable: 'var_relay' }],
              },
            ],
            ocil: { question: withValue, clause: 'it is not' },
          }),
          rule('by_hand', {
            role: 'unscored',
            weight: 2,
            platforms: [{ kind: 'platform', id: 'not_postfix_or_demo' }],
            ocil: { question: plainText('Look.'), clause: 'you see nothing' },
          }),
        ],
        { platforms: [{ kind: 'platform', id: 'postfix' }], rationale: plainText('Mail matters.') },
      ),
      group('off', [rule('needy', { requires: [relayRule], selected: true })], { selected: false }),
    ],
    ...more,
  });
