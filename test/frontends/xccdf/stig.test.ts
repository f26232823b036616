import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import type { RichText } from '../../../src/model/text.js';
import { readSound, ruleOf } from './read.js';

/** A rule as DISA's STIGs write one: parts of the description as escaped markup, the manual check in the rule. */
const stig = `<?xml version="1.0" encoding="utf-8"?>
<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.1" xmlns:dc="http://purl.org/dc/elements/1.1/" id="Box_STIG" xml:lang="en">
  <status date="2026-01-02">accepted</status>
  <title>Box Security Technical Implementation Guide</title>
  <description>One paragraph,
wrapped.

Another one.</description>
  <notice id="terms-of-use" xml:lang="en"/>
  <version>1</version>
  <Profile id="MAC-1">
    <title>I - Mission Critical</title>
    <description>&lt;ProfileDescription&gt;For what matters.&lt;/ProfileDescription&gt;</description>
    <select idref="V-1" selected="true"/>
  </Profile>
  <Group id="V-1">
    <title>SRG-OS-000480</title>
    <description>&lt;GroupDescription&gt;&lt;/GroupDescription&gt;</description>
    <Rule id="SV-1r1_rule" weight="10.0" severity="medium">
      <version>BOX-00-000001</version>
      <title>The box must be shut.</title>
      <description>&lt;VulnDiscussion&gt;An open box &amp; lid is a risk.

Satisfies: SRG-1
SRG-2&lt;/VulnDiscussion&gt;&lt;FalsePositives&gt;&lt;/FalsePositives&gt;&lt;Documentable&gt;false&lt;/Documentable&gt;&lt;Mitigations&gt;Keep it in a room.&lt;/Mitigations&gt;</description>
      <ident system="http://cyber.mil/cci">CCI-000366</ident>
      <fixtext fixref="F-1_fix">Shut the box:
$ sudo shut
</fixtext>
      <fix id="F-1_fix"/>
      <check system="C-1_chk">
        <check-content-ref href="Box_STIG.xml" name="M"/>
        <check-content>Verify that the box is shut:

$ sudo look</check-content>
      </check>
    </Rule>
  </Group>
</Benchmark>
`;

const html = (text: RichText | undefined): string => (text ? toHtml(text as never) : '');

describe("a rule of DISA's STIGs", () => {
  const benchmark = readSound(stig);
  const rule = ruleOf(benchmark, 'SV-1r1_rule');

  it('is described without the escaped markup, its other parts by name', () => {
    expect(html(rule.description)).toBe(
      '<p>An open box &#x26; lid is a risk.</p>\n<p>Satisfies: SRG-1<br>\nSRG-2</p>\n<p>Mitigations: Keep it in a room.</p>',
    );
    expect(html(benchmark.groups[0]?.description)).toBe('');
    expect(html(benchmark.profiles[0]?.description)).toBe('For what matters.');
  });

  it('is checked by hand, and repaired by hand', () => {
    expect(rule.checks).toEqual([]);
    expect(html(rule.ocil?.question)).toBe('<p>Verify that the box is shut:</p>\n<p>$ sudo look</p>');
    expect(html(rule.fixText)).toBe('<p>Shut the box:<br>\n$ sudo shut</p>');
    expect(rule.remediations).toEqual([]);
  });

  it('is known by its version and its CCI', () => {
    expect(rule.version).toBe('BOX-00-000001');
    expect(rule.identifiers).toEqual([{ system: 'http://cyber.mil/cci', value: 'CCI-000366' }]);
    expect(benchmark.catalogues.get('http://cyber.mil/cci')?.title).toBe(
      'DISA Control Correlation Identifiers',
    );
  });
});

it('keeps the paragraphs of a plain description, whose lines a generator broke', () => {
  expect(html(readSound(stig).description)).toBe('<p>One paragraph,\nwrapped.</p>\n<p>Another one.</p>');
});
