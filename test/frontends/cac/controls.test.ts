import { describe, expect, it } from 'vitest';
import { controlHeader, plainHeader } from '../../../src/frontends/cac/controls/header.js';
import { contentOf, itemOf, reportOf } from './checkout.js';

const acme = 'https://acme.example/baseline';

async function referencesOf(product: string, rule: string, href: string): Promise<string[]> {
  const { references } = itemOf(await contentOf(product), 'rule', rule);
  return references.flatMap((reference) => (reference.href === href ? [reference.text] : []));
}

describe('references from controls', () => {
  it('name every control that selects the rule, nested ones and those that take them in', async () => {
    expect(await referencesOf('acme9', 'postfix_relay_closed', acme)).toEqual(['1.1', '1']);
    expect(await referencesOf('acme9', 'banner_set', acme)).toEqual(['2']);
    expect(await referencesOf('acme9', 'service_postfix_enabled', acme)).toEqual([]);
  });

  it('come only from policies for the product', async () => {
    expect(await referencesOf('acme9', 'banner_set', 'https://cis.example/acme9')).toEqual([]);
    expect(await referencesOf('acme10', 'banner_set', 'https://cis.example/acme10')).toEqual(['A-1']);
    expect(await referencesOf('acme10', 'feed_up_to_date', 'https://cis.example/acme10')).toEqual(['F-1']);
  });
});

describe('the header of a control file', () => {
  it('is everything but the controls', () => {
    expect(controlHeader('id: a\ncontrols:\n    - id: 1\n- id: 2\n\nproduct: b\n')).toBe(
      'id: a\nproduct: b\n',
    );
    expect(controlHeader('id: a\n')).toBe('id: a\n');
    expect(controlHeader('controls: []\nid: a\n')).toBe('id: a\n');
  });
});

const change = (from: string, to: string) => (text: string) => text.replace(from, to);

describe('a plain header', () => {
  it.each([
    ['id: a\ncontrols: []\n', { id: 'a' }],
    [
      "id: 'a_1'\nreference_type: cis\nproduct: acme9\n",
      { id: 'a_1', referenceType: 'cis', products: ['acme9'] },
    ],
    ['id: a\ncontrols:\n    - id: b\nproduct: c\n', { id: 'a', products: ['c'] }],
    ['id: a\nproduct:\n    - b\n', undefined],
    ['id: {{{ product }}}\n', undefined],
    ['id: yes\nid: no\n', undefined],
    ['title: a\n', undefined],
  ])('%j', (text, header) => expect(plainHeader(text)).toEqual(header));
});

describe('a mistake in a control', () => {
  const baseline = 'controls/baseline.yml';

  it('a rule that no product has', async () => {
    const report = await reportOf('acme9', {
      [baseline]: change('- package_postfix_installed', '- package_postfx_installed'),
    });
    expect(
      report,
    ).toBe(`controls/baseline.yml:23:13: error[cac-unknown-rule]: no product has a rule \`package_postfx_installed\`
    21 |       status: automated
    22 |       rules:
  > 23 |           - package_postfx_installed
       |             ^^^^^^^^^^^^^^^^^^^^^^^^
  hint: Did you mean \`package_postfix_installed\`?
`);
  });

  it('a level that the policy does not have', async () => {
    const report = await reportOf('acme9', {
      [baseline]: change('          - low\n      status', '          - lwo\n      status'),
    });
    expect(
      report,
    ).toContain(`controls/baseline.yml:20:13: error[cac-unknown-level]: the policy has no level \`lwo\`
    18 |       title: Mail
    19 |       levels:
  > 20 |           - lwo
       |             ^^^
  hint: It has \`low\`, \`high\`.
`);
  });

  it('a status of another kind', async () => {
    const report = await reportOf('acme9', { [baseline]: change('status: partial', 'status: partly') });
    expect(
      report,
    ).toContain(`controls/baseline.yml:30:21: error[cac-control-status]: \`partly\` is no status of a control
    28 |             levels:
    29 |                 - high
  > 30 |             status: partly
       |                     ^^^^^^
  hint: It is one of \`automated\`, `);
  });

  it('an unknown key', async () => {
    const report = await reportOf('acme9', { [baseline]: change('title: Relays', 'titel: Relays') });
    expect(report).toContain(`controls/baseline.yml:27:13: error[unknown-key]: there is no key \`titel\` here
    25 |       controls:
    26 |           - id: '1.1'
  > 27 |             titel: Relays
       |             ^^^^^
  hint: Did you mean \`title\`?
`);
  });

  it('an id that is a number', async () => {
    const report = await reportOf('acme9', { [baseline]: change("- id: '1.1'", '- id: 1.1') });
    expect(
      report,
    ).toContain(`controls/baseline.yml:26:17: error[cac-control-id]: the id of a control is a text
    24 |           - var_relay_networks=lan
    25 |       controls:
  > 26 |           - id: 1.1
       |                 ^^^
  hint: Put it in quotes.
`);
  });

  it('an id that stands there twice', async () => {
    const report = await reportOf('acme9', { [baseline]: change("- id: '1.2'", "- id: '1.1'") });
    expect(report).toContain(
      'controls/baseline.yml:35:17: error[cac-control-twice]: the policy has a control `1.1` already',
    );
    expect(report).toContain('controls/baseline.yml:26:17: here');
  });

  it('a control that takes in itself', async () => {
    const report = await reportOf('acme9', { [baseline]: change('- extra:all:default', "- '2'") });
    expect(report).toContain(
      'controls/baseline.yml:39:11: error[cac-control-cycle]: the control `2` takes in itself',
    );
  });

  it('a policy that there is not', async () => {
    const report = await reportOf('acme9', {
      [baseline]: change('- extra:all:default', '- exta:all:default'),
    });
    expect(report).toContain(
      'controls/baseline.yml:44:13: error[cac-unknown-policy]: there is no policy `exta`',
    );
  });

  it('YAML that is none, next to other mistakes in the same run', async () => {
    const report = await reportOf('acme9', {
      [baseline]: change('      title: Mail\n', '      title: "Mail\n'),
      'linux_os/guide/services/mail/service_postfix_enabled/rule.yml': change(
        'severity: medium',
        'severity: loud',
      ),
    });
    expect(report).toMatch(/controls\/baseline\.yml:\d+:\d+: error\[yaml-syntax\]/);
    expect(report).toMatch(/service_postfix_enabled\/rule\.yml:5:11: error\[\w[\w-]*\]/);
  });

  it('a broken template, in a file of its folder', async () => {
    const report = await reportOf('acme10', {
      'controls/extra_parts/accounts.yml': change('{{% endif %}}', '{{% endfi %}}'),
    });
    expect(report).toMatch(/^controls\/extra_parts\/accounts\.yml:8:\d+: error\[jinja-syntax\]/);
  });

  it('a reference that the rule writes as well', async () => {
    const report = await reportOf('acme9', {
      'linux_os/guide/system/accounts/banner_set/rule.yml': change('nist@acme9', 'acme'),
    });
    expect(
      report,
    ).toBe(`linux_os/guide/system/accounts/banner_set/rule.yml:7:5: error[cac-reference-by-control]: \`acme\` references of this rule come from controls
    5 | severity: low
    6 | references:
  > 7 |     acme: AC-8
      |     ^^^^
  hint: Remove them from the rule, and name the rule in those controls.
`);
  });
});
