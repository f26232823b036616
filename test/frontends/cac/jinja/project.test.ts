import { describe, expect, it } from 'vitest';
import {
  complianceAsCodeFilters,
  complianceAsCodeGlobals,
  complianceAsCodeSyntax,
  createEnvironment,
} from '../../../../src/frontends/cac/jinja/index.js';
import { file } from './marked.js';

const products = { fullNames: new Map([['alpha9', 'Alpha Linux 9']]), multiPlatform: new Set(['alpha']) };

function render(expression: string): string {
  const environment = createEnvironment({
    syntax: complianceAsCodeSyntax,
    filters: complianceAsCodeFilters,
    globals: complianceAsCodeGlobals(products),
  });
  return environment.render(file('t', `{{{ ${expression} }}}`)).text;
}

describe("ComplianceAsCode's filters", () => {
  const cases: readonly (readonly [expression: string, text: string])[] = [
    [
      '"a.b-c (d) [e] #$&*+?^`|~: !/" | escape_regex',
      'a\\.b\\-c \\(d\\) \\[e\\] \\#\\$\\&\\*\\+\\?\\^\\`\\|\\~\\: !/',
    ],
    ['"--/etc/ssh d!é--" | escape_id', 'etc_ssh_d_é'],
    ['"my_Key^A" | escape_yaml_key', 'my_^key^^^a'],
    ['"abc" | sha256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['"" | quote', "''"],
    ['"a/b-c=1" | quote', 'a/b-c=1'],
    ['"it\'s $x" | quote', "'it'\"'\"'s $x'"],
    ['"a b.\nc" | banner_regexify', 'a[\\s\\n]+b\\.(?:[\\n]+|(?:\\\\n)+)c'],
    ['"x" | banner_anchor_wrap', '^x$'],
  ];
  for (const [expression, text] of cases) it(expression, () => expect(render(expression)).toBe(text));
});

describe("ComplianceAsCode's functions", () => {
  const cases: readonly (readonly [expression: string, text: string])[] = [
    ['product_to_name("alpha9")', 'Alpha Linux 9'],
    ['product_to_name("alpha")', 'multi_platform_alpha'],
    ['product_to_name("all")', 'multi_platform_all'],
    ['name_to_platform("A")', '<platform>A</platform>'],
    ['name_to_platform(["A", "B"])', '<platform>A</platform>\n<platform>B</platform>'],
    [
      'product_to_platform(["alpha9", "alpha"])',
      '<platform>Alpha Linux 9</platform>\n<platform>multi_platform_alpha</platform>',
    ],
    ['url_encode("a b/c\né(!)")', 'a%20b/c%0A%C3%A9%28%21%29'],
    ['expand_yaml_path("a.b.c", "")', '  a:\n    b:\n      c'],
    ['expand_yaml_path("a.b", "k: v")', '  a:\n    b:\n      k: v'],
  ];
  for (const [expression, text] of cases) it(expression, () => expect(render(expression)).toBe(text));

  it('raise', () => {
    expect(() => render('raise("because")')).toThrow(
      expect.objectContaining({ kind: 'MacroError', message: 'because' }),
    );
  });

  it('refuses an unknown product', () => {
    expect(() => render('product_to_name("beta")')).toThrow('Unknown product name: beta');
  });
});

describe('libraries of macros', () => {
  const first = file(
    '1.jinja',
    '{% macro one() %}1{{ name }}{{ two() if two }}{% endmacro %}{% set data = 5 %}{% macro _own() %}{% endmacro %}',
  );
  const second = file('2.jinja', '{% macro two() %}2{{ one() }}{% endmacro %}');

  it('see what was global when they were loaded, not what a render is given', () => {
    const environment = createEnvironment({ globals: new Map([['name', 'G']]) });
    environment.loadMacros([first, second]);
    expect(
      environment.render(file('t', '{{ one() }} {{ two() }} {{ name }}'), new Map([['name', 'R']])).text,
    ).toBe('1G 21G R');
    expect(environment.render(file('t', '{{ data }}{{ _own is defined }}')).text).toBe('False');
  });

  it('give what they define on demand', () => {
    const exports = createEnvironment().exports(first, new Map([['name', 'E']]));
    expect([...exports.keys()].sort()).toEqual(['data', 'one']);
    expect(createEnvironment().render(file('t', '{{ one() }}{{ data }}'), exports).text).toBe('1E5');
  });

  it('are compiled once for environments that share', () => {
    const environment = createEnvironment({ globals: new Map([['name', 'A']]) });
    const other = environment.withGlobals(new Map([['name', 'B']]));
    for (const each of [environment, other]) each.loadMacros([first]);
    const use = file('t', '{{ one() }}');
    expect([environment, other, environment].map((each) => each.render(use).text)).toEqual([
      '1A',
      '1B',
      '1A',
    ]);
  });
});
