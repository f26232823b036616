import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { markdownBlocks } from '../../../src/frontends/native/markdown-blocks.js';
import { plainMarkdown } from '../../../src/frontends/native/plain-markdown.js';

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkRehype);

/** What remark makes of a text, without the positions and the line breaks that it puts between blocks. */
function byRemark(text: string): unknown {
  const { children } = remark.runSync(remark.parse(text)) as { children: { type: string; value?: string }[] };
  return plainData(children.filter(({ type, value }) => type !== 'text' || value !== '\n'));
}

const plainData = (tree: unknown): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value)));

/** Words that Markdown could read in more than one way, and those that fill a text. */
const word = fc.oneof(
  fc.constantFrom(
    'Set',
    'the',
    'file',
    'to',
    'no.',
    'it;',
    '(see',
    'below)',
    "don't",
    '"yes"',
    '50%',
    'a/b',
    'x:',
  ),
  fc.constantFrom(
    '`postfix`',
    '`a b`',
    '`a*b*`',
    '`<p>`',
    '`',
    '``',
    '``a``',
    '` a`',
    '\ufdd20\ufdd3',
    '`\ufdd21\ufdd3`',
  ),
  fc.constantFrom(
    '1.',
    '1)',
    '-',
    '--',
    '---',
    '+',
    '*a*',
    '_a_',
    'a_b',
    '#',
    '>',
    '<b>',
    '&amp;',
    '\\',
    '|',
    '~~a~~',
  ),
  fc.constantFrom(
    '===',
    ':-',
    ':-:',
    '[a](b)',
    '![a](b)',
    '[^1]',
    'www.example.org',
    'https://example.org',
    'a@b.org',
  ),
  fc.constantFrom('mailto:x', 'xmpp:a', '$a$', '```', '~~~', '{', '}', '!', '=', 'ä', '\t', ''),
);
const line = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
/** Lines that blocks are made of. */
const blockLine = fc.constantFrom(
  '',
  '```',
  '```text',
  '```',
  '````',
  '   ```',
  '~~~',
  '- a',
  '  b',
  '1. a',
  '- [ ] a',
  '- [x] a',
  '> a',
  '    a',
  '# a',
  '---',
  '===',
  'a | b',
  '- | -',
  ':-',
  '[a]: https://example.org',
  '[a][a] b',
  '[that](https://example.org/1) a',
  'a [b [that](https://example.org/1)](https://example.org/2)',
  '[^1]: a',
  'a[^1]',
  '<div>',
  'a *b* **c**',
  'a\\',
  'a\t',
);
const plainishLine = fc.constantFrom('Set `a b` to', 'the file (see below).', '', '', '```', '```', 'x = *');
const textOf = (lines: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(lines, { maxLength: 9 }).map((all) => all.join('\n'));
const text = fc.oneof(textOf(fc.oneof(line, blockLine, blockLine)), textOf(plainishLine));

it('makes of plain blocks what remark makes of them, and of the rest', () => {
  const seen = { all: 0, some: 0, none: 0 };
  fc.assert(
    fc.property(text, (source) => {
      const { blocks, rest } = plainMarkdown(source);
      seen[rest === source.length ? 'all' : blocks.length > 0 ? 'some' : 'none']++;
      const made = markdownBlocks(source, () => {});
      expect(plainData(made)).toEqual(byRemark(source));
    }),
    { numRuns: 20_000 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(1000);
});

it.each([
  ['a\n\n```text\nb\n```\nc', 'a\n\n```text\nb\n```\nc'],
  ['a\n\n- a list', 'a\n\n'],
  ['a\n- a list', ''],
  ['a\nb\n---', ''],
  ['a\n\nb *c*', 'a\n\n'],
  ['```\na\n```\n\n> b', '```\na\n```\n\n'],
  ['a\n\n```\nnever closed', 'a\n\n'],
  ['1. a list', ''],
  ['a [b](c)', ''],
  ['a <b>', ''],
  ['a &amp; b', ''],
  ['a | b', ''],
  ['    code', ''],
  ['a  \nb', ''],
  ['see www.example.org', ''],
  ['see https://example.org', ''],
  ['a@example.org', ''],
  ['`open', ''],
  ['``a``', ''],
  ['a\\', ''],
])('reads of %j as plain %j', (source, plain) => {
  expect(source.slice(0, plainMarkdown(source).rest)).toBe(plain);
});
