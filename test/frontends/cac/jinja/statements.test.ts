import { describe, expect, it } from 'vitest';
import { createEnvironment, JinjaError } from '../../../../src/frontends/cac/jinja/index.js';
import { itRendersLikePython } from './reference.js';

const data = {
  items: [1, 2, 3],
  pairs: [
    [1, 'a'],
    [2, 'b'],
  ],
  d: { k: 'v' },
  x: 'outer',
  yes: true,
  empty: [],
};

describe('if', () => {
  itRendersLikePython(
    [
      '{% if yes %}a{% endif %}',
      '{% if nope %}a{% else %}b{% endif %}',
      '{% if nope %}a{% elif yes %}b{% else %}c{% endif %}',
      '{% if 1, 2 %}tuple{% endif %}',
      '{% if yes: %}a{% endif %}',
      '{% if yes %}{% if nope %}a{% else %}b{% endif %}c{% endif %}',
      '{% if nope|unknown_filter %}x{% endif %}',
      '{% if nope %}{{ 1|unknown_filter }}{% endif %}ok',
      '{% if yes %}{{ 1|unknown_filter }}{% endif %}',
      '{{ 1|unknown_filter }}',
      '{{ (1|unknown_filter) if nope else 2 }}',
      '{% for a in empty %}{{ 1|unknown_filter }}{% endfor %}',
      '{% if yes %}',
    ],
    data,
  );
});

describe('for', () => {
  itRendersLikePython(
    [
      '{% for i in items %}{{ i }}{% endfor %}',
      '{% for i in empty %}{{ i }}{% else %}none{% endfor %}',
      '{% for i in items if i > 1 %}{{ i }}{{ loop.index }}{{ loop.length }}{% endfor %}',
      '{% for i in items if i > 9 %}{{ i }}{% else %}none{% endfor %}',
      '{% for a, b in pairs %}{{ a }}{{ b }}{% endfor %}',
      '{% for (a, b) in pairs %}{{ a }}{{ b }}{% endfor %}',
      '{% for a, (b, c) in [(1, (2, 3))] %}{{ a }}{{ b }}{{ c }}{% endfor %}',
      '{% for k, v in d.items() %}{{ k }}{{ v }}{% endfor %}',
      '{% for c in "abc" %}{{ c }}{% endfor %}',
      '{% for i in 5 %}{% endfor %}',
      '{% for i in 1, 2 %}{{ i }}{% endfor %}',
      '{% for i, in [[1]] %}{{ i }}{% endfor %}',
      '{% for i in items %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}|{% endfor %}',
      '{% for i in items %}{{ loop.previtem }}<{{ i }}>{{ loop.nextitem }};{% endfor %}',
      '{% for i in items %}{{ loop.cycle("a", "b") }}{% endfor %}',
      '{% for i in [1, 1, 2] %}{{ loop.changed(i) }}{% endfor %}',
      '{% for i in items %}{{ loop.depth }}{{ loop.depth0 }}{% endfor %}',
      '{% for i in items %}{{ loop.nope }}{% endfor %}',
      '{% for i in items %}{{ loop.cycle() }}{% endfor %}',
      '{% for i in items %}{{ loop }}{% endfor %}',
      '{% for i in items|map("string") %}{{ i }}{{ loop.last }}{{ loop.length }}{% endfor %}',
      '{% for i in items %}{{ loop(i) }}{% endfor %}',
      '{% for i in items %}{% for j in items %}{{ i }}{{ j }}{{ loop.index }}{% endfor %}{{ loop.index }}{% endfor %}',
      '{% for i in items %}{% set outer = loop %}{% for j in items %}{{ outer.index }}{% endfor %}{% endfor %}',
      '{% for t in tree recursive %}[{{ t.n }}{{ loop.depth }}{% if t.c %}{{ loop(t.c) }}{% endif %}]{% endfor %}',
      '{% for loop in items %}{% endfor %}',
      '{% for i in items recursive %}{{ i }}{% else %}x{% endfor %}',
      '{% for i in items %}{{ loop.index }}{% else %}{{ loop }}{% endfor %}',
      '{{ loop }}',
      '{% for x in items %}{{ x }}{% endfor %}{{ x }}',
      '{% for i in items %}{% set x = i %}{{ x }}{% endfor %}{{ x }}',
      '{% for i in items %}{{ x }}{% set x = i %}{% endfor %}{{ x }}',
      '{% set x = 1 %}{% for i in items %}{{ x }}{% set x = x + i %}{{ x }};{% endfor %}{{ x }}',
      '{% for i in items %}{% if i == 2 %}{% set y = i %}{% endif %}{{ y }}{% endfor %}{{ y }}',
      '{% set y = 0 %}{% for i in items %}{% if i == 2 %}{% set y = i %}{% endif %}{{ y }}{% endfor %}{{ y }}',
      '{% for i in items if i != x %}{{ i }}{% endfor %}',
      '{% set n = namespace(s=0) %}{% for i in items if i > n.s %}{% set n.s = 2 %}{{ i }}{% endfor %}',
      '{% for x in items if x > 1 %}{% set x = x * 2 %}{{ x }}{% endfor %}',
      '{% for i in items %}{% endfor %}{{ i }}',
    ],
    { ...data, tree: [{ n: 1, c: [{ n: 2, c: [] }, { n: 3 }] }, { n: 4 }] },
  );
});

