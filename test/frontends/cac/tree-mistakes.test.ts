import { describe, expect, it } from 'vitest';
import { reportOf } from './checkout.js';

const mail = 'linux_os/guide/services/mail';
const installed = `${mail}/package_postfix_installed/rule.yml`;
const relay = `${mail}/postfix_relay_closed/rule.yml`;
const banner = 'linux_os/guide/system/accounts/banner_set/rule.yml';

const change = (from: string, to: string) => (text: string) => text.replace(from, to);

describe('a mistake in a rule', () => {
  it('an unknown key', async () => {
    expect(
      await reportOf('acme9', { [banner]: change('rationale:', 'rationel:') }),
    ).toBe(`${banner}:4:1: error[unknown-key]: unknown key \`rationel\`
    2 | title: 'Set a Banner'
    3 | description: 'Tell people where they are.'
  > 4 | rationel: 'So that they know.'
      | ^^^^^^^^
  hint: Did you mean \`rationale\`?
`);
  });

  it('a tag that is not closed, in a text that a macro made', async () => {
    const report = await reportOf('acme9', {
      'shared/macros/10-mail.jinja': change('<tt>{{{ name }}}</tt> is', '<tt>{{{ name }}} is'),
    });
    expect(report).toContain(`${relay}:6:9: error[cac-xhtml]: \`<tt>\` is not closed`);
    expect(report).toContain('shared/macros/10-mail.jinja:2:1');
  });

  it('markup that is none, at its place in the text', async () => {
    const report = await reportOf('acme9', {
      [banner]: change('where they are', 'where <b>they</i> & we are'),
    });
    expect(report).toBe(
      `${banner}:3:34: error[cac-xhtml]: \`</i>\` closes \`<b>\`
    1 | documentation_complete: true
    2 | title: 'Set a Banner'
  > 3 | description: 'Tell people where <b>they</i> & we are.'
      |                                        ^^^^
  hint: Texts are XHTML: every tag is closed, and \`<\` and \`&\` of the text itself are written \`&lt;\` and \`&amp;\`.
`.replace(':3:34:', ':3:40:'),
    );
  });

  it('a macro that raises, with the way to it', async () => {
    const report = await reportOf('acme9', {
      [banner]: change("'Tell people where they are.'", '"{{{ must_have(\'\') }}}"'),
    });
    expect(report).toMatch(new RegExp(`^${banner}:3:\\d+: error\\[jinja-error\\]: a setting needs a name\n`));
    expect(report).toContain('> 3 | description: "{{{ must_have(\'\') }}}"');
    expect(report).toContain('shared/macros/10-mail.jinja:6:');
  });

  it('an identifier with a wrong check digit', async () => {
    expect(
      await reportOf('acme9', { [installed]: change('CCE-27002-5', 'CCE-27002-6') }),
    ).toBe(`${installed}:15:16: error[cac-cce]: \`CCE-27002-6\` is no CCE identifier
    13 |
    14 | identifiers:
  > 15 |     cce@acme9: CCE-27002-6
       |                ^^^^^^^^^^^
  hint: It is \`CCE-\`, four or five digits, \`-\` and the check digit (as on a card number).
`);
  });

  it('references without a catalogue, with blanks, qualified without need, contradicting', async () => {
    const report = await reportOf('acme9', {
      [installed]: (text) =>
        text
          .replace('nist: CM-6(a),AU-5 b', 'nits: CM-6(a), AU-5 b')
          .replace('    srg: SRG-OS-000480-GPOS-00227,', '    srg@acme9: SRG-XX-1,')
          .replace('    stigid@acme9: ACME-09-000010', '    stigid: ACME-09-000010'),
    });
    expect(report.match(/^\S+ error\[[\w-]+\]: .*$/gm)).toEqual([
      `${installed}:21:5: error[cac-reference-qualified]: \`srg\` references are the same for all products`,
      `${installed}:23:5: error[cac-qualified-contradicts]: \`stigid@acme10\` and \`stigid\` are both here, with different values`,
      `${installed}:19:11: error[cac-reference-blank]: there are blanks around an item of this list`,
      `${installed}:19:5: error[cac-unknown-reference]: no URI is known for \`nits\` references`,
      `${installed}:21:5: error[cac-unknown-srg]: \`SRG-XX-1\` belongs to no known requirements guide`,
    ]);
  });

  it('a rule that no component lists', async () => {
    const report = await reportOf('acme9', { 'components/system.yml': change('- banner_set\n', '') });
    expect(
      report,
    ).toBe(`${banner}: error[cac-rule-without-component]: no component lists the rule \`banner_set\`
  hint: Add it to a file of \`components\`.
`);
  });

  it('a duplicate key and a wrong severity, in two files of one run', async () => {
    const report = await reportOf('acme9', {
      [banner]: (text) => `${text}severity: high\n`,
      [relay]: change('severity: high', 'severity: huge'),
    });
    expect(report).toContain(`${banner}:8:1: error[duplicate-key]: this key stands here a second time
    6 | references:
    7 |     nist@acme9: AC-8
  > 8 | severity: high
`);
    expect(report).toContain(`${relay}:11:11: error[`);
  });

  it('is not held against the profiles that name the rule, though a filter reads it before they are through', async () => {
    const service = `${mail}/service_postfix_enabled/rule.yml`;
    const report = await reportOf('acme9', { [service]: (text) => `${text}severity: high\n` });
    expect(report.match(/error\[.*?\]/g)).toEqual(['error[duplicate-key]']);
  });
});

