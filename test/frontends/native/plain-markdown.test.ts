import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { plainMarkdown } from '../../../src/frontends/native/plain-markdown.js';

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkRehype);

/** What remark makes of a text, without the positions and the line breaks that it puts between blocks. */
function byRemark(text: string): unknown {
  const { children } = remark.runSync(remark.parse(text)) as { children: { type: string; value?: string }[] };
  return JSON.parse(
    JSON.stringify(
      children.filter(({ type, value }) => type !== 'text' || value !== '\n'),
      (key, value) => (key === 'position' ? undefined : value),
    ),
  );
}

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
const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));

it('makes of plain paragraphs what remark makes of them', () => {
  let plain = 0;
  fc.assert(
    fc.property(text, (source) => {
      const made = plainMarkdown(source);
      if (made === undefined) return;
      plain++;
      expect(made).toEqual(byRemark(source));
    }),
    { numRuns: 20_000 },
  );
  expect(plain).toBeGreaterThan(1000);
});

it('leaves to remark whatever is more than text and code spans', () => {
  for (const source of [
    '- a list',
    '1. a list',
    'a\n---',
    'a *b*',
    'a [b](c)',
    'a <b>',
    'a &amp; b',
    'a | b',
    '    code',
    'a  \nb',
    'see www.example.org',
    'see https://example.org',
    'a@example.org',
    '`open',
    '``a``',
    'a\\',
  ])
    expect(plainMarkdown(source), source).toBeUndefined();
});
