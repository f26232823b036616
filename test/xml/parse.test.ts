import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedElement } from '../../src/xml/nodes.js';
import { type ForeignResult, parseForeignXml, parseXml } from '../../src/xml/parse.js';

const prefixOf = (namespace: string): string => ({ '': '', u: 'first', v: 'second' })[namespace] ?? 'other';

/** In the short way where that is possible, and by saxes. */
const bothWays = (text: string): readonly [ForeignResult, ForeignResult] => [
  parseForeignXml(text, { prefixOf }),
  parseForeignXml(text, { prefixOf, keep: () => true }),
];

/** Neighbouring texts may be one or several: they say the same. */
function merged({ name, attributes, children, offset }: PlacedElement): unknown {
  const parts: unknown[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') parts.push(text);
    text = '';
  };
  for (const child of children) {
    if (child.type === 'text') text += child.value;
    else {
      flush();
      parts.push(merged(child));
    }
  }
  flush();
  return { name, attributes, offset, parts };
}

const outcome = (result: ForeignResult): unknown => ('errors' in result ? result : merged(result.element));

const attribute = fc.constantFrom(
  'a="1"',
  "b='two &lt; three'",
  'p:a="1"',
  'q:a="x&#10;y"',
  'q:b="&quot;"',
  'xmlns="v"',
  'xmlns:p="v"',
  'xmlns:q=" u "',
  'xml:lang="en"',
  '__proto__="1"',
  "c='\n\t'",
);
const name = fc.constantFrom('e', 'f', 'p:e', 'q:g');
const text = fc.constantFrom(
  'words',
  ' \n\t',
  '&amp;&#x41;',
  '<![CDATA[<e> & ]]>',
  '<!-- e -->',
  '<?e f?>',
  '\u{1f600}\r\né',
  ']',
);
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc
    .tuple(
      name,
      fc.uniqueArray(attribute, { maxLength: 3 }),
      fc.array(fc.oneof({ maxDepth: 3 }, text, tie('tree')), { maxLength: 4 }),
    )
    .map(([tag, attributes, inside]) => {
      const open = `<${[tag, ...attributes].join(' ')}`;
      return inside.length === 0 ? `${open}/>` : `${open}>${inside.join('')}</${tag}>`;
    }),
}));
const document = tree.map((inside) => `<r xmlns:p="u" xmlns:q="u">${inside}</r>`);

describe('XML in its plain form', () => {
  it('is read as saxes reads it', () => {
    let read = 0;
    fc.assert(
      fc.property(document, (xml) => {
        const [whole, stepwise] = bothWays(xml);
        if ('element' in whole) read++;
        expect(outcome(whole)).toEqual(outcome(stepwise));
      }),
      { numRuns: 5000, seed: 1 },
    );
    // Some name one attribute under two prefixes; most do not.
    expect(read).toBeGreaterThan(1000);
  });

  it('finds the same mistakes', () => {
    const broken = fc
      .tuple(
        document,
        fc.nat(),
        fc.nat(4),
        fc.constantFrom('', '<', '&', 'q:', ':', '"', '\0', ']]>', 'xmlns:z=""'),
      )
      .map(([xml, at, length, instead]) => {
        const start = at % xml.length;
        return xml.slice(0, start) + instead + xml.slice(start + length);
      });
    fc.assert(
      fc.property(broken, (xml) => {
        const [whole, stepwise] = bothWays(xml);
        expect(outcome(whole)).toEqual(outcome(stepwise));
      }),
      { numRuns: 10_000, seed: 2 },
    );
  });

  it("keeps the author's offsets inside a frame", () => {
    const around = { before: '<r xmlns:p="u">', after: '</r>' };
    const found = parseForeignXml('<p:a>x</p:a><b/>', { prefixOf, around });
    if (!('element' in found)) throw new Error(found.errors[0].message);
    expect(merged(found.element)).toEqual({
      name: 'r',
      attributes: {},
      offset: -15,
      parts: [
        { name: 'first:a', attributes: {}, offset: 0, parts: ['x'] },
        { name: 'b', attributes: {}, offset: 12, parts: [] },
      ],
    });
    expect(parseForeignXml('<p:a>x</b>', { prefixOf, around })).toEqual({
      errors: [{ message: '</b> stands where <p:a> is open', offset: 6 }],
    });
    expect(parseForeignXml('<a><b>', { prefixOf, around })).toMatchObject({ errors: [{ offset: 6 }] });
  });
});

describe('what is refused', () => {
  it.each([
    ['<a><p:b/></a>', 'unbound namespace prefix: "p"'],
    ['<a p:b="1"/>', 'unbound namespace prefix: "p"'],
    ['<a b="1" b="2"/>', 'duplicate attribute: b'],
    ['<!DOCTYPE a><a/>', 'a document type declaration (<!DOCTYPE …>) is not allowed'],
    ['<a>&b;</a>', 'undefined entity'],
    ['<a/><b/>', 'documents may contain only one root'],
    ['', 'document must contain a root element'],
    [`${'<a>'.repeat(501)}${'</a>'.repeat(501)}`, 'elements are nested more than 500 deep'],
    [`${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`, 'elements are nested more than 500 deep'],
  ])('%#', (xml, message) => {
    const result = parseXml(xml);
    expect('errors' in result && result.errors[0].message).toContain(message);
  });

  it('takes 500 elements inside each other', () => {
    expect(parseXml(`${'<a>'.repeat(500)}${'</a>'.repeat(500)}`)).toHaveProperty('element');
  });

  it('takes prefixes that a fragment leaves undeclared', () => {
    expect(parseXml('<p:a xmlns="u" p:b="1"/>', { prefixes: { p: 'v' } })).toHaveProperty('element', {
      type: 'element',
      name: 'p:a',
      attributes: { xmlns: 'u', 'p:b': '1' },
      children: [],
      offset: 0,
    });
  });
});

describe('a huge text', () => {
  const big = 4_000_000;
  it.each([
    [`<a><!--${'x'.repeat(big)}--></a>`, true],
    [`<a>${'<!-- -->'.repeat(big / 8)}</a>`, true],
    [`<a b="${'x'.repeat(big)}"/>`, true],
    [`<a${' '.repeat(big)}/>`, true],
    [`<a>${'&amp;'.repeat(big / 8)}</a>`, true],
    [`<a>${'-'.repeat(big)}`, false],
    ['<'.repeat(big), false],
    [`<${'a'.repeat(big)}`, false],
  ])('%#', (xml, isRead) => {
    expect('element' in parseXml(xml)).toBe(isRead);
  });
});
