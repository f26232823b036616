import { describe, expect, it } from 'vitest';
import { createEnvironment, toValue, type Value } from '../../../../src/frontends/cac/jinja/index.js';
import { covered, file } from './marked.js';

const library = file(
  'macros.jinja',
  `{% macro service(name) %}
Run <code>systemctl is-active {{ name }}</code>.
Line two.
{%- endmacro %}
{% macro twice(name) %}A: {{ service(name) }} B: {{ service(name) | indent(4) }}{% endmacro %}
{% macro box() %}[[[ {{ caller() }} ]]]{% endmacro %}
`,
);

const data = toValue({ who: 'the reader', list: ['alpha', 'beta'] }) as Map<string, Value>;

/** Where the first occurrence of `needle` in the output comes from, outside in. */
function origin(text: string, needle: string, shift = 0): string[] {
  const environment = createEnvironment();
  environment.loadMacros([library]);
  const { text: output, expansion } = environment.render(file('rule.yml', text), data);
  const at = output.indexOf(needle);
  if (at < 0) throw new Error(`${JSON.stringify(needle)} is not in ${JSON.stringify(output)}`);
  return expansion.origin(at + shift).map(covered);
}

describe('text of the author', () => {
  it('maps character by character', () => {
    const text = 'title: a\n{# note #}\n{% set x = 1 %}description: bcd\n{{ x }} end';
    const { text: output, expansion } = createEnvironment().render(file('rule.yml', text));
    expect(output).toBe('title: a\n\ndescription: bcd\n1 end');
    const letters = [...output]
      .map((_, i) => expansion.origin(i)[0])
      .map((span) => text.slice(span.start, span.end));
    expect(letters.join('|')).toBe([...'title: a\n\ndescription: bcd\n', '{{ x }}', ...' end'].join('|'));
  });

  it('maps in a file without any template', () => {
    const { expansion } = createEnvironment().render(file('a.yml', 'ab\ncd\n'));
    expect(expansion.origin(3)).toEqual([
      { kind: 'span', file: file('a.yml', 'ab\ncd\n'), start: 3, end: 4 },
    ]);
  });

  it('maps past carriage returns', () => {
    expect(origin('a\r\nb\r\n{{ 1 }}\r\nneedle', 'needle', 2)).toEqual(['rule.yml: e']);
    expect(createEnvironment().render(file('a', 'x\r\ny')).expansion.origin(2)[0].start).toBe(3);
  });

  it('maps the end of the text', () => {
    expect(createEnvironment().render(file('a', 'x{{ 1 }}')).expansion.origin(2)[0]).toMatchObject({
      start: 1,
      end: 8,
    });
  });

  it('maps inside loops and conditions', () => {
    expect(origin('{% for i in list %}item {{ i }}; {% endfor %}', 'beta')).toEqual(['rule.yml: {{ i }}']);
    expect(origin('{% if who %}needle{% endif %}', 'needle')).toEqual(['rule.yml: n']);
  });
});

describe('values', () => {
  it('lead to what prints them', () => {
    expect(origin('a: {{ who }}', 'reader')).toEqual(['rule.yml: {{ who }}']);
    expect(origin('a: {{ who | upper ~ "!" }}', 'READER')).toEqual(['rule.yml: {{ who | upper ~ "!" }}']);
  });
});

describe('text of macros', () => {
  it('leads to the call, then into the macro', () => {
    expect(origin('ocil: {{ service("sshd") }}', 'systemctl')).toEqual([
      'rule.yml: service("sshd")',
      'macros.jinja: s',
    ]);
    expect(origin('ocil: {{ service("sshd") }}', 'sshd')).toEqual([
      'rule.yml: service("sshd")',
      'macros.jinja: {{ name }}',
    ]);
  });

  it('leads through macros that call others, outside in', () => {
    expect(origin('{{ twice("sshd") }}', 'Line')).toEqual([
      'rule.yml: twice("sshd")',
      'macros.jinja: service(name)',
      'macros.jinja: L',
    ]);
  });

  it('is followed through filters', () => {
    for (const filter of ['indent(4)', 'trim', 'upper|lower|indent', 'replace("Run", "Start")']) {
      const needle = filter.startsWith('upper') ? 'two.' : 'Line two';
      const letter = filter.startsWith('upper') ? 't' : 'L';
      expect(origin(`x: {{ service("a") | ${filter} }}`, needle)).toEqual([
        'rule.yml: service("a")',
        `macros.jinja: ${letter}`,
      ]);
    }
  });

  it('is followed through variables, operators and blocks', () => {
    const place = ['rule.yml: service("a")', 'macros.jinja: L'];
    expect(origin('{% set x = service("a") %}b {{ x }}', 'Line')).toEqual(place);
    expect(origin('{{ "before " ~ service("a") ~ " after" }}', 'Line')).toEqual(place);
    expect(origin('{{ "before " + service("a") }}', 'Line')).toEqual(place);
    expect(origin('{% set x %}b {{ service("a") }}{% endset %}{{ x | indent }}', 'Line')).toEqual(place);
    expect(origin('{% filter indent(2) %}b {{ service("a") }}{% endfilter %}', 'Line')).toEqual(place);
    expect(origin('{{ "before " ~ service("a") }}', 'before')).toEqual([
      'rule.yml: {{ "before " ~ service("a") }}'.replace('{{ ', '').replace(' }}', ''),
    ]);
  });

  it('leads from the body of a call block back to the author', () => {
    expect(origin('{% call box() %}needle{% endcall %}', 'needle')).toEqual([
      'rule.yml: box()',
      'macros.jinja: caller()',
      'rule.yml: n',
    ]);
    expect(origin('{% call box() %}needle{% endcall %}', ']]]')).toEqual([
      'rule.yml: box()',
      'macros.jinja: ]',
    ]);
  });
});
