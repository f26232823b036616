import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { shellWord } from '../../../src/backends/remediation/shell-word.js';
import { yamlScalar } from '../../../src/backends/remediation/yaml-scalar.js';
import { run } from '../tool.js';

const nasty = [
  '',
  "it's",
  '$(touch /tmp/scapc-owned) `id` ${HOME} "x"',
  'a\nb\r\n\tc',
  '\\',
  "'; exit 3; '",
  '-n',
  '\u001b[31mred\u0007',
  '日本語 \u{1F600} \u2028 \u0085',
];

it('makes one word of a shell of any text', () => {
  const output = run('bash', ['-c', `printf '%s\\0' ${nasty.map(shellWord).join(' ')}`]).output;
  // The last NUL and white space at the ends are not part of what is compared.
  expect(output.split('\0').slice(0, nasty.length)).toEqual(nasty);
});

it('drops NUL, which no shell word can hold', () => {
  expect(shellWord('a\0b')).toBe("'ab'");
});

describe('a YAML scalar', () => {
  it('reads back as the text, on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const scalar = yamlScalar(text);
        expect(scalar).not.toMatch(/[\n\r\u0000-\u001f\u007f-\u009f]/);
        expect(parse(scalar.replace('!unsafe ', ''))).toBe(text);
      }),
      { numRuns: 300, seed: 1 },
    );
    for (const text of nasty) expect(parse(yamlScalar(text))).toBe(text);
  });

  it('is a string whatever it looks like', () => {
    for (const text of ['yes', '0644', '1e3', 'null', '~', '{a: b}', '# c', '2024-01-01']) {
      expect(parse(yamlScalar(text))).toBe(text);
    }
  });

  it('is marked as data where Jinja would run it', () => {
    expect(yamlScalar("{{ lookup('pipe', 'id') }}")).toBe("!unsafe \"{{ lookup('pipe', 'id') }}\"");
    expect(yamlScalar('{% raw %}')).toMatch(/^!unsafe /);
  });
});
