import { describe, expect, it } from 'vitest';
import { idsIn, partsOf, partsReport, xmlOf } from './parts.js';

const mail = 'linux_os/guide/services/mail';

describe('the OVAL of rules', () => {
  it('is what the rules reach, from their folders, templates and the shared checks', async () => {
    const { oval } = await partsOf('acme9', ['service_postfix_enabled']);
    expect(idsIn(oval).sort()).toEqual([
      'definition mail_is_wanted',
      'definition package_postfix_installed',
      'definition package_sendmail_installed',
      'definition service_postfix_enabled',
      'object obj_package_postfix_installed',
      'object obj_package_sendmail_installed',
      'object object_postfix_unit',
      'state state_masked',
      'test test_package_postfix_installed',
      'test test_package_sendmail_installed',
      'test test_postfix_masked',
    ]);
  });

  it('gives definitions the form of a build', async () => {
    const { oval } = await partsOf('acme9', ['service_postfix_enabled']);
    expect(xmlOf(oval, 'definition', 'service_postfix_enabled')).toBe(
      '<definition id="service_postfix_enabled" version="3" class="compliance">' +
        '<notes><note>A note.</note></notes>' +
        '<metadata><title>Enable Postfix</title>' +
        '<affected family="unix"><platform>Acme Linux 9</platform></affected>' +
        '<reference ref_id="service_postfix_enabled" source="ssg"/>' +
        '<description>The service service_postfix_enabled runs.</description></metadata>' +
        '<criteria operator="AND">' +
        '<extend_definition applicability_check="true" comment="mail is wanted" definition_ref="mail_is_wanted"/>' +
        '<criteria negate="true" operator="OR"><criterion comment="masked" test_ref="test_postfix_masked"/></criteria>' +
        '</criteria></definition>',
    );
  });

  it('gives tests, objects, states and variables the form of a build', async () => {
    const { oval } = await partsOf('acme9', ['service_postfix_enabled', 'postfix_relay_closed']);
    expect(xmlOf(oval, 'test', 'test_postfix_masked')).toBe(
      '<linux:systemdunitproperty_test id="test_postfix_masked" version="1" check="all" comment="the state" state_operator="AND">' +
        '<linux:object object_ref="object_postfix_unit"/><linux:state state_ref="state_masked"/>' +
        '</linux:systemdunitproperty_test>',
    );
    expect(xmlOf(oval, 'object', 'object_postfix_unit')).toBe(
      '<linux:systemdunitproperty_object id="object_postfix_unit" version="1">' +
        '<linux:unit operation="pattern match">^postfix\\.service$</linux:unit><linux:property>LoadState</linux:property>' +
        '</linux:systemdunitproperty_object>',
    );
    expect(xmlOf(oval, 'state', 'state_masked')).toBe(
      '<linux:systemdunitproperty_state id="state_masked" version="1" comment="masked" operator="AND">' +
        '<linux:value>masked</linux:value></linux:systemdunitproperty_state>',
    );
    expect(xmlOf(oval, 'variable', 'var_relay_networks')).toBe(
      '<external_variable id="var_relay_networks" version="1" comment="networks" datatype="string"/>',
    );
  });

  it('names the CCE of a rule that the benchmark holds', async () => {
    const { oval } = await partsOf('acme9', ['package_postfix_installed']);
    expect(xmlOf(oval, 'definition', 'package_postfix_installed')).toContain(
      '<reference ref_id="CCE-27002-5" source="CCE"/><reference ref_id="package_postfix_installed" source="ssg"/><description>',
    );
    const extended = await partsOf('acme9', ['service_postfix_enabled']);
    expect(xmlOf(extended.oval, 'definition', 'package_postfix_installed')).not.toContain('CCE-');
  });

  it('takes parameters that are qualified with the product', async () => {
    const { oval } = await partsOf('acme10', ['package_postfix_installed']);
    expect(xmlOf(oval, 'object', 'obj_package_postfix_installed')).toContain(
      '<linux:name>postfix3</linux:name>',
    );
  });

  it('leaves out a check that is not for the product', async () => {
    const { oval, definition, rule } = await partsOf('acme9', ['banner_set']);
    expect(idsIn(oval)).toEqual([]);
    expect(definition(rule('banner_set'))).toBeUndefined();
  });
});

describe('broken OVAL', () => {
  const file = `${mail}/postfix_relay_closed/oval/shared.xml`;
  const report = (from: string, to: string): Promise<string> =>
    partsReport(['postfix_relay_closed'], { [file]: (text) => text.replace(from, to) });

  it('is shown where its XML breaks', async () => {
    expect(await report('</ind:textfilecontent54_test>', '</ind:textfilecontent54_tset>')).toMatch(
      new RegExp(`^${file}:13:3: error\\[oval-xml\\]: this is not well-formed XML: `),
    );
  });

  it.each([
    [
      '<criterion ',
      '<criterium ',
      '8:15',
      'oval-unknown-element',
      '`<criterium>` has no place in `<criteria>`',
    ],
    [
      ' class="compliance"',
      '',
      '2:3',
      'oval-attribute-missing',
      '`<definition>` needs the attribute `class`',
    ],
    [
      '<description>mynetworks is set.</description>',
      '',
      '3:5',
      'oval-child-missing',
      '`<metadata>` needs a `<description>`',
    ],
    [
      '<ind:state state_ref="state_mynetworks" />',
      '<ind:object object_ref="object_mynetworks" />',
      '12:5',
      'oval-second-object',
      'the test `test_mynetworks` refers to a second object',
    ],
    [
      'id="postfix_relay_closed"',
      'id="postfix_relay_close"',
      '2:3',
      'oval-rule-definition',
      'this file defines no `postfix_relay_closed`, which checks the rule of its folder',
    ],
  ])('%s → %s', async (from, to, at, code, message) => {
    expect((await report(from, to)).split('\n')[0]).toBe(`${file}:${at}: error[${code}]: ${message}`);
  });

  it('reports one id for two things, with the place of the other', async () => {
    const other = `${mail}/service_postfix_enabled/oval/acme9.xml`;
    const text = await partsReport(['postfix_relay_closed', 'service_postfix_enabled'], {
      [other]: (xml) => xml.replace('id="test_postfix_masked"', 'id="test_mynetworks"'),
    });
    expect(text).toContain(
      `${other}:20:3: error[oval-id-twice]: the test \`test_mynetworks\` is not the same as another with that id`,
    );
    expect(text).toContain(`  ${file}:10:3: the other stands here`);
  });
});
