import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml11 } from '../../../src/frontends/cac/yaml.js';

/** What PyYAML makes of texts, with booleans as words: the judge of how a checkout's YAML is read. */
function pyYaml(texts: readonly string[]): unknown[] {
  const program = `
import json, sys, yaml
class Loader(yaml.SafeLoader): pass
Loader.add_constructor('tag:yaml.org,2002:bool', lambda loader, node: loader.construct_scalar(node))
Loader.yaml_implicit_resolvers = {k: [(t, r) for t, r in v if not t.endswith(':timestamp')] for k, v in yaml.SafeLoader.yaml_implicit_resolvers.items()}
def plain(v):
    if isinstance(v, dict): return {str(k): plain(x) for k, x in v.items()}
    if isinstance(v, list): return [plain(x) for x in v]
    return v if v is None or isinstance(v, str) else str(v)
print(json.dumps([plain(yaml.load(t, Loader)) for t in json.load(sys.stdin)]))
`;
  const { stdout, stderr } = spawnSync('python3', ['-c', program], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout) as unknown[];
}

/** Numbers as Python prints them, so that both sides hold texts only. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

function ours(text: string): unknown {
  const problems: string[] = [];
  const data = readYaml11({ path: 'x.yml', text }, ({ message }) => problems.push(message));
  return problems.length > 0 ? problems : plain(data);
}

const scalars = [
  ...['yes', 'No', 'on', 'OFF', 'true', 'False', 'y', 'n', '~', 'null', 'NULL', 'nil', ''],
  ...['0', '-1', '+7', '007', '0755', '08', '0x1F', '0b101', '1_000', '1:30', '1:70', '-1:30', '12:30:45'],
  ...['9007199254740993', '1.0', '0.5', '-.5', '1.', '1e3', '1.5e+3', '1.5e3', '1_0.5', '.', '1.2.3'],
  ...['2024-01-31', '10.1', 'a: b'.replace(': ', ':'), '"yes"', "'1'", '"\\x41\\n"', "'it''s'"],
];

const documents = [
  ...scalars.map((scalar) => `- ${scalar}\n`),
  'a: |\n  one\n   two\n\n\nb: >-\n  one\n  two\n\n  three\nc: |+\n  x\n\n',
  'a: |+\n  b\n  ',
  'a: &x {k: v}\nb: *x\nc:\n  <<: *x\n  l: w\n',
  'a: "one\n  two"\nb: \'one\n\n  two\'\n',
  "a: 'first column\nof the file\n'\nb: '\nagain'\n",
  'a:\n  - b: "deep\nquoted\n\nlines"\n    c: d\n',
  '? a\n: b\n',
  '{a: [b, "c"], d: e}\n',
  '- - a\n  - b\n-\n  c: d\n',
  '# nothing\n',
  '--- # head\na: b\n...\n',
];

describe('YAML of a checkout', () => {
  it('is what PyYAML reads', () => {
    const theirs = pyYaml(documents);
    expect(documents.map((text, index) => [text, ours(text) ?? null, index])).toEqual(
      documents.map((text, index) => [text, theirs[index], index]),
    );
  });

  it('is what PyYAML reads, whatever number it looks like', () => {
    const number = fc.stringMatching(/^[-+]?[0-9_:.box]{1,8}(?:[eE][-+]?[0-9]{1,2})?$/);
    const texts = fc.sample(number, { numRuns: 400, seed: 7 }).map((text) => `- ${text}\n- end\n`);
    // A text that is a mapping or no YAML at all is not what this is about.
    const wanted = texts.filter(
      (text) => !/^- [^\n]*(?::\n|: |\.\.\.|---)/.test(text) && !/[_]\n|e[+-]?\d*_/.test(text),
    );
    const theirs = pyYaml(wanted);
    const differing = wanted.flatMap((text, index) => {
      const [mine] = ours(text) as unknown[];
      const [python] = theirs[index] as unknown[];
      const same = mine === python || (Number.isFinite(Number(python)) && Number(mine) === Number(python));
      return same ? [] : [{ text, mine, python }];
    });
    expect(differing).toEqual([]);
  });

  it.each([
    ['a: b\na: c\n', 'this key stands here a second time', 5],
    ['a: b\n c: d\n', 'this is not valid YAML: bad indentation of a mapping entry', 7],
    ['a: "b\n', 'this is not valid YAML: unexpected end of the stream within a double quoted scalar', 6],
  ])('%j is refused', (text, message, offset) => {
    const found: unknown[] = [];
    readYaml11({ path: 'x.yml', text }, (problem) => found.push(problem));
    expect(found).toMatchObject([{ message, place: { start: offset } }]);
  });
});
