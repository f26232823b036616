import { describe, expect, it } from 'vitest';
import { PlainScalar, writeYaml } from '../../src/resolve/yaml-writer.js';

/** Expected texts come from PyYAML 6.0 with libyaml: `yaml.dump(data, Dumper=yaml.CDumper, default_flow_style=False)`. */
describe('YAML as libyaml writes it', () => {
  it.each<[unknown, string]>([
    [[{ name: 'A', tags: ['x', 'y'] }, 'z'], '- name: A\n  tags:\n  - x\n  - y\n- z\n'],
    [[[['a']], { b: { c: [] }, d: {} }], '- - - a\n- b:\n    c: []\n  d: {}\n'],
    [
      ['yes', 'no', '0644', '1.5', '~', '', '2020-01-01', '='],
      "- 'yes'\n- 'no'\n- '0644'\n- '1.5'\n- '~'\n- ''\n- '2020-01-01'\n- '='\n",
    ],
    [[true, null, 420, new PlainScalar('1.0')], '- true\n- null\n- 420\n- 1.0\n'],
    [
      ['{{ x }}', '# a', 'a # b', 'a: b', 'a:b', '- a', '-a', "it's", "'a"],
      "- '{{ x }}'\n- '# a'\n- 'a # b'\n- 'a: b'\n- a:b\n- '- a'\n- -a\n- it's\n- '''a'\n",
    ],
    [['é', '\t', 'a\tb'], '- "\\xE9"\n- "\\t"\n- "a\\tb"\n'],
    [['a\nb', 'a\nb\n', 'a\n\n', ' a\nb'], '- |-\n  a\n  b\n- |\n  a\n  b\n- |+\n  a\n\n- |2-\n   a\n  b\n'],
    [[{ a: `${'x'.repeat(70)} ${'y'.repeat(20)} z` }], `- a: ${'x'.repeat(70)} ${'y'.repeat(20)}\n    z\n`],
    [[`'${'x'.repeat(80)} ${'y'.repeat(3)}`], `- '''${'x'.repeat(80)}\n  yyy'\n`],
  ])('%j', (data, text) => {
    expect(writeYaml(data)).toBe(text);
  });
});

// As yamllint's rule `indentation` wants it, which ansible-lint applies.
it('indents lists below their key where somebody asks for it', () => {
  const data = [{ name: 'A', tags: ['x', ['y', 'z'], { b: ['c'] }], none: [] }];
  expect(writeYaml(data, { indentsLists: true })).toBe(
    '- name: A\n  tags:\n    - x\n    - - y\n      - z\n    - b:\n        - c\n  none: []\n',
  );
});
