import { describe, expect, it } from 'vitest';
import { createEnvironment, JinjaError, variadic } from '../../../../src/frontends/cac/jinja/index.js';
import { covered, file, position } from './marked.js';

const library = file(
  'macros.jinja',
  `{% macro check(name) %}
{% if not name %}
  {{ raise("no name") }}
{% endif %}
<{{ name.upper() }}>
{% endmacro %}
{% macro outer(name) %}[{{ check(name) | indent(2) }}]{% endmacro %}
{% macro wrap() %}({{ caller() }}){% endmacro %}
`,
);

/** What a caller of the engine sees of a mistake, outside in. */
interface Seen {
  readonly kind: string;
  readonly message: string;
  readonly at: string;
  /** Text under each place, from the author's file to where it happened. */
  readonly places: readonly string[];
}

function mistakeOf(text: string): Seen {
  const raise = variadic('raise', (_, [message]) => {
    throw new JinjaError('MacroError', String(message));
  });
  const load = (name: string) => (name === 'part' ? file('part.jinja', 'x\n{{ missing.y }}') : undefined);
  const environment = createEnvironment({ globals: new Map([['raise', raise]]), load });
  environment.loadMacros([library]);
  try {
    environment.render(file('rule.yml', text));
  } catch (error) {
    if (!(error instanceof JinjaError) || !error.author || !error.place) throw error;
    const places = [...error.calls, error.place].map(covered);
    return { kind: error.kind, message: error.message, at: position(error.author), places };
  }
  throw new Error('no mistake was found');
}

describe('mistakes when a template runs', () => {
  const cases: readonly (readonly [text: string, seen: Seen])[] = [
    [
      'title: a\nbody: {{ nope() }}\n',
      {
        kind: 'UndefinedError',
        message: "'nope' is undefined",
        at: 'rule.yml:2:10',
        places: ['rule.yml: nope()'],
      },
    ],
    [
      'a\n  {{ (1 + "x") ~ "y" }}',
      {
        kind: 'TypeError',
        message: "unsupported operand type(s) for +: 'int' and 'str'",
        at: 'rule.yml:2:6',
        places: ['rule.yml: (1 + "x")'],
      },
    ],
    [
      'first\n\n{{ check("") }}',
      {
        kind: 'MacroError',
        message: 'no name',
        at: 'rule.yml:3:4',
        places: ['rule.yml: check("")', 'macros.jinja: raise("no name")'],
      },
    ],
    [
      'x: {{ outer(5) | trim }}',
      {
        kind: 'UndefinedError',
        message: "'int object' has no attribute 'upper'",
        at: 'rule.yml:1:7',
        places: ['rule.yml: outer(5)', 'macros.jinja: check(name)', 'macros.jinja: name.upper()'],
      },
    ],
    [
      '{{ check("a", "b") }}',
      {
        kind: 'TypeError',
        message: "macro 'check' takes not more than 1 argument(s), got 2",
        at: 'rule.yml:1:4',
        places: ['rule.yml: check("a", "b")'],
      },
    ],
    [
      '{{ check(nom="a") }}',
      {
        kind: 'TypeError',
        message: "macro 'check' takes no keyword argument 'nom'",
        at: 'rule.yml:1:4',
        places: ['rule.yml: check(nom="a")'],
      },
    ],
    [
      '{{ outer(name=check("a" + 1)) }}',
      {
        kind: 'TypeError',
        message: "unsupported operand type(s) for +: 'str' and 'int'",
        at: 'rule.yml:1:21',
        places: ['rule.yml: "a" + 1'],
      },
    ],
    [
      '{% call wrap() %}\n{{ 1 // 0 }}{% endcall %}',
      {
        kind: 'ZeroDivisionError',
        message: 'integer division or modulo by zero',
        at: 'rule.yml:1:9',
        places: ['rule.yml: wrap()', 'macros.jinja: caller()', 'rule.yml: 1 // 0'],
      },
    ],
    [
      'a {{ "x"|nofilter }}',
      {
        kind: 'TemplateRuntimeError',
        message: "No filter named 'nofilter'.",
        at: 'rule.yml:1:6',
        places: ['rule.yml: "x"|nofilter'],
      },
    ],
    [
      '{% for a, b in [1] %}{% endfor %}',
      {
        kind: 'TypeError',
        message: "'int' object is not iterable",
        at: 'rule.yml:1:16',
        places: ['rule.yml: [1]'],
      },
    ],
    [
      '{% include "part" %}',
      {
        kind: 'UndefinedError',
        message: "'missing' is undefined",
        at: 'rule.yml:1:1',
        places: ['rule.yml: {% include "part"', 'part.jinja: missing.y'],
      },
    ],
    [
      'a\n{% include "nope" %}',
      {
        kind: 'TemplateNotFound',
        message: "there is no template 'nope'",
        at: 'rule.yml:2:1',
        places: ['rule.yml: {% include "nope"'],
      },
    ],
    [
      'a\r\nb\r\n{{ nope.x }}',
      {
        kind: 'UndefinedError',
        message: "'nope' is undefined",
        at: 'rule.yml:3:4',
        places: ['rule.yml: nope.x'],
      },
    ],
  ];
  for (const [text, seen] of cases) it(JSON.stringify(text), () => expect(mistakeOf(text)).toEqual(seen));
});

describe('mistakes in how a template is written', () => {
  const cases: readonly (readonly [text: string, at: string, under: string, message: string])[] = [
    [
      'a\n{% if x %}\nb',
      'rule.yml:2:1',
      '{% if x %}',
      "the 'if' block that starts here is never ended: 'elif' or 'else' or 'endif' is missing",
    ],
    [
      '{% for x in y %}{% endif %}',
      'rule.yml:1:20',
      'endif',
      "unknown tag 'endif'; the innermost open block is 'for', which 'endfor' or 'else' ends",
    ],
    ['a\n {% foo %}', 'rule.yml:2:5', 'foo', "unknown tag 'foo'"],
    ['{{ 1 + }}', 'rule.yml:1:8', '}}', 'unexpected end of print statement'],
    ['{{ a b }}', 'rule.yml:1:6', 'b', "expected end of print statement, got 'b'"],
    ['{{ "abc }}', 'rule.yml:1:4', '"', 'unexpected char "\\""'],
    ['x {{ f(a=1, 2) }}', 'rule.yml:1:7', '(a=1, 2', 'invalid syntax for function call expression'],
    ['{{ [1) }}', 'rule.yml:1:6', ')', "unexpected ')', expected ']'"],
    ['a {# b', 'rule.yml:1:3', '{#', 'Missing end of comment tag'],
    [
      '{% macro m(a=1, b) %}{% endmacro %}',
      'rule.yml:1:17',
      'b',
      'non-default argument follows default argument',
    ],
    ['{% extends "x" %}', 'rule.yml:1:4', 'extends', "the tag 'extends' is not supported"],
  ];
  for (const [text, at, under, message] of cases) {
    it(JSON.stringify(text), () => {
      expect(mistakeOf(text)).toEqual({
        kind: 'TemplateSyntaxError',
        message,
        at,
        places: [`rule.yml: ${under}`],
      });
    });
  }
});

it('reports a mistake in a library of macros when it is loaded', () => {
  const environment = createEnvironment();
  const load = (): void => environment.loadMacros([file('bad.jinja', '\n{% macro a( %}{% endmacro %}')]);
  expect(load).toThrow(
    expect.objectContaining({ kind: 'TemplateSyntaxError', place: expect.objectContaining({ start: 13 }) }),
  );
});