describe('a mistake in a group or value', () => {
  it('an empty file', async () => {
    const report = await reportOf('acme9', { [`${mail}/group.yml`]: '# to do\n' });
    expect(report).toBe(`${mail}/group.yml: error[empty-file]: the file holds nothing
  hint: Write its keys, or delete the file.
`);
  });

  it('an unknown operator', async () => {
    const report = await reportOf('acme9', {
      [`${mail}/var_queue_hours.var`]: change('less than or equal', 'at most'),
    });
    expect(report).toContain(`${mail}/var_queue_hours.var:5:11: error[`);
    expect(report).toContain('> 5 | operator: at most');
  });
});

describe('a mistake in a profile', () => {
  const strict = 'products/acme9/profiles/strict.profile';

  it('an unknown rule', async () => {
    const report = await reportOf('acme9', { [strict]: (text) => `${text}    - banner_sett\n` });
    expect(report).toBe(`${strict}:10:7: error[cac-unknown-rule]: the product has no rule \`banner_sett\`
     8 |     - var_relay_networks=default
     9 |     - service_postfix_enabled.role=full
  > 10 |     - banner_sett
       |       ^^^^^^^^^^^
  hint: Did you mean \`banner_set\`?
`);
  });

  it('an unknown policy, control and level', async () => {
    const report = await reportOf('acme9', {
      [strict]: (text) => `${text}    - basline:all\n    - baseline:1.3\n    - baseline:all:hihg\n`,
    });
    expect(report.match(/^\S+ error\[[\w-]+\]: .*$/gm)).toEqual([
      `${strict}:11:7: error[cac-unknown-control]: the policy \`baseline\` has no control \`1.3\``,
      `${strict}:12:7: error[cac-unknown-level]: the policy has no level \`hihg\``,
      `${strict}:10:7: error[cac-unknown-policy]: there is no policy \`basline\``,
    ]);
  });

  it('a parent that is not there, or is the profile itself', async () => {
    expect(await reportOf('acme9', { [strict]: change('extends: standard', 'extends: standrad') })).toContain(
      `${strict}:4:10: error[cac-unknown-profile]: the product has no profile \`standrad\``,
    );
    expect(await reportOf('acme9', { [strict]: change('extends: standard', 'extends: strict') })).toContain(
      `${strict}:4:10: error[cac-profile-cycle]: the profile \`strict\` extends itself`,
    );
  });

  it('refinements of nothing, of what cannot be refined, of what is not selected', async () => {
    const report = await reportOf('acme9', {
      [strict]: (text) =>
        `${text}    - banner_set.severity\n    - banner_set.title=x\n    - banner_set.severity=high\n`,
    });
    expect(report.match(/^\S+ error\[[\w-]+\]: .*$/gm)).toEqual([
      `${strict}:10:7: error[cac-refinement]: \`banner_set.severity\` refines nothing`,
      `${strict}:11:7: error[cac-not-refinable]: \`title\` of a rule cannot be refined`,
      `${strict}:12:7: error[cac-refines-unselected]: the rule \`banner_set\` is refined but not selected`,
    ]);
  });

  it('a filter that is none', async () => {
    const nodes = 'products/acme9/profiles/nodes.profile';
    const report = await reportOf('acme9', {
      [nodes]: change('"machine" in platforms or', '"machine" in platfroms or'),
    });
    expect(report).toBe(
      `${nodes}:8:28: error[cac-filter]: rules have no \`platfroms\`
    6 |     - service_postfix_enabled
    7 |     - package_postfix_installed
  > 8 | filter_rules: '"machine" in platfroms or "machine" in inherited_platforms and severity != "high"'
      |                             ^^^^^^^^^
  hint: A filter compares fields of rules: \`"machine" in platforms and severity != "low"\`.
`.replace(':8:28:', ':8:29:'),
    );
  });

  it('a platform that is not there', async () => {
    const report = await reportOf('acme9', {
      'products/acme9/profiles/standard.profile': change('platform: acme9', 'platform: acme8'),
    });
    expect(report).toContain(
      'standard.profile:15:11: error[cac-unknown-platform]: there is no platform `acme8`',
    );
  });
});
