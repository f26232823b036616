import { expect, it } from 'vitest';
import { entriesInOrder, readYaml11 } from '../../../src/frontends/cac/yaml.js';

/** The keys of `options` in a text, in the order that `entriesInOrder` gives them. */
function orderOf(text: string): string[] {
  const file = { path: 'x.var', text };
  const data = readYaml11(file, (problem) => {
    throw new Error(problem.message);
  }) as { options: Record<string, unknown> };
  return entriesInOrder(file, 'options', data.options).map(([name]) => name);
}

it.each([
  ['options:\n  10: 10\n  2: 2\n  default: 5\n', ['10', '2', 'default']],
  [
    'a: 1\noptions:\n    default: 1\n\n    # three\n    \'3\': 3\n    "2": 2\n    1: 1\nb: 2\n',
    ['default', '3', '2', '1'],
  ],
  ['options:\n  5: |\n    1: no key\n  4: >-\n    2: nor this\n', ['5', '4']],
  ['options:\n  5: [1,\n    2: 3]\n  4: x\n', ['5', '4']],
  ['options: {5: a, 4: b}\n', ['5', '4']],
  ['x: |\n  options:\n    1: a\noptions:\n  9: a\n  8: b\n', ['9', '8']],
  ['"options":\n  9: a\n  8: b\n', ['9', '8']],
  ['options:\n  010: eight\n  9: nine\n  0x7: seven\n', ['8', '9', '7']],
  ['base: &base\n  1: a\noptions:\n  9: a\n  <<: *base\n  8: b\n', ['1', '9', '8']],
  ['options:\n  a b: 1\n  9: 1\n  8: 1\n', ['a b', '9', '8']],
  ["options:\n  'it''s': 1\n  9: 1\n  8: 1\n", ["it's", '9', '8']],
  ['options:\n  ? 9\n  : 1\n  8: 1\n', ['9', '8']],
  ['options:\n  9: a\n   b: still the text of nine\n  8: b\n'.replace('b: still', 'still'), ['9', '8']],
])('%j', (text, order) => {
  expect(orderOf(text)).toEqual(order);
});
