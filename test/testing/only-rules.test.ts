import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTestable } from '../../src/build/read.js';
import { Diagnostics } from '../../src/diagnostics/diagnostic.js';
import { planProofs } from '../../src/testing/plan.js';
import { repository } from '../support/cli.js';
import { demoContent } from './content.js';

/** A rule that requires `good`, conflicts with `bare`, and whose check extends that of `check_cannot_fail`. */
const tied = {
  'guide/tied/rule.yml': `title: Tied
description: |
  It belongs to others.
rationale: |
  It is a demonstration.
severity: low
requires:
  - good
conflicts:
  - bare
`,
  'guide/tied/oval/shared.xml': `<def-group>
  <definition class="compliance" id="tied" version="1">
    <metadata>
      <title>Tied</title>
      <description>As the other one.</description>
    </metadata>
    <criteria>
      <extend_definition comment="as the other one" definition_ref="check_cannot_fail"/>
    </criteria>
  </definition>
</def-group>
`,
  'guide/tied/tests/off.fail.sh': 'true\n',
  'products/alinux3/profiles/strict.profile': `title: Strict
description: |
  For everybody.
selections:
  - tied
  - never_repaired
  - var_demo=loud
`,
};

test('the data stream of a rule holds the rule, what it needs, and no more; OpenSCAP takes it', async () => {
  const dir = demoContent(['good', 'bare', 'check_cannot_fail', 'never_repaired'], tied);
  const diagnostics = new Diagnostics();
  const templates = join(repository, 'templates');
  const options = { content: join(dir, 'content'), shownAs: '', templates, products: [] };
  const [read] = await readTestable(options, diagnostics);
  const [proof] = read ? planProofs(read, new Set(['tied']), diagnostics.report) : [];
  expect(diagnostics.all).toEqual([]);
  const text = proof?.dataStream() ?? '';
  const found = (pattern: RegExp): (string | undefined)[] =>
    [...text.matchAll(pattern)].map(([, id]) => id).sort();
  expect(found(/<Rule id="\w+\.example\.demo_rule_(\w+)"/g)).toEqual(['bare', 'good', 'tied']);
  expect(found(/<Value [^>]*id="[\w.]+_value_(\w+)"/g)).toEqual(['var_demo']);
  expect(found(/<select idref="[\w.]+_rule_(\w+)"/g)).toEqual(['tied']);
  expect(found(/<(?:\w+:)?definition [^>]*id="oval:demo-(\w+):def:1"/g)).toEqual([
    'bare',
    'check_cannot_fail',
    'good',
    'installed_os_is_demo',
    'tied',
  ]);
  writeFileSync(join(dir, 'ds.xml'), text);
  const { status, stdout, stderr } = spawnSync('oscap', ['ds', 'sds-validate', join(dir, 'ds.xml')], {
    encoding: 'utf8',
  });
  expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
});
