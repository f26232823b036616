import { describe, expect, it } from 'vitest';
import {
  createEnvironment,
  JinjaError,
  toValue,
  type Value,
} from '../../../../src/frontends/cac/jinja/index.js';

const data = toValue({ s: 'text', l: [1], d: { k: 'v' }, n: 1, f: 1.5, none: null }) as Map<string, Value>;

function render(text: string): string {
  try {
    return createEnvironment().render({ path: 't', text }, data).text;
  } catch (error) {
    if (error instanceof JinjaError) return `${error.kind}: ${error.message}`;
    throw error;
  }
}

describe('a template cannot reach JavaScript', () => {
  const names = [
    ...['constructor', '__proto__', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'],
    ...[
      '__class__',
      '__init__',
      '__globals__',
      'call',
      'apply',
      'bind',
      'size',
      'values',
      'value',
      'source',
      'code',
      'map',
    ],
  ];
  const objects = [
    's',
    'l',
    'd',
    'n',
    'f',
    'none',
    's.upper',
    'range',
    'range(3)',
    '(1,)',
    'namespace()',
    'd.items()',
    'm',
    'loop',
    'true',
  ];
  const allowed = new Set(['d.values']);

  for (const object of objects) {
    it(`through ${object}`, () => {
      for (const name of names.filter((candidate) => !allowed.has(`${object}.${candidate}`))) {
        const open = '{% macro m() %}{% endmacro %}{% for x in [1] %}{% set o = ';
        const close = '{% endfor %}';
        expect(render(`${open}${object}.${name} %}{{ o is defined }}${close}`)).toBe('False');
        expect(render(`${open}${object}|attr("${name}") %}{{ o is defined }}${close}`)).toBe('False');
        expect(render(`${open}${object}.${name} %}{{ o() }}${close}`)).toMatch(
          /^(Undefined|Security)Error: /,
        );
      }
      for (const name of names.filter((candidate) => candidate !== 'values')) {
        expect(
          render(
            `{% macro m() %}{% endmacro %}{% for x in [1] %}{{ ${object}["${name}"] is defined }}{% endfor %}`,
          ),
        ).toBe('False');
      }
    });
  }

  it('through names of the context', () => {
    for (const name of [
      ...names,
      'globalThis',
      'process',
      'require',
      'this',
      'arguments',
      'eval',
      'Function',
    ]) {
      expect(render(`{{ ${name} is defined }}`)).toBe('False');
    }
  });

  it('through formats', () => {
    expect(render('{{ "{0.constructor}".format(s) }}')).toBe('');
    expect(render('{{ "{a.__class__.__mro__}".format(a=1) }}')).toMatch(/^UndefinedError|^$/);
    expect(render('{{ "%(constructor)s" % d }}')).toBe("TypeError: 'constructor'");
  });

  it('through keys of dicts', () => {
    expect(
      render('{% set d = {"__proto__": 1, "constructor": 2} %}{{ d["__proto__"] }}{{ d.constructor }}'),
    ).toBe('12');
    expect(render('{% do [].append({}.__proto__) %}{{ {}.polluted is defined }}')).toMatch(/unknown|False/);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('through text that looks like code', () => {
    const text = '`${process.exit(1)}` \\u0027 "; process.exit(1); // {{ "`${process.exit(1)}`\\\\" }}';
    expect(render(text)).toBe('`${process.exit(1)}` \\u0027 "; process.exit(1); // `${process.exit(1)}`\\');
  });

  it('says why an attribute is refused', () => {
    expect(render('{{ s.__class__.x }}')).toBe(
      "SecurityError: access to attribute '__class__' of 'str' object is unsafe.",
    );
  });
});

describe('bombs end in an error', () => {
  const bombs: readonly (readonly [template: string, message: RegExp])[] = [
    ['{{ range(10 ** 9) }}', /^OverflowError: Range too big/],
    ['{{ "x" * 10 ** 9 }}', /^LimitError: a string would be longer/],
    ['{{ [0] * 10 ** 9 }}', /^LimitError: a list would have more/],
    ['{{ 9 ** 99999 }}', /^LimitError: an integer has more than 4300 digits/],
    ['{{ "%1000000000d" % 1 }}', /^LimitError: a string/],
    ['{{ "{:>1000000000}".format(1) }}', /^LimitError: a string/],
    ['{{ "a".center(10 ** 10) }}', /^LimitError: a string/],
    ['{{ "a".zfill(10 ** 10) }}', /^LimitError: a string/],
    ['{{ "\t".expandtabs(10 ** 10) }}', /^LimitError: a string/],
    ['{{ "a\nb"|indent(10 ** 10) }}', /^LimitError: a string/],
    ['{{ ("a" * 10 ** 7).replace("a", "b" * 1000) }}', /^LimitError: a string/],
    ['{{ ("b" * 10000).join("a" * 10000) }}', /^LimitError: a string/],
    ['{{ [1]|batch(10 ** 10, 0)|list }}', /^LimitError: a list/],
    ['{{ [1]|slice(10 ** 10)|list }}', /^LimitError: a list/],
    ['{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}', /^RecursionError: /],
    [
      '{% macro f(n) %}{{ f(n - 1) }}{{ f(n - 1) if n }}{% endmacro %}{{ f(50) }}',
      /^(Recursion|Limit)Error: /,
    ],
    [
      '{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(50) }}',
      /^LimitError: .* steps/,
    ],
    [
      '{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}',
      /^LimitError: .* steps/,
    ],
    [
      '{% set n = namespace(s="ab") %}{% for i in range(99) %}{% set n.s = n.s ~ n.s %}{% endfor %}',
      /^LimitError: a string/,
    ],
    [
      '{% set n = namespace(s=[1]) %}{% for i in range(99) %}{% set n.s = n.s + n.s %}{% endfor %}',
      /^LimitError: a list/,
    ],
    [
      '{% set n = namespace(s=[1]) %}{% for i in range(99) %}{% set n.s = [n.s, n.s] %}{% endfor %}{{ n.s }}',
      /^LimitError: this value is too large to print/,
    ],
    [
      '{% set a = [] %}{% do a.append(a) %}{% set b = [] %}{% do b.append(b) %}{{ a == b }}',
      /^(Recursion|Limit)Error: /,
    ],
    ['{% set a = [1] %}{% for x in a %}{% do a.append(x) %}{% endfor %}', /^LimitError: /],
    [`{{ ${'('.repeat(100_000)}1${')'.repeat(100_000)} }}`, /^RecursionError: /],
    [`${'{% if true %}'.repeat(20_000)}${'{% endif %}'.repeat(20_000)}`, /^RecursionError: |^$/],
  ];
  for (const [template, message] of bombs) {
    it(template.slice(0, 80), () => {
      expect(render(template).slice(0, 200)).toMatch(message);
    });
  }
});
