import fc from 'fast-check';
import Handlebars from 'handlebars';
import { expect, it } from 'vitest';
import { expand, isProblem } from '../../../src/frontends/native/expand/expand.js';

const context = { name: 'Postfix', list: ['a', 'b'], yes: true, no: false, number: 2 };

const piece = fc.oneof(
  fc.constantFrom(
    '{{name}}',
    '{{ name }}',
    '{{~name}}',
    '{{name~}}',
    '{{list.[0]}}',
    '{{list.1}}',
    '{{this.name}}',
    '{{number}}',
    '{{yes}}',
    '{{join list ", "}}',
    "{{ join  list  '' }}",
    '{{eq name "Postfix"}}',
    '{{eq number 2}}',
    '{{eq (join list "") "ab"}}',
    '{{ne yes true}}',
    '{{contains list.[0] "a"}}',
  ),
  fc.constantFrom(
    '{{#if yes}}',
    '{{else}}',
    '{{/if}}',
    '{{#if no}}',
    '{{#each list}}',
    '{{this}}',
    '{{/each}}',
  ),
  fc.constantFrom(
    '{',
    '}',
    '{{',
    '}}',
    '{{{',
    '{{{name}}}',
    '\\{{name}}',
    '\\\\{{name}}',
    '\\',
    '{{!-- {{name}} --}}',
  ),
  fc.constantFrom('{{! a }}', 'text', ' ', '\n', '\n\n', '{{unknown}}', '{{name', '{{na\nme}}'),
);

it('writes what Handlebars writes, and leads every character back to its source', () => {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('join', (list: string[], separator: string) => list.join(separator));
  handlebars.registerHelper('eq', (a: unknown, b: unknown) => String(a === b));
  handlebars.registerHelper('ne', (a: unknown, b: unknown) => String(a !== b));
  handlebars.registerHelper('contains', (text: string, part: string) => String(text.includes(part)));
  let compared = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      // Handlebars adds numbers up where no text stands before them.
      const source = `|${pieces.join('')}`;
      const expanded = expand(source, 'text', context);
      if (isProblem(expanded)) return;
      expect(expanded.text).toBe(handlebars.compile(source, { noEscape: true })(context));
      for (let at = 0; at < expanded.text.length; at++) {
        const [start, end] = expanded.origin(at);
        if (start === end) expect(source[start]).toBe(expanded.text[at]);
        else expect(source.slice(start, end)).toMatch(/^\{\{.*\}\}$/s);
      }
      compared++;
    }),
    { numRuns: 10_000 },
  );
  expect(compared).toBeGreaterThan(1000);
});

it('says where a name is that nothing is called', () => {
  const source = 'One {{name}}, one {{nmae}}.';
  expect(expand(source, 'text', context)).toMatchObject({
    code: 'template-error',
    message: 'nothing here is called `nmae`',
    start: source.indexOf('nmae'),
    end: source.indexOf('nmae') + 4,
  });
});

it('says so where a step of a name leads nowhere', () => {
  const source = 'One {{name}}, one {{name.first.letter}}.';
  expect(expand(source, 'text', context)).toMatchObject({
    code: 'template-error',
    message: 'part of this name has no value',
    start: source.indexOf('{{name.first'),
    end: source.indexOf('}}.') + 2,
  });
  expect(expand('{{#each list}}{{this.a.b}}{{/each}}', 'text', context)).toMatchObject({
    message: 'part of this name has no value',
  });
});
