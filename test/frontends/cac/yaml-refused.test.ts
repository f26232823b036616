import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { readYaml11 } from '../../../src/frontends/cac/yaml.js';

function problems(text: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  readYaml11({ path: 'x.yml', text }, (problem) => found.push(problem));
  return found;
}

describe('YAML of a checkout that is refused', () => {
  it.each([
    ['a: {{ name }}\n', 4],
    ['a: b\n[c, d]: e\n', 5],
    ['a: b\n? - c\n: d\n', 7],
    ['a: {[b], c}\n', 4],
    ['a: &x [b]\n*x : c\n', 10],
    ['a: [[b]: c]\n', 4],
  ])('a list or a mapping as a key: %j', (text, start) => {
    expect(problems(text)).toMatchObject([
      {
        code: 'yaml-syntax',
        message: 'this is not valid YAML: a key must be a text, not a list or a mapping',
        place: { start },
      },
    ]);
  });

  it('lists and mappings that only merges use are no keys', () => {
    expect(readYaml11({ path: 'x.yml', text: 'a:\n  <<: [{b: c}, {d: e}]\n  f: g\n' }, () => {})).toEqual({
      a: { b: 'c', d: 'e', f: 'g' },
    });
  });

  it.each([
    [
      'aliases of aliases',
      `a0: &a0 [x]\n${Array.from(
        { length: 30 },
        (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`)}]`,
      ).join('\n')}\n`,
    ],
    ['a list in itself', 'a: &a [*a]\n'],
    ['more aliases than a file needs', `a: &a [b]\nc:\n${'- *a\n'.repeat(1001)}`],
  ])('%s', (_, text) => {
    expect(problems(text)).toMatchObject([{ message: expect.stringContaining('stand for too much data') }]);
  });

  it('nesting without end', () => {
    expect(problems(`a: ${'['.repeat(5000)}\n`)).toMatchObject([
      { message: expect.stringContaining('nesting exceeded') },
    ]);
  });

  it('a character that nobody can print, where it stands', () => {
    expect(problems('a: |\n  b\n  c\u0007d\n')).toMatchObject([
      { message: expect.stringContaining('non-printable characters'), place: { start: 12 } },
    ]);
  });
});