describe('set, with and namespaces', () => {
  itRendersLikePython(
    [
      '{% set a = 1 %}{{ a }}',
      '{% set a, b = 1, 2 %}{{ a }}{{ b }}',
      '{% set a = 1, 2 %}{{ a }}',
      '{% set (a, b) = [1, 2] %}{{ b }}',
      '{% set a %}x{{ x }}y{% endset %}{{ a }}',
      '{% set a | upper %}x{{ x }}{% endset %}{{ a }}',
      '{% set a | replace("x", "ab") | upper %}xyz{% endset %}{{ a }}',
      '{% set a | indent(2) %}\nx\ny{% endset %}{{ a }}',
      '{% set a %}{% set b = 1 %}{{ b }}{% endset %}{{ a }}{{ b }}',
      '{% if yes %}{% set a = 1 %}{% endif %}{{ a }}',
      '{% if nope %}{% set x = 1 %}{% endif %}{{ x }}',
      '{% if nope %}{% set x = 1 %}{% else %}{% set x = 2 %}{% endif %}{{ x }}',
      '{% if nope %}{% set x = 1 %}{% elif yes %}{% set z = 2 %}{% endif %}{{ x }}{{ z }}',
      '{{ x }}{% set x = "inner" %}{{ x }}',
      '{% set x = x ~ "!" %}{{ x }}',
      '{% set a = a %}{{ a }}',
      '{% set n = namespace(a=1) %}{% for i in items %}{% set n.a = n.a + i %}{% endfor %}{{ n.a }}',
      '{% set n = namespace() %}{% set n.b = 5 %}{{ n.b }}{{ n.c }}',
      '{% set d.k = 1 %}',
      '{% set nope.k = 1 %}',
      '{% set n = namespace(a=1) %}{{ n }}{{ n["a"] }}',
      '{% set n = namespace(items=[]) %}{% do n.items.append(1) %}{{ n.items }}',
      '{% with a = 1, b = 2 %}{{ a }}{{ b }}{% endwith %}{{ a }}',
      '{% with x = x ~ "!" %}{{ x }}{% endwith %}{{ x }}',
      '{% with %}{% set q = 1 %}{{ q }}{% endwith %}{{ q }}',
      '{% with a = 1, b = a %}{{ b }}{% endwith %}',
      '{% set 1 = 2 %}',
      '{% set true = 2 %}',
      '{% set a b %}',
      '{% set a = %}',
      '{% set a.b.c = 1 %}',
      '{% do items.append(4) %}{{ items }}',
      '{% do 1 %}',
      '{% print 1, "a" %}',
      '{% print %}',
      '{% filter upper %}a{{ x }}b{% endfilter %}',
      '{% filter upper|replace("A", x) %}a{% set z = 1 %}{% endfilter %}{{ z }}',
      '{% filter indent(2) %}\na\nb{% endfilter %}',
    ],
    data,
  );
});

