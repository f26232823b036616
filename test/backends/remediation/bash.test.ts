import { describe, expect, it } from 'vitest';
import { bashScript } from '../../../src/backends/remediation/index.js';
import type { Benchmark } from '../../../src/model/benchmark.js';
import { viewProfile } from '../../../src/model/profile-view.js';
import type { Remediation, RemediationPart } from '../../../src/model/remediation.js';
import { plainText } from '../../../src/model/text.js';
import { asString } from '../../../src/text/chunks.js';
import { full } from '../full.js';
import { benchmark, group, id, profile, rule, value } from '../sample.js';
import { complaints, folderWith, run } from '../tool.js';

const bash = (...parts: RemediationPart[]): Remediation[] => [
  { language: 'bash', system: 'urn:xccdf:fix:script:sh', parts },
];

const select = (...names: string[]) => names.map((name) => ({ idref: id('rule', name), selected: true }));

function script(sample: Benchmark, index = 0): string {
  const chosen = sample.profiles[index];
  if (!chosen) throw new Error('no profile');
  return asString(bashScript(sample, chosen, viewProfile(sample, chosen)));
}

/** Runs a script of ours as root would, and says what it printed. */
function execute(content: string): { status: number; output: string } {
  // What the script asks for root is answered by a stand-in, since tests need not run as root.
  const folder = folderWith([{ path: 'script.sh', content: content.replace('"$(id -u)"', '0') }]);
  return run('bash', ['script.sh'], folder);
}

it('has rules in document order, each between markers', () => {
  expect(script(full()).match(/^# (BEGIN|END).*/gm)).toEqual([
    '# BEGIN xccdf_org.example_rule_mail_relay',
    '# END xccdf_org.example_rule_mail_relay',
    '# BEGIN xccdf_org.example_rule_by_hand',
    '# END xccdf_org.example_rule_by_hand',
  ]);
});

it('has the values of the profile', () => {
  expect(script(full(), 0)).toContain("\nrelay='relay.example.org'\n");
  expect(script(full(), 1)).toContain("\nrelay='none'\n");
});

it('leaves out the rules of groups that are not selected', () => {
  const sample = benchmark({
    groups: [group('off', [rule('r', { selected: true, remediations: bash('true') })], { selected: false })],
    profiles: [profile('p')],
  });
  expect(script(sample)).not.toContain('rule_r');
});

it('tells which profile it is for and how to run it', () => {
  expect(script(full()).split('\n').slice(0, 20).join('\n')).toBe(`#!/usr/bin/env bash
###############################################################################
#
# Title of standard for Demo Linux
#
# Describes standard.
#
# Profile:    xccdf_org.example_profile_standard
#             version 2.1
# Benchmark:  xccdf_org.example_benchmark_DEMO
#             Guide to Demo Linux, version 1.0
#
# Run as root on the system to repair:
#
#     bash demo-script-standard.sh
#
# It goes on after a rule that fails; its exit code is 0 when none did, else 1.
#
###############################################################################
`);
});

it('does not say the product twice', () => {
  const sample = benchmark({ profiles: [profile('p', { title: plainText('Profile of Demo Linux') })] });
  expect(script(sample).split('\n')[3]).toBe('# Profile of Demo Linux');
});

describe('a run', () => {
  const sample = benchmark({
    rules: [
      rule('fails', { remediations: bash('set -e\nfalse\necho never\n') }),
      rule('exits', { remediations: bash('leak=1; cd /; exit 7') }),
      rule('reads', { remediations: bash('cat; echo "${leak-nothing leaked}"') }),
      rule('comment', { remediations: bash('# nothing to do\n') }),
      rule('none'),
    ],
    profiles: [profile('p', { selects: select('fails', 'exits', 'reads', 'comment', 'none') })],
  });

  it('goes on after a rule that fails, and says so in the end', () => {
    const { status, output } = execute(script(sample));
    expect(status).toBe(1);
    expect(output).not.toContain('never');
    expect(output).toContain('[1/5] FAILED with status 1: xccdf_org.example_rule_fails');
    expect(output).toContain('[2/5] FAILED with status 7: xccdf_org.example_rule_exits');
    expect(output).toContain('[3/5] Title of reads\nnothing leaked\n');
    expect(output).toContain('[5/5] Title of none: there is no Bash remediation for this rule');
    expect(output).toContain('2 rules done, 2 failed, 1 without a remediation');
  });

  it('ends with 0 where none failed', () => {
    const good = { ...sample, profiles: [profile('p', { selects: select('reads', 'none') })] };
    expect(execute(script(good)).status).toBe(0);
  });

  it('does nothing for who is not root', () => {
    const asUser = script(sample).replace('"$(id -u)"', '1000');
    const { status, output } = run('bash', ['s.sh'], folderWith([{ path: 's.sh', content: asUser }]));
    expect({ status, output }).toEqual({
      status: 1,
      output: 'This script changes the system and must run as root.',
    });
  });
});

describe('what comes from the content', () => {
  const evil = "'; echo OWNED; : $(echo OWNED) `echo OWNED`\necho OWNED #";
  const sample = benchmark({
    title: plainText('T\necho OWNED'),
    productName: 'P\necho OWNED',
    version: '1\necho OWNED',
    values: [value('v', { options: [{ value: evil }] })],
    rules: [
      rule('r', {
        title: plainText(evil),
        remediations: bash(
          'v=',
          { value: id('value', 'v'), place: 'shell-word' },
          '\nprintf "%s" "$v" | tr A-Z a-z\n',
        ),
      }),
    ],
    profiles: [
      profile('p', {
        title: plainText(evil),
        description: plainText(`a\n\n${evil}`),
        version: evil,
        selects: select('r'),
      }),
    ],
  });

  it('cannot run', () => {
    const lines = execute(script(sample)).output.split('\n');
    expect(lines).not.toContain('OWNED');
    expect(lines).toContain('echo owned #1 rules done, 0 failed, 0 without a remediation');
  });

  it('gives a script that shells can read', () => {
    expect(complaints('bash', ['-n'], 'script.sh', script(sample))).toBe('');
  });
});

it.each([
  ['of every kind of rule', full()],
  ['without any rule', benchmark({ profiles: [profile('p')] })],
])('is a script that shellcheck likes: %s', (_, sample) => {
  expect(complaints('shellcheck', [], 'script.sh', script(sample))).toBe('');
});
