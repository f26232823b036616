import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository, temporaryFolder, writeFiles } from '../../support/cli.js';
import { fixture } from './checkout.js';

/** The data stream of `gadget`, written by hand from what its sources say. */
const reference = join(repository, 'test/fixtures/cac-reference');

function conformance(dir: string): { readonly code: number | null; readonly output: string } {
  const script = join(repository, 'scripts/conformance/run.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, '--content', fixture, '--reference', dir, 'gadget', '--show', '9'],
    { encoding: 'utf8' },
  );
  return { code: status, output: stdout + stderr };
}

describe('npm run conformance', () => {
  it('finds every field of the reference in what scapc makes, and no other', () => {
    const { code, output } = conformance(reference);
    expect(output).toMatch(/^product +fields +equal +per cent +seconds +peak MB\ngadget +106 +106 +100\.00 /);
    expect(output.trimEnd().split('\n')).toHaveLength(2);
    expect(code).toBe(0);
  });

  it.each([
    ['<xccdf:title>Close the Lid<', '<xccdf:title>Close a Lid<', 'rule/…_rule_lid_closed/title'],
    ['selector="night"/>', 'selector="day"/>', 'profile/…_profile_tight/refine-value'],
    ['manager: auto', 'manager: rpm', 'rule/…_rule_lid_closed/fix urn:xccdf:fix:script:ansible'],
    ['0:2.1-0<', '0:2.2-0<', 'oval/states/oval:ssg-state_package_lid_le_3_gt_or_eq_2_1_gt_or_eq_2_1:ste:1'],
    ['look.\nIs', 'look!\nIs', 'ocil/questions/ocil:ssg-package_lid_installed_question:question:1'],
    ['<cpe-dict:title xml:lang="en-us">Gadget 3', '<cpe-dict:title>Gadget 4', 'cpe/cpe:/o:acme:gadget:3'],
  ])('names the one field that differs: %s → %s', (from, to, field) => {
    const text = readFileSync(join(reference, 'gadget.xml'), 'utf8');
    expect(text).toContain(from);
    const dir = temporaryFolder();
    writeFiles(dir, { 'gadget.xml': text.replace(from, to) });
    const { code, output } = conformance(dir);
    const named = [...output.matchAll(/^ {2}(\S.*)$/gm)].map(([, key]) => key);
    expect(named).toEqual([field.replace('…', 'xccdf_example.acme.content')]);
    expect(output).toMatch(/^gadget +106 +105 +99\.06 /m);
    expect(code).toBe(1);
  });

  it('fails where a product has no reference', () => {
    const { code, output } = conformance(temporaryFolder());
    expect(output).toMatch(/^gadget: no reference in \S+$/m);
    expect(code).toBe(1);
  });
});