describe('macros', () => {
  itRendersLikePython(
    [
      '{% macro m(a, b=2) %}{{ a }}-{{ b }}{% endmacro %}{{ m(1) }} {{ m(1, 3) }} {{ m(b=5, a=4) }} {{ m() }}',
      '{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}',
      '{% macro m(a) %}{{ a }}{% endmacro %}{{ m(b=2) }}',
      '{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, a=2) }}',
      '{% macro m() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, x=3) }}',
      '{% macro m(a) %}{{ a }}{{ varargs }}{% endmacro %}{{ m(1, 2) }}{{ m() }}',
      '{% macro m(a) %}{{ a }}{{ kwargs }}{% endmacro %}{{ m(1, a=2) }}',
      '{% macro m(a) %}{{ kwargs.b }}{% endmacro %}{{ m(b=1) }}',
      '{% macro m(a, b=a) %}{{ b }}{% endmacro %}{{ m(1) }}',
      '{% macro m(a=b, b=1) %}{{ a }}{% endmacro %}{{ m() }}',
      '{% macro m(a=a) %}{{ a }}{% endmacro %}{{ m() }}',
      '{% macro m(a=x) %}{{ a }}{% endmacro %}{{ m() }}',
      '{% macro m(a=1, b) %}{% endmacro %}',
      '{% macro m(a) %}{{ a.b }}{% endmacro %}{{ m() }}',
      '{% macro m(a) %}{{ a is defined }}{% endmacro %}{{ m() }}{{ m(none) }}',
      '{% macro m(a=[]) %}{% do a.append(1) %}{{ a }}{% endmacro %}{{ m() }}{{ m() }}',
      '{% macro m() %}<{{ caller() }}>{% endmacro %}{% call m() %}body{{ x }}{% endcall %}',
      '{% macro m() %}{{ caller(1, b=2) }}{% endmacro %}{% call(a, b=3, c=4) m() %}{{ a }}{{ b }}{{ c }}{% endcall %}',
      '{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}',
      '{% macro m() %}x{% endmacro %}{% call m() %}y{% endcall %}',
      '{% macro m() %}{{ kwargs }}{% endmacro %}{% call m(a=1) %}y{% endcall %}|{{ m(a=1) }}',
      '{% macro m(caller) %}{{ caller }}{% endmacro %}',
      '{% macro m(caller=none) %}{{ caller }}{% endmacro %}{{ m() }}{{ m(1) }}',
      '{% macro m() %}{% if caller %}{{ caller() }}{% else %}none{% endif %}{% endmacro %}{{ m() }}{% call m() %}c{% endcall %}',
      '{% call x() %}{% endcall %}',
      '{% call x %}{% endcall %}',
      '{% macro m(a) %}{{ caller(a) }}{% endmacro %}{% for i in items %}{% call(v) m(i) %}{{ i }}{{ v }};{% endcall %}{% endfor %}',
      '{% macro o() %}[{{ caller() }}]{% endmacro %}{% macro i() %}{% call o() %}{{ caller() }}{% endcall %}{% endmacro %}{% call i() %}deep{% endcall %}',
      '{% call(a) x() %}{% set a = 2 %}{% endcall %}',
      '{% macro m() %}{{ caller() }}{% set q = 1 %}{% endmacro %}{% call m() %}{{ q }}{% endcall %}',
      '{% macro m() %}{{ x }}{% endmacro %}{% set x = "changed" %}{{ m() }}',
      '{% macro m() %}{{ x }}{% endmacro %}{{ m() }}',
      '{{ m() }}{% macro m() %}x{% endmacro %}',
      '{% macro m() %}{% set x = 1 %}{{ x }}{% endmacro %}{{ m() }}{{ x }}',
      '{% macro m() %}{{ x }}{% set x = 1 %}{{ x }}{% endmacro %}{% set x = 5 %}{{ m() }}',
      '{% macro m() %}{{ x }}{% set x = 1 %}{{ x }}{% endmacro %}{{ m() }}',
      '{% for i in items %}{% macro m() %}{{ i }}{% endmacro %}{{ m() }}{% endfor %}',
      '{% for i in items %}{{ m }}{% macro m() %}{% endmacro %}{% endfor %}{{ m }}',
      '{% macro f(n) %}{{ n }}{% if n > 0 %}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(3) }}',
      '{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}b{% endmacro %}{{ a() }}',
      '{% macro m(a, b=1) %}{{ varargs }}{{ kwargs }}{{ caller }}{% endmacro %}{{ m.name }}{{ m.arguments }}{{ m.catch_kwargs }}{{ m.catch_varargs }}{{ m.caller }}{{ m }}',
      '{% macro m() %}a{% endmacro %}{{ m() ~ m()|upper }}{{ m()|length }}{{ m() == "a" }}',
      '{% macro m(x) %}{{ x }}{% endmacro %}{{ items|map("string")|map("upper")|join }}{{ m(x=x) }}',
      '{% if nope %}{% macro m() %}x{% endmacro %}{% endif %}{{ m }}',
      '{% if yes %}{% macro m() %}x{% endmacro %}{% endif %}{{ m() }}',
      '{% macro outer() %}{% macro inner(a) %}{{ a }}{{ x }}{% endmacro %}{{ inner(1) }}{% endmacro %}{{ outer() }}',
      '{% macro _p() %}p{% endmacro %}{{ _p() }}',
      '{% macro m(a) %}{% for i in a %}{{ loop.index }}{{ i }}{% endfor %}{% endmacro %}{{ m("ab") }}',
      '{% macro m() %}{% for i in varargs %}{{ i }}{% endfor %}{% endmacro %}{{ m(*items) }}{{ m(0, *items) }}',
      '{% macro m(a, b) %}{{ a }}{{ b }}{% endmacro %}{{ m(**{"a": 1, "b": 2}) }}{{ m(1, **{"b": 2}) }}',
      '{% macro m(a) %}{{ a }}{% endmacro %}{{ m(a=1, **{"a": 2}) }}',
      '{% macro m(varargs) %}{{ varargs }}{% endmacro %}{{ m(1) }}',
      '{% macro m(a) %}{% set a = a ~ "!" %}{{ a }}{% endmacro %}{{ m("x") }}',
    ],
    data,
  );
});

