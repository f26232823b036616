import { describe, expect, test } from 'vitest';
import { type BenchmarkDiff, diffBenchmarks, isSame } from '../../src/diff/index.js';
import { type Release, release } from './pair.js';

const diff = (changes: Partial<Release>): BenchmarkDiff => diffBenchmarks(release(), release(changes));

/** The fields of the only rule that changed. */
function fieldsOf(changes: Partial<Release>) {
  const { rules } = diff(changes);
  expect(rules.changed.map(({ name }) => name)).toEqual(['timeout']);
  return rules.changed[0]?.fields;
}

test('nothing differs', () => {
  const none = diff({});
  expect(isSame(none)).toBe(true);
  expect(none.rules).toEqual({ added: [], removed: [], moved: [], changed: [] });
  expect(none.a).toEqual({
    id: 'xccdf_org.example_benchmark_b',
    title: 'Guide',
    version: '1.0',
    items: { rules: 3, groups: 2, values: 1 },
  });
});

test('the benchmark', () => {
  const { benchmark } = diff({ version: '2.0' });
  expect(benchmark).toEqual([{ kind: 'value', field: 'version', old: '1.0', new: '2.0' }]);
});

test('rules that came, went and moved', () => {
  const { rules } = diff({
    rules: [
      ['fresh', 'one'],
      ['wanders', 'two'],
    ],
    profile: '',
  });
  expect(rules).toEqual({
    added: [
      { id: 'xccdf_org.example_rule_fresh', name: 'fresh', title: 'Title of fresh', severity: 'unknown' },
    ],
    removed: [
      { id: 'xccdf_org.example_rule_gone', name: 'gone', title: 'Title of gone', severity: 'unknown' },
    ],
    moved: [
      {
        id: 'xccdf_org.example_rule_wanders',
        name: 'wanders',
        title: 'Title of wanders',
        severity: 'unknown',
        from: 'one',
        to: 'two',
      },
    ],
    changed: [],
  });
});

describe('a rule', () => {
  test('text, word by word, and markup', () => {
    expect(fieldsOf({ description: 'Set the timeout to a <h:code>long</h:code> value.' })).toEqual([
      {
        kind: 'text',
        field: 'description',
        old: 'Set the timeout to a `short` value.',
        new: 'Set the timeout to a `long` value.',
        words: [
          { kind: 'same', text: 'Set the timeout to a `' },
          { kind: 'removed', text: 'short' },
          { kind: 'added', text: 'long' },
          { kind: 'same', text: '` value.' },
        ],
      },
    ]);
  });

  test('white space is no difference', () => {
    expect(isSame(diff({ description: '\n  Set the  timeout\n to a <h:code>short</h:code> value.\n' }))).toBe(
      true,
    );
  });

  test('severity and references', () => {
    expect(fieldsOf({ severity: 'high', references: ['AC-3', 'AC-1'] })).toEqual([
      { kind: 'value', field: 'severity', old: 'low', new: 'high' },
      { kind: 'list', field: 'references', added: ['nist AC-3'], removed: ['nist AC-2'] },
    ]);
  });

  test('the script, line by line', () => {
    expect(fieldsOf({ script: 'echo new\necho same\n' })).toEqual([
      {
        kind: 'lines',
        field: 'remediation bash',
        change: 'changed',
        hunks: [
          {
            oldStart: 1,
            newStart: 1,
            lines: [
              { kind: 'removed', text: 'echo old' },
              { kind: 'added', text: 'echo new' },
              { kind: 'same', text: 'echo same' },
            ],
          },
        ],
      },
    ]);
  });

  test('a value in the script is a difference', () => {
    const script = 'echo <sub idref="xccdf_org.example_value_timeout"/>\necho same\n';
    const [field] = fieldsOf({ script }) ?? [];
    expect(field?.kind === 'lines' && field.hunks[0]?.lines[1]).toEqual({
      kind: 'added',
      text: 'echo {timeout}',
    });
  });
});

describe('a check', () => {
  test('other ids, versions, comments and titles are no difference', () => {
    expect(isSame(diff({ ids: 77 }))).toBe(true);
  });

  test('what it looks at is', () => {
    expect(fieldsOf({ ids: 77, filepath: '/etc/new' })).toEqual([
      {
        kind: 'lines',
        field: 'check',
        change: 'changed',
        hunks: [
          {
            oldStart: 4,
            newStart: 4,
            lines: [
              { kind: 'same', text: '    criterion' },
              { kind: 'same', text: '      test ind:textfilecontent54_test check="all"' },
              { kind: 'same', text: '        object ind:textfilecontent54_object' },
              { kind: 'removed', text: '          ind:filepath "/etc/old"' },
              { kind: 'added', text: '          ind:filepath "/etc/new"' },
              { kind: 'same', text: '        state ind:textfilecontent54_state' },
              { kind: 'same', text: '          ind:subexpression datatype="int" operation="less than"' },
              {
                kind: 'same',
                text: '            variable external_variable datatype="int" of value timeout',
              },
            ],
          },
        ],
      },
    ]);
  });
});

test('a value', () => {
  expect(diff({ value: '600' }).values.changed).toEqual([
    {
      id: 'xccdf_org.example_value_timeout',
      name: 'timeout',
      title: 'Timeout',
      fields: [{ kind: 'value', field: 'default', old: '300', new: '600' }],
    },
  ]);
});

test('a profile', () => {
  const { profiles } = diff({
    profile: `<select idref="xccdf_org.example_rule_wanders" selected="true"/>
      <refine-value idref="xccdf_org.example_value_timeout" selector="short"/>
      <refine-rule idref="xccdf_org.example_rule_timeout" severity="high"/>`,
  });
  expect(profiles).toEqual({
    added: [],
    removed: [],
    changed: [
      {
        id: 'xccdf_org.example_profile_p',
        name: 'p',
        title: 'P',
        fields: [],
        selected: ['wanders'],
        unselected: ['gone'],
        values: [{ name: 'timeout', new: '60 (short)' }],
        refinements: [{ name: 'timeout severity', new: 'high' }],
      },
    ],
  });
});

test('ids of XCCDF 1.1 and 1.2 around the same names are one item', () => {
  const old = release();
  const rename = <T>(part: T): T =>
    JSON.parse(JSON.stringify(part).replaceAll('xccdf_org.example_rule_', ''));
  const renamed = { ...old, groups: rename(old.groups), profiles: rename(old.profiles) };
  const { rules } = diffBenchmarks(renamed, old);
  expect(rules.added).toEqual([]);
  expect(rules.removed).toEqual([]);
  expect(rules.changed[0]?.fields).toEqual([
    { kind: 'value', field: 'id', old: 'timeout', new: 'xccdf_org.example_rule_timeout' },
  ]);
});
