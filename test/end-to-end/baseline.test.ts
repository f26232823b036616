import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readTestable } from '../../src/build/read.js';
import { Diagnostics } from '../../src/diagnostics/diagnostic.js';
import { repository, scapc } from '../support/cli.js';

/** A machine with two processors takes a quarter of an hour where it has nothing else to do. */
const patience = 60 * 60_000;

interface Result {
  readonly product: string;
  readonly rule: string;
  readonly scenario: string;
  readonly expected: string;
  readonly failures: readonly unknown[];
}

const products = ['alinux3', 'debian12'];

const content = join(repository, 'content');
const diagnostics = new Diagnostics();
const benchmarks = await readTestable(
  { content, shownAs: '', templates: join(repository, 'templates'), products },
  diagnostics,
);

const key = ({ product, rule, scenario, expected }: Omit<Result, 'failures'>): string =>
  `${product}: ${rule}, ${scenario}.${expected}`;

/** What each scenario of the content gave, tried by one run of the command. */
const failures = new Map<string, Result['failures']>();

beforeAll(async () => {
  expect(diagnostics.all).toEqual([]);
  const folder = mkdtempSync(join(tmpdir(), 'scapc-baseline-'));
  try {
    const out = join(folder, 'results.json');
    const args = [
      'test',
      '--content',
      content,
      '--format',
      'json',
      '--out',
      out,
      ...products.flatMap((name) => ['--product', name]),
    ];
    const { stdout, stderr } = await scapc(args);
    console.log(stdout.trim());
    expect(stderr).toBe('');
    const { results } = JSON.parse(readFileSync(out, 'utf8')) as { results: readonly Result[] };
    for (const result of results) failures.set(key(result), result.failures);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, patience);

describe.each(benchmarks)('$benchmark.name: on its scenarios, each rule is found and repaired', (each) => {
  const scenarios = each.scenarios
    .filter(
      ({ products }) => products.length === 0 || products.some(({ value }) => value === each.benchmark.name),
    )
    .map(({ rule, name, expected }) => key({ product: each.benchmark.name, rule, scenario: name, expected }));

  test.each(scenarios)('%s', (scenario) => {
    expect(failures.get(scenario)).toEqual([]);
  });
});