describe('import and include', () => {
  const files = {
    macros:
      '{% macro m(a) %}<{{ a }}{{ x }}{{ helper() }}>{% endmacro %}{% macro helper() %}h{% endmacro %}{% set value = 5 %}{% set _private = 1 %}text',
    part: 'part {{ x }} {{ local }}{% set set_inside = 1 %}',
    bad: '{% if %}',
    fails: '{{ nope.x }}',
    nested: '{% import "macros" as k %}{{ k.m(1) }}',
  };
  itRendersLikePython(
    [
      '{% import "macros" as k %}{{ k.m(1) }}{{ k.value }}{{ k._private }}{{ k.nope }}',
      '{% import "macros" as k with context %}{{ k.m(1) }}',
      '{% from "macros" import m %}{{ m(2) }}',
      '{% from "macros" import m as n, value %}{{ n(2) }}{{ value }}{{ m }}',
      '{% from "macros" import m with context %}{{ m(2) }}',
      '{% from "macros" import m, nope %}{{ nope }}',
      '{% from "macros" import nope %}{{ nope() }}',
      '{% from "macros" import _private %}',
      '{% from "macros" import m, %}{{ m(1) }}',
      '{% include "part" %}',
      '{% set local = 1 %}{% include "part" %}{{ set_inside }}',
      '{% include "part" without context %}',
      '{% for local in [1, 2] %}{% include "part" %}{% endfor %}',
      '{% include "missing" %}',
      '{% include "missing" ignore missing %}ok',
      '{% include ["missing", "part"] %}',
      '{% include ["missing"] ignore missing %}ok',
      '{% include "bad" %}',
      '{% include "fails" %}',
      '{% import "missing" as x %}',
      '{% import "nested" as n %}{{ n }}',
      '{% include "nested" %}',
      '{% macro l() %}{% import "macros" as k %}{{ k.m(3) }}{% endmacro %}{{ l() }}',
      '{% import "mac" ~ "ros" as k %}{{ k.value }}',
      '{% import 5 as k %}',
      '{% macro m(local) %}{% include "part" %}{% endmacro %}{{ m("L") }}',
    ].map((template) => ({ template, data, files })),
  );
});

describe('the end of a macro', () => {
  itRendersLikePython([
    '{% macro m() %}{% macro n() %}a{% endmacro %}{{ n() }}b{% endmacro %}{{ m() }}c',
    '{% macro m() %}{# {% endmacro %} #}a{% endmacro %}{{ m() }}',
    '{% macro m() %}{% raw %}{% endmacro %}{% endraw %}a{% endmacro %}{{ m() }}',
    '{% macro m() %}{{ "{% endmacro %}" }}{% endmacro %}{{ m() }}',
    '{%- macro m() -%} a {%- endmacro -%} {{ m() }}',
    '{% macro m() %}{% if true %}a{% else %}b{% endif %}{% endmacro %}{% macro n(x=1) %}{{ m() }}{{ x }}{% endmacro %}{{ n() }}',
    '{% macro endmacros() %}a{% endmacro %}{{ endmacros() }}',
    '{% macro m() %}a',
    '{% macro m() %}{% if %}{% endmacro %}',
    '{% macro m() %}{# a{% endmacro %}',
  ]);
});

it('may leave a mistake unseen in a macro that nobody calls', () => {
  const file = {
    path: 'm',
    text: '{% macro wrong() %}{% if %}{% endmacro %}{% macro right() %}a{% endmacro %}',
  };
  expect(() => createEnvironment().loadMacros([file])).toThrow(JinjaError);
  const environment = createEnvironment({ defersMacros: true });
  environment.loadMacros([file]);
  const render = (text: string) => environment.render({ path: 't', text }).text;
  expect(render('{{ right() }}')).toBe('a');
  expect(() => render('{{ wrong() }}')).toThrow(JinjaError);
});
