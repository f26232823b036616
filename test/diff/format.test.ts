import { expect, test } from 'vitest';
import { diffBenchmarks, formatHtml, formatJson, formatText } from '../../src/diff/index.js';
import { release } from './pair.js';

const diff = diffBenchmarks(
  release(),
  release({
    version: '2.0',
    description: 'Set the timeout to a <h:code>long</h:code> value &lt;script&gt;.',
    script: 'echo new\necho same\n',
    references: ['AC-1', 'AC-3'],
    rules: [
      ['fresh', 'one'],
      ['wanders', 'two'],
    ],
    profile: '<select idref="xccdf_org.example_rule_wanders" selected="true"/>',
  }),
);

test('as text', () => {
  expect(
    formatText(diff, false),
  ).toBe(`- Guide 1.0  xccdf_org.example_benchmark_b: 3 rules, 2 groups, 1 values
+ Guide 2.0  xccdf_org.example_benchmark_b: 3 rules, 2 groups, 1 values

rules:    1 added, 1 removed, 1 changed, 1 moved
groups:   0 added, 0 removed, 0 changed, 0 moved
values:   0 added, 0 removed, 0 changed, 0 moved
profiles: 0 added, 0 removed, 1 changed

Benchmark
  version: 1.0 → 2.0

Rules
  + fresh  Title of fresh (unknown)
  - gone  Title of gone (unknown)
  → wanders: from one to two
  ~ timeout  Title of timeout
      description:
        Set the timeout to a \`[-short-]{+long+}\` value{+ <script>+}.
      references:
        + nist AC-3
        - nist AC-2
      remediation bash:
        @@ line 1, now 1
        - echo old
        + echo new
          echo same

Profiles
  ~ p  P
      + selects wanders
      - selects gone
`);
});

test('text of a hostile file does not reach the terminal', () => {
  const hostile = diffBenchmarks(release(), release({ script: 'echo \u009b31m\n' }));
  const title = { type: 'root', children: [{ type: 'text', value: 'T\u001b]0;owned\u0007' }] } as const;
  const text = formatText(
    diffBenchmarks(release(), { ...release(), title: { ...title, children: [...title.children] } }),
    true,
  );
  expect(formatText(hostile, false)).not.toContain('\u009b');
  expect(text).not.toContain('\u001b]');
  expect(text).not.toContain('\u0007');
});

test('as JSON: the data as it is', () => {
  expect(JSON.parse(formatJson(diff))).toEqual({ format: 1, ...diff });
});

test('as a page: everything escaped, no script, nothing from elsewhere', () => {
  const page = formatHtml(diff);
  expect(page).toContain('<title>Differences: Guide, 1.0 and 2.0</title>');
  expect(page).toContain('value<ins> &lt;script&gt;</ins>.');
  expect(page).toContain('<del>short</del><ins>long</ins>');
  expect(page).toContain('<span class="removed">- echo old\n</span><span class="added">+ echo new\n</span>');
  expect(page).not.toMatch(/<script|<link|<img|@import|url\(/);
  expect(page).toContain('<details id="rules-timeout">');
});
