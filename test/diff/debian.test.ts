import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BenchmarkDiff, diffBenchmarks, formatHtml, isSame } from '../../src/diff/index.js';
import { readScapFile } from '../../src/frontends/xccdf/index.js';
import type { Benchmark } from '../../src/model/benchmark.js';
import { ssgFile, ssgFolder } from '../frontends/xccdf/ssg.js';

function read(name: string): Benchmark {
  const benchmark = readScapFile(ssgFile(name), name, ({ message }) => {
    throw new Error(message);
  });
  if (!benchmark) throw new Error(name);
  return benchmark;
}

/**
 * What another program says of two files: which rules stand in only one, which have another severity, and
 * which rules profiles select whose `requires` and `conflicts` let them.
 */
const independent = `
import json, sys, xml.etree.ElementTree as E
X = '{http://checklists.nist.gov/xccdf/1.2}'
def look(path):
    b = next(E.parse(path).getroot().iter(X + 'Benchmark'))
    rules = {r.get('id'): r for r in b.iter(X + 'Rule')}
    def effective(profile):
        on = {s.get('idref') for s in profile.iter(X + 'select') if s.get('selected') == 'true'}
        names = lambda rule, what: {e.get('idref') for e in rule.iter(X + what)}
        return {i.split('_rule_')[1] for i in on if i in rules
                and names(rules[i], 'requires') <= on and not names(rules[i], 'conflicts') & on}
    return list(rules), {i: r.get('severity') for i, r in rules.items()}, {p.get('id'): effective(p) for p in b.iter(X + 'Profile')}
a, b = look(sys.argv[1]), look(sys.argv[2])
print(json.dumps({
    'added': [i for i in b[0] if i not in a[1]], 'removed': [i for i in a[0] if i not in b[1]],
    'severities': [i for i in b[0] if i in a[1] and a[1][i] != b[1][i]],
    'profiles': {p: [sorted(b[2][p] - a[2][p]), sorted(a[2][p] - b[2][p])] for p in b[2] if p in a[2]},
}))`;

describe('two real benchmarks: Red Hat Enterprise Linux 7 and 8', () => {
  let diff: BenchmarkDiff;
  let expected: {
    added: string[];
    removed: string[];
    severities: string[];
    profiles: Record<string, [string[], string[]]>;
  };

  beforeAll(() => {
    const files = ['ssg-rhel7-ds.xml', 'ssg-rhel8-ds.xml'] as const;
    diff = diffBenchmarks(read(files[0]), read(files[1]));
    const paths = files.map((name) => join(ssgFolder, name));
    expected = JSON.parse(execFileSync('python3', ['-c', independent, ...paths], { encoding: 'utf8' }));
  });

  test('rules that came and went are those that another program finds', () => {
    expect(diff.rules.added.map(({ id }) => id)).toEqual(expected.added);
    expect(diff.rules.removed.map(({ id }) => id)).toEqual(expected.removed);
    expect(diff.rules.added.length).toBeGreaterThan(100);
  });

  test('severities too', () => {
    const changed = diff.rules.changed.filter(({ fields }) =>
      fields.some(({ field }) => field === 'severity'),
    );
    expect(changed.map(({ id }) => id)).toEqual(expected.severities);
  });

  test('and what profiles select', () => {
    for (const [id, [selected, unselected]] of Object.entries(expected.profiles)) {
      const profile = diff.profiles.changed.find((each) => each.id === id);
      expect([...(profile?.selected ?? [])].sort(), id).toEqual(selected);
      expect([...(profile?.unselected ?? [])].sort(), id).toEqual(unselected);
    }
  });

  test('the page holds every rule that changed', () => {
    const page = formatHtml(diff);
    expect(page.match(/<details id="rules-/g)).toHaveLength(diff.rules.changed.length);
  });
});

test('SCAP 1.2 and SCAP 1.3 data streams of one build differ in nothing that they check', () => {
  const diff = diffBenchmarks(read('ssg-debian11-ds-1.2.xml'), read('ssg-debian11-ds.xml'));
  expect(isSame(diff)).toBe(true);
});
