import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTestable } from '../../src/build/read.js';
import { Diagnostics } from '../../src/diagnostics/diagnostic.js';
import { formatPretty } from '../../src/diagnostics/pretty.js';
import { planProofs } from '../../src/testing/plan.js';
import type { Proof } from '../../src/testing/proof.js';
import { repository } from '../support/cli.js';
import { demoContent } from './content.js';

/** Plans the scenarios of the rule `good`, with one more, or with other files. */
async function plan(
  changes: Readonly<Record<string, string>>,
): Promise<{ proofs: readonly Proof[]; said: string }> {
  const diagnostics = new Diagnostics();
  const content = join(demoContent(['good'], changes), 'content');
  const templates = join(repository, 'templates');
  const [read] = await readTestable({ content, shownAs: '', templates, products: [] }, diagnostics);
  const proofs = read ? planProofs(read, new Set(['good', 'made']), diagnostics.report) : [];
  return { proofs, said: formatPretty(diagnostics.all, false).trimEnd() };
}

const tried = (script: string, ending: 'pass' | 'fail' = 'fail') =>
  plan({ [`guide/good/tests/tried.${ending}.sh`]: script });

describe('what is wrong with a header is told at its place', () => {
  test.each([
    [
      'a key that nothing knows',
      '# profil = strict\ntrue\n',
      `guide/good/tests/tried.fail.sh:1:3: error[unknown-header]: scenarios know no header \`profil\`
  > 1 | # profil = strict
      |   ^^^^^^
  hint: Did you mean \`profile\`?`,
    ],
    [
      'a key that stands there twice',
      '# profile = strict\n# profile = strict\ntrue\n',
      `guide/good/tests/tried.fail.sh:2:3: error[repeated-header]: \`profile\` stands here a second time
    1 | # profile = strict
  > 2 | # profile = strict
      |   ^^^^^^^
  hint: Keep one of the lines.`,
    ],
    [
      'a Value without a value',
      '# variables = var_demo\ntrue\n',
      `guide/good/tests/tried.fail.sh:1:15: error[bad-header]: \`variables\` does not have the form that it needs
  > 1 | # variables = var_demo
      |               ^^^^^^^^
  hint: Write names and options or values: \`# variables = var_x=strict, var_y=10\`.`,
    ],
    [
      'a Value that does not exist',
      '# variables = var_demo=loud, var_dmo=loud\ntrue\n',
      `guide/good/tests/tried.fail.sh:1:30: error[unknown-value]: there is no Value \`var_dmo\`
  > 1 | # variables = var_demo=loud, var_dmo=loud
      |                              ^^^^^^^^^^^^
  hint: Did you mean \`var_demo\`?`,
    ],
    [
      'a profile that does not exist',
      '# profile = stric\ntrue\n',
      `guide/good/tests/tried.fail.sh:1:13: error[unknown-profile]: there is no profile \`stric\`
  > 1 | # profile = stric
      |             ^^^^^
  hint: Did you mean \`strict\`?`,
    ],
    [
      'a product that does not exist',
      '# platform = alinux\ntrue\n',
      `guide/good/tests/tried.fail.sh:1:14: error[unknown-product]: there is no product \`alinux\`
  > 1 | # platform = alinux
      |              ^^^^^^
  hint: Did you mean \`alinux3\`?`,
    ],
    [
      'no reason for a state that stays',
      '# remediation = none\ntrue\n',
      `guide/good/tests/tried.fail.sh:1:17: error[no-reason]: it is not said why nothing repairs this state
  > 1 | # remediation = none
      |                 ^^^^
  hint: Add a line \`# reason = …\` below.`,
    ],
    [
      'a Value in the script that does not exist',
      'echo {{value "var_dmo"}}\n',
      `guide/good/tests/tried.fail.sh:1:6: error[unknown-value]: there is no Value \`var_dmo\`
  > 1 | echo {{value "var_dmo"}}
      |      ^^^^^^^^^^^^^^^^^^^
  hint: Did you mean \`var_demo\`?`,
    ],
  ])('%s', async (_what, script, message) => {
    expect((await tried(script)).said).toBe(message);
  });

  test('a remediation where none is run', async () => {
    expect((await tried('# remediation = none\n# reason = x\ntrue\n', 'pass')).said).toContain(
      'error[needless-header]: `remediation` has no meaning here',
    );
  });

  test('a file that has no name of a scenario', async () => {
    expect((await plan({ 'guide/good/tests/tried.sh': 'true\n' })).said).toBe(
      `guide/good/tests/tried.sh: error[stray-scenario]: \`tried.sh\` is no name of a scenario
  hint: A scenario is a file \`NAME.pass.sh\`, \`NAME.fail.sh\` or \`NAME.notapplicable.sh\`, by what a scan must find.`,
    );
  });
});

describe('what a header says', () => {
  test('the values of a profile, of an option, and as they are; other comments are comments', async () => {
    const { proofs, said } = await tried(`#!/bin/bash
# A comment with Something = else.
# shellcheck disable=SC2016
# profile = strict

# packages = a, b
# packages = c
echo {{value "var_demo"}}
`);
    expect(said).toBe('');
    const proof = proofs.find(({ scenario }) => scenario.name === 'tried');
    expect(proof?.scenario.packages).toEqual(['a', 'b', 'c']);
    expect(proof?.script).toContain("\necho 'loud'\n");
    expect(proof?.tailoring).toContain('extends="xccdf_org.example.demo_profile_strict"');
    expect(proof?.tailoring).toContain('<select idref="xccdf_org.example.demo_rule_good" selected="true"/>');
  });

  test('a scenario for another product is left out', async () => {
    const other = { 'products/other/product.yml': 'product: other\n' };
    const { proofs } = await plan({
      ...other,
      'guide/good/tests/tried.pass.sh': '# platform = other\ntrue\n',
    });
    expect(proofs.map(({ scenario }) => scenario.name)).not.toContain('tried');
  });
});

