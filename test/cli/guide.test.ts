import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { miniOval, miniXccdf } from '../backends/guide/scap.js';
import { scapc, temporaryFolder } from '../support/cli.js';

const tailoring = `<?xml version="1.0" encoding="UTF-8"?>
<Tailoring xmlns="http://checklists.nist.gov/xccdf/1.2" id="xccdf_org.mini_tailoring_ours">
  <benchmark href="mini.xml"/>
  <version time="2026-01-02T03:04:05">1</version>
  <Profile id="xccdf_org.mini_profile_ours" extends="xccdf_org.mini_profile_base">
    <title>Ours</title>
    <select idref="xccdf_org.mini_rule_other" selected="false"/>
    <refine-value idref="xccdf_org.mini_value_word" selector="green"/>
  </Profile>
</Tailoring>
`;

/** A folder with the mini benchmark and a tailoring of it. */
function folder(): string {
  const dir = temporaryFolder();
  writeFileSync(join(dir, 'mini.xml'), miniXccdf);
  writeFileSync(join(dir, 'mini-oval.xml'), miniOval('/etc/word'));
  writeFileSync(join(dir, 'ours.xml'), tailoring);
  return dir;
}

/** What the page says of a rule to a browser that runs no script. */
function entry(dir: string, rule: string): string {
  const html = readFileSync(join(dir, 'guide/index.html'), 'utf8');
  const start = html.indexOf(`<article class="entry" id="rule-${rule}">`);
  expect(start, rule).toBeGreaterThan(0);
  return html.slice(start, html.indexOf('</article>', start)).replace(/<[^>]*>/g, ' ');
}

test('guide writes the guide of a file, with the defaults of the benchmark', async () => {
  const dir = folder();
  const { code, stdout, stderr } = await scapc(['guide', 'mini.xml'], { cwd: dir });
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: 'guide/index.html: 2 rules, 1 value, 1 group, 1 profile\n',
    stderr: '',
  });
  expect(entry(dir, 'word')).toMatch(/It says\s+red/);
});

test('--tailoring shows its profile, and the values that it chooses', async () => {
  const dir = folder();
  const { code, stderr } = await scapc(['guide', 'mini.xml', '--tailoring', 'ours.xml'], { cwd: dir });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(entry(dir, 'word')).toMatch(/It says\s+green/);
  expect(readFileSync(join(dir, 'guide/index.html'), 'utf8')).toContain('Ours');
});

test('--profile chooses, also one of the tailoring; by id or by name', async () => {
  const dir = folder();
  const both = ['guide', 'mini.xml', '--tailoring', 'ours.xml', '--profile'];
  expect((await scapc([...both, 'base'], { cwd: dir })).code).toBe(0);
  expect(entry(dir, 'word')).toMatch(/It says\s+red/);
  expect((await scapc([...both, 'xccdf_org.mini_profile_ours'], { cwd: dir })).code).toBe(0);
  expect(entry(dir, 'word')).toMatch(/It says\s+green/);
});

test('a benchmark without the file of its checks is shown without them, with a warning', async () => {
  const dir = folder();
  rmSync(join(dir, 'mini-oval.xml'));
  const { code, stderr } = await scapc(['guide', 'mini.xml'], { cwd: dir });
  expect(code).toBe(0);
  expect(stderr).toContain(
    'mini.xml:24:9: warning[scap-missing-document]: the checks in `mini-oval.xml` are not there',
  );
  expect(entry(dir, 'word')).toContain('oval:mini:def:1');
});

test('a profile that does not exist is told with one that is near, and nothing is written', async () => {
  const dir = folder();
  const { code, stderr } = await scapc(['guide', 'mini.xml', '--profile', 'bose'], { cwd: dir });
  expect(code).toBe(1);
  expect(stderr).toContain('there is no profile `bose`');
  expect(stderr).toContain('Did you mean `base`?');
  expect(existsSync(join(dir, 'guide'))).toBe(false);
});

test.each([
  ['a file that does not exist', 'none.xml', undefined],
  ['a folder', '.', undefined],
  ['an empty file', 'bad.xml', ''],
  ['no XML', 'bad.xml', 'PK\u0003\u0004'],
  ['XML that is no SCAP', 'bad.xml', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
  ['XML that is cut off', 'bad.xml', miniXccdf.slice(0, miniXccdf.length / 2)],
  [
    'an entity bomb',
    'bad.xml',
    `<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n<Benchmark>&b;</Benchmark>`,
  ],
])('%s is an error that names the file, and nothing is written', async (_, path, content) => {
  const dir = folder();
  if (content !== undefined) writeFileSync(join(dir, path), content);
  const before = readdirSync(dir);
  const { code, stdout, stderr } = await scapc(['guide', path], { cwd: dir });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(path);
  expect(stderr).toMatch(/\n1 error\n$/);
  expect(readdirSync(dir)).toEqual(before);
});

test('a tailoring that is none is an error of that file', async () => {
  const dir = folder();
  const { code, stderr } = await scapc(['guide', 'mini.xml', '--tailoring', 'mini.xml'], { cwd: dir });
  expect(code).toBe(1);
  expect(stderr).toContain('mini.xml:2:1');
  expect(existsSync(join(dir, 'guide'))).toBe(false);
});

test('a folder that scapc did not make is left alone', async () => {
  const dir = folder();
  expect((await scapc(['guide', 'mini.xml', '--out', 'mine'], { cwd: dir })).code).toBe(0);
  expect((await scapc(['guide', 'mini.xml', '--out', 'mine'], { cwd: dir })).code).toBe(0);
  const other = join(dir, 'other');
  expect((await scapc(['guide', 'mini.xml', '--out', join(other, 'in', 'there')], { cwd: dir })).code).toBe(
    0,
  );
  const { code, stderr } = await scapc(['guide', 'mini.xml', '--out', '.'], { cwd: dir });
  expect(code).toBe(1);
  expect(stderr).toContain('holds something that scapc did not make');
  expect(readdirSync(dir).sort()).toEqual(['mine', 'mini-oval.xml', 'mini.xml', 'other', 'ours.xml']);
});
