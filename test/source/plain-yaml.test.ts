import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadAnyYaml } from '../../src/source/load-yaml.js';
import { type Reading, readPlainYaml } from '../../src/source/plain-yaml.js';
import { coreTypes, nullType, scalarType, YamlTypes } from '../../src/source/yaml-types.js';
import { bool11, int11, merge11 } from '../../src/source/yaml11-types.js';

const readings: readonly Reading[] = [
  { types: coreTypes },
  {
    types: new YamlTypes([nullType, int11, merge11], [scalarType('bool', (word) => word)]),
    unindented: true,
  },
  { types: new YamlTypes([nullType, bool11, int11, merge11]), json: true, unindented: true },
];

const scalar = fc.constantFrom(
  'word',
  'several words, and more',
  '12',
  '0o7',
  'yes',
  'null',
  '~',
  'a:b',
  'a #b',
  'a# b',
  'a: b',
  'a:',
  '-x',
  '- x',
  '?',
  ': x',
  '[]',
  '[ ]',
  '{ }',
  '[a, b c, 3]',
  `['a', "b" , c]`,
  "['a' 'b']",
  "['a'b]",
  "['it''s']",
  '[a,]',
  '[, a]',
  '[- a]',
  '{a: b}',
  '*a',
  '&a b',
  '!!str 5',
  '!!str',
  '!!str "x"',
  '!!int 5',
  '!x y',
  '%x',
  '@x',
  '`x',
  '"double"',
  '"a\\nb \\"c\\" \\\\"',
  '"a\\x41"',
  '"',
  '"open',
  "'single'",
  "'it''s'",
  "'",
  "'open",
  "'a' b",
  '"a" # b',
  '|',
  '>',
  '|-',
  '>-',
  '|+',
  '|2',
  '|  # b',
  '|x',
  'a\tb',
  'a  ',
  'é\u00a0',
  '\u2028',
  '---',
  '...',
  '#x',
);
const key = fc.constantFrom(
  'a:',
  'b:',
  'c :',
  "'d':",
  '"e":',
  '"\\f":',
  'null:',
  'yes:',
  '1:',
  '__proto__:',
  '<<:',
  'a.b/c-d@e:',
  'a b:',
  '? a',
  ':',
);
const indentation = fc.constantFrom('', '', '', ' ', '  ', '  ', '    ', '    ', '\t', '   ');
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(key, scalar).map(([a, b]) => `${a} ${b}`) },
  { weight: 3, arbitrary: key },
  { weight: 4, arbitrary: scalar },
  { weight: 3, arbitrary: scalar.map((text) => `- ${text}`) },
  { weight: 3, arbitrary: fc.tuple(key, scalar).map(([a, b]) => `- ${a} ${b}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('-', '- - x', '- -', '-  a: b', '- # x', '---', '--- x', 'a: # b', 'a:  b'),
  },
  { weight: 2, arbitrary: fc.constantFrom('', ' ', '   ', '# comment', '  # comment', '     ') },
);
/** Lines as they come: most are no YAML. */
const anything = fc
  .tuple(
    fc.array(fc.tuple(indentation, line), { minLength: 1, maxLength: 7 }),
    fc.constantFrom('', '\n', ' ', '\n\n  '),
  )
  .map(([lines, end]) => lines.map((parts) => parts.join('')).join('\n') + end);

/** What a key or a dash may hold, indented as it should be: most is YAML. */
const { node } = fc.letrec<{ node: readonly string[] }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    scalar.map((text) => [text]),
    fc
      .array(fc.oneof(scalar, fc.constantFrom('', ' ', '   deeper', '# no comment')), { maxLength: 4 })
      .chain((lines) =>
        fc.constantFrom('|', '>', '|-', '>-', '').map((mark) => [mark, ...lines.map((each) => `  ${each}`)]),
      ),
    fc
      .tuple(
        fc.constantFrom("'", '"'),
        fc.array(fc.constantFrom('words', ' words ', '', '# x', 'a: b'), { minLength: 2, maxLength: 4 }),
      )
      .map(([quote, [first, ...rest]]) => [quote + first, ...rest.map((each) => `  ${each}`), `  ${quote}`]),
    fc
      .array(fc.tuple(key, tie('node'), fc.constantFrom('  ', '    ', '')), { minLength: 1, maxLength: 3 })
      .map((entries) =>
        entries.flatMap(([name, [first = '', ...rest], by]) => [
          first === '' || !/:$/.test(first.split(' ')[0] as string) ? `${name} ${first}` : name,
          ...(first !== '' && /:$/.test(first.split(' ')[0] as string) ? [`${by}${first}`] : []),
          ...rest.map((each) => by + each),
        ]),
      ),
    fc
      .array(tie('node'), { minLength: 1, maxLength: 3 })
      .map((items) =>
        items.flatMap(([first = '', ...rest]) => [`- ${first}`, ...rest.map((each) => `  ${each}`)]),
      ),
  ),
}));
const nearlyYaml = node.map((lines) => lines.join('\n'));

function compare(text: string): boolean {
  let isRead = false;
  for (const reading of readings) {
    const plain = readPlainYaml(text, reading);
    if (!plain) continue;
    isRead = true;
    const any = loadAnyYaml(text, reading);
    expect(any).toEqual(plain);
    // The order of keys counts, and nothing is undefined.
    expect(JSON.stringify('data' in any && any.data)).toBe(JSON.stringify(plain.data));
  }
  return isRead;
}

describe('YAML in its plain form', () => {
  it.each([
    ['whatever the lines are', anything, 1, 500],
    ['where it is indented as it should be', nearlyYaml, 2, 2000],
  ])('is read as js-yaml reads it, or not at all, %s', (_, texts, seed, least) => {
    let read = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (compare(text)) read++;
      }),
      { numRuns: 50_000, seed },
    );
    expect(read).toBeGreaterThan(least);
  });

  it('is what rules are written in', () => {
    const text = [
      '---',
      '# Comments stand anywhere.',
      'title: Disable a Service  # and here',
      "reason: 'It isn''t",
      "  needed'",
      'description: |-',
      '    First line.',
      '',
      '      Deeper: line.',
      'warning: >',
      '  One',
      '  paragraph.',
      '',
      '  Another.',
      'severity:',
      '  low',
      'references:',
      '  nist: [CM-7, AC-17]',
      '  empty: {}',
      'tasks:',
      '- name: "Stop \\"it\\""',
      '  when:',
      '  - a is defined',
      '  - b == 1 and',
      '    c',
      '-',
      '  - 1',
      '  - null',
      'last: !!str 12',
    ].join('\n');
    expect(readPlainYaml(text, { types: coreTypes })).toEqual({
      data: {
        title: 'Disable a Service',
        reason: "It isn't needed",
        description: 'First line.\n\n  Deeper: line.',
        warning: 'One paragraph.\nAnother.\n',
        severity: 'low',
        references: { nist: ['CM-7', 'AC-17'], empty: {} },
        tasks: [{ name: 'Stop "it"', when: ['a is defined', 'b == 1 and c'] }, [1, null]],
        last: '12',
      },
    });
  });

  it.each([
    'a: 1\na: 2',
    'a: *b',
    '- a\n b: c',
    'a: [',
    'a:\n\t- b',
    '',
    'word',
    '- '.repeat(100_000),
    'a: "\\q"',
    '%YAML 1.1\n---\na: b',
  ])('leaves %# to js-yaml', (text) => {
    expect(readPlainYaml(text, { types: coreTypes })).toBeUndefined();
  });
});

describe('a huge text', () => {
  const big = 4_000_000;
  it.each([
    `a: '${'x'.repeat(big)}'`,
    `a: '${"''".repeat(big)}'`,
    `a: '${"''".repeat(big)}`,
    `a: "${'\\n'.repeat(big)}"`,
    `a: "${'\\n'.repeat(big)}`,
    `a: [${'x, '.repeat(big)}]`,
    `a: [${"'x', ".repeat(big / 4)}y]`,
    `a: '${'x\n  '.repeat(big)}'`,
    `a: |\n${'  x\n'.repeat(big / 4)}`,
    `a: x\n${'  x\n'.repeat(big / 4)}`,
    '"'.repeat(big),
  ])('%#', (text) => {
    expect(() => readPlainYaml(text, { types: coreTypes })).not.toThrow();
  });
});
