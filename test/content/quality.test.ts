import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEach } from '../../src/build/read.js';
import { Diagnostics } from '../../src/diagnostics/diagnostic.js';
import type { Benchmark, Rule } from '../../src/model/benchmark.js';
import { rulesOf } from '../../src/model/items.js';
import { viewProfile } from '../../src/model/profile-view.js';
import { repository, scapc } from '../support/cli.js';

const content = join(repository, 'content');
const nist = 'https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final';

const products = ['alinux3', 'debian12'] as const;
type Product = (typeof products)[number];

let out: string;
const benchmarks = new Map<string, { benchmark: Benchmark; tried: ReadonlySet<string> }>();

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'scapc-quality-'));
  const { code, stderr } = await scapc(['build', '--content', content, '--out', out]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const options = { content, shownAs: '', templates: join(repository, 'templates'), products: [] };
  await readEach(options, new Diagnostics(), (benchmark, reader) => {
    const tried = new Set((reader.scenarios?.(benchmark.name) ?? []).map(({ rule }) => rule));
    benchmarks.set(benchmark.name, { benchmark, tried });
  });
}, 300_000);

afterAll(() => rmSync(out, { recursive: true, force: true }));

const run = (command: string, args: readonly string[]): { status: number | null; said: string } => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    cwd: out,
    maxBuffer: 2 ** 28,
    env: { ...process.env, ANSIBLE_NOCOLOR: '1', NO_COLOR: '1' },
  });
  return { status, said: stdout + stderr };
};

const files = (product: Product, folder: string): string[] =>
  readdirSync(join(out, product, folder)).map((name) => join(out, product, folder, name));

test('the README shows the figures that `scapc stats` prints', async () => {
  const { stdout } = await scapc(['stats', '--content', content]);
  expect(readFileSync(join(repository, 'README.md'), 'utf8')).toContain(stdout);
});

describe.each(products)('the remediations of %s', (product) => {
  test('shellcheck has nothing against any script', () => {
    expect(run('shellcheck', files(product, 'bash'))).toEqual({ status: 0, said: '' });
  }, 300_000);

  test('ansible-playbook reads every playbook', () => {
    for (const playbook of files(product, 'ansible')) {
      const { status, said } = run('ansible-playbook', [
        '--syntax-check',
        '--inventory',
        'localhost,',
        playbook,
      ]);
      expect({ status, said: said.trim() }).toEqual({ status: 0, said: `playbook: ${playbook}` });
    }
  }, 300_000);

  // The other playbooks hold nothing that this one does not; the next test sees to that.
  test('ansible-lint has nothing against the largest playbook, by its basic profile', () => {
    const playbook = `${product}/ansible/${product}-playbook-server_level_2.yml`;
    const { status, said } = run('ansible-lint', [
      '--offline',
      '--nocolor',
      '-p',
      '--profile',
      'basic',
      playbook,
    ]);
    expect(status, said).toBe(0);
  }, 600_000);

  test('every rule stands in the profile server_level_2, with those that it builds on', () => {
    const { benchmark } = benchmarks.get(product) ?? {};
    const profile = benchmark?.profiles.find(({ name }) => name === 'server_level_2');
    if (!benchmark || !profile) throw new Error(`there is no profile server_level_2 for ${product}`);
    const selected = new Set(viewProfile(benchmark, profile).rules.map(({ name }) => name));
    expect(
      rulesOf(benchmark)
        .map(({ name }) => name)
        .filter((name) => !selected.has(name)),
    ).toEqual([]);
  });

  test('every rule has a check, a manual check, scenarios and a requirement of NIST SP 800-53', () => {
    const { benchmark, tried } = benchmarks.get(product) ?? {};
    if (!benchmark || !tried) throw new Error(`there is no benchmark for ${product}`);
    const lacks = (what: (rule: Rule) => boolean): string[] =>
      rulesOf(benchmark)
        .filter((rule) => !what(rule))
        .map(({ name }) => name);
    expect({
      check: lacks(({ checks }) => checks.length > 0),
      ocil: lacks(({ ocil }) => ocil !== undefined),
      scenarios: lacks(({ name }) => tried.has(name)),
      nist: lacks(({ references }) => references.some(({ href }) => href === nist)),
    }).toEqual({ check: [], ocil: [], scenarios: [], nist: [] });
  });

  test('a rule is repaired by Bash and by Ansible, or warns that people have to', () => {
    const { benchmark } = benchmarks.get(product) ?? {};
    if (!benchmark) throw new Error(`there is no benchmark for ${product}`);
    const wrong = rulesOf(benchmark).filter(({ remediations, warnings }) => {
      const languages = remediations.map(({ language }) => language).sort();
      const forPeople = warnings.some(({ category }) => category === 'management');
      return languages.length === 0 ? !forPeople : languages.join() !== 'ansible,bash';
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});
