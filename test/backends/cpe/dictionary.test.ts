import { describe, expect, it } from 'vitest';
import { cpeDictionary } from '../../../src/backends/cpe/dictionary.js';
import { asUri } from '../../../src/backends/cpe-name.js';
import type { Fact } from '../../../src/model/platform.js';
import { elementsOf } from '../../../src/xml/nodes.js';
import { benchmark, profile } from '../sample.js';

describe('a CPE 2.3 name as a URI', () => {
  // The examples of NIST IR 7695, 6.1.2.4 and 6.2.2.3.
  it.each([
    [
      'cpe:2.3:a:microsoft:internet_explorer:8.0.6001:beta:*:*:*:*:*:*',
      'cpe:/a:microsoft:internet_explorer:8.0.6001:beta',
    ],
    [
      'cpe:2.3:a:microsoft:internet_explorer:8.*:sp?:*:*:*:*:*:*',
      'cpe:/a:microsoft:internet_explorer:8.%02:sp%01',
    ],
    [
      'cpe:2.3:a:hp:insight_diagnostics:7.4.0.1570:-:*:*:online:win2003:x64:*',
      'cpe:/a:hp:insight_diagnostics:7.4.0.1570:-:~~online~win2003~x64~',
    ],
    [
      'cpe:2.3:a:foo\\\\bar:big\\$money_manager_2010:*:*:*:*:special:ipod_touch:80gb:*',
      'cpe:/a:foo%5cbar:big%24money_manager_2010:::~~special~ipod_touch~80gb~',
    ],
    ['cpe:/o:example:linux:1', 'cpe:/o:example:linux:1'],
  ])('%s', (name, uri) => {
    expect(asUri(name)).toBe(uri);
  });
});

it('holds the facts that platforms name, and those that nothing but a dictionary can decide', () => {
  const fact = (id: string, more = {}): [string, Fact] => [
    id,
    { id, cpe: `cpe:/a:${id}`, title: id.toUpperCase(), definition: id, ...more },
  ];
  const dictionary = cpeDictionary(
    benchmark({
      platforms: [{ kind: 'cpe', name: 'cpe:/a:first' }],
      profiles: [profile('p', { platforms: [{ kind: 'cpe', name: 'cpe:2.3:a:second:*:*:*:*:*:*:*:*:*' }] })],
      facts: new Map([
        fact('first'),
        fact('second', { cpe: 'cpe:2.3:a:second:*:*:*:*:*:*:*:*:*' }),
        fact('only_tested'),
        ['bare', { id: 'bare', cpe: 'cpe:/a:bare', title: 'Bare' }],
      ]),
      platformDefinitions: new Map([
        [
          'p',
          {
            id: 'p',
            source: '',
            expression: {
              kind: 'and',
              operands: [
                { kind: 'fact', fact: 'only_tested' },
                { kind: 'not', operand: { kind: 'fact', fact: 'bare' } },
              ],
            },
          },
        ],
      ]),
    }),
  );
  expect(dictionary && elementsOf(dictionary).map((item) => item.attributes.name)).toEqual([
    'cpe:/a:first',
    'cpe:/a:second',
    'cpe:/a:bare',
  ]);
});

it('is none where nothing is named', () => {
  expect(cpeDictionary(benchmark())).toBeUndefined();
});