/** A rule that is made from a template, with scenarios of both. */
const template = {
  'guide/made/rule.yml': `title: A rule that is made
description: |
  Made.
rationale: |
  Made.
severity: low
template:
  name: word
  vars:
    word: "it's"
`,
  'templates/rules/word/template.yml': 'title: A word\ndescription: A word in a file.\n',
  'templates/rules/word/schema.json':
    '{"type":"object","properties":{"word":{"type":"string"},"more":{"type":"string"}}}',
  'templates/rules/word/tests/word.pass.sh': '# packages = p-{{rule.id}}\necho {{word}}\n',
  'templates/rules/word/tests/more.fail.sh': '{{#if more}}\n# A comment.\necho {{more}}\n{{/if}}\n',
  'templates/rules/word/tests/other.fail.sh': 'echo from the template\n',
  'guide/made/tests/other.fail.sh': 'echo from the rule\n',
};

describe('scenarios of a rule template', () => {
  test('are filled with its parameters; a condition leaves one out; a file beside the rule wins', async () => {
    const { proofs, said } = await plan(template);
    expect(said).toBe('');
    const made = proofs.filter(({ rule }) => rule.name === 'made');
    expect(made.map(({ scenario, script }) => [scenario.name, scenario.expected, script])).toEqual([
      ['word', 'pass', "# packages = p-made\necho 'it'\\''s'\n"],
      ['other', 'fail', 'echo from the rule\n'],
    ]);
    expect(made[0]?.scenario.packages).toEqual(['p-made']);
  });

  test('a mistake is told at the rule first, then in the template', async () => {
    const { said } = await plan({
      ...template,
      'templates/rules/word/tests/word.pass.sh': '# package = x\ntrue\n',
    });
    expect(said).toContain(
      'guide/made/rule.yml:8:3: error[unknown-header]: scenarios know no header `package`',
    );
    expect(said).toContain('in the text made at templates/rules/word/tests/word.pass.sh:1:3');
  });
});

describe('lines that all scenarios of a folder start with', () => {
  const setup = (text: string, more: Readonly<Record<string, string>> = {}) =>
    plan({
      'guide/good/tests/setup.sh': text,
      'guide/good/tests/tried.fail.sh': '# packages = b, c\n# variables = var_demo=loud\necho tried\n',
      ...more,
    });
  const tried = (proofs: readonly Proof[]) => proofs.find(({ scenario }) => scenario.name === 'tried');

  test('come first, and their header counts as well', async () => {
    const { proofs, said } = await setup(`# packages = a, b
# variables = var_demo=quiet
# not exercised = x
file={{value "var_demo"}}
`);
    expect(said).toBe('');
    const proof = tried(proofs);
    expect(proof?.script.replace(/^#.*\n/gm, '')).toBe("file='loud'\necho tried\n");
    expect(proof?.scenario.packages).toEqual(['a', 'b', 'c']);
    expect(proof?.scenario.notExercised).toEqual(['x']);
    expect(proof?.tailoring.match(/<set-value/g)).toHaveLength(1);
  });

  test('of what can be said once, a scenario has the last word', async () => {
    const header = '# profile = strict\n# platform = other\ntrue\n';
    const product = { 'products/other/product.yml': 'product: other\n' };
    const silent = await setup(header, product);
    expect(tried(silent.proofs)).toBeUndefined();
    const other = await setup(header, {
      ...product,
      'guide/good/tests/tried.fail.sh': '# platform = alinux3\ntrue\n',
    });
    expect(tried(other.proofs)?.scenario.profile?.value).toBe('strict');
  });

  test('of a template are filled with its parameters; a condition that leaves nothing leaves the scenario', async () => {
    const { proofs, said } = await plan({
      ...template,
      'templates/rules/word/tests/setup.sh':
        '{{#if word}}\n# packages = p-{{rule.id}}\nword={{word}}\n{{/if}}\n',
      'templates/rules/word/tests/word.pass.sh': 'echo "$word"\n',
    });
    expect(said).toBe('');
    const made = proofs.filter(({ rule }) => rule.name === 'made');
    expect(made.map(({ scenario, script }) => [scenario.name, scenario.packages, script])).toEqual([
      ['word', ['p-made'], "# packages = p-made\nword='it'\\''s'\necho \"$word\"\n"],
      ['other', [], 'echo from the rule\n'],
    ]);
  });

  test('that no scenario starts with are a mistake', async () => {
    const { 'guide/made/tests/other.fail.sh': _, ...others } = template;
    const { said } = await plan({ ...others, 'guide/made/tests/setup.sh': 'true\n' });
    expect(
      said,
    ).toBe(`guide/made/tests/setup.sh: error[unused-setup]: no scenario stands beside this \`setup.sh\`
  hint: Its lines come before those of the scenarios in the same folder.`);
  });

  test('a mistake in them is told once, at its place', async () => {
    const { said } = await setup('# profil = strict\ntrue\n');
    expect(
      said,
    ).toBe(`guide/good/tests/setup.sh:1:3: error[unknown-header]: scenarios know no header \`profil\`
  > 1 | # profil = strict
      |   ^^^^^^
  hint: Did you mean \`profile\`?`);
  });
});
