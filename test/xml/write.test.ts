import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { element, textOf } from '../../src/xml/nodes.js';
import { parseXml } from '../../src/xml/parse.js';
import { writeDocument, writeXml } from '../../src/xml/write.js';

describe('layout', () => {
  it('gives each element a line, whatever white space was there', () => {
    const tree = element('a', {}, ['\n\n ', element('b', { c: '1' }), ' ', element('d', {}, ['text'])]);
    expect(writeDocument(tree)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a>\n  <b c="1"/>\n  <d>text</d>\n</a>\n',
    );
  });

  it('leaves alone what holds text, and what it is told to', () => {
    const inside = element('p', {}, [element('b', {}, ['x']), ' ', element('i', {}, ['y'])]);
    expect(writeDocument(element('a', {}, [inside]), new Set(['p']))).toContain(
      '\n  <p><b>x</b> <i>y</i></p>\n',
    );
    expect(writeDocument(element('a', {}, ['t', element('b')]))).toContain('\n<a>t<b/></a>\n');
  });
});

describe('escaping', () => {
  it('keeps white space in attributes from normalisation', () => {
    expect(writeXml(element('a', { b: '"\t\n\r<&>' }))).toBe('<a b="&quot;&#9;&#10;&#13;&lt;&amp;&gt;"/>');
  });

  it('keeps a carriage return in text', () => {
    expect(writeXml(element('a', {}, ['x\r\ny']))).toBe('<a>x&#13;\ny</a>');
  });

  const notXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

  it('lets any text come back from a parser, but for what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, attribute) => {
        const result = parseXml(writeXml(element('a', { b: attribute }, [text])));
        if (!('element' in result)) throw new Error(result.errors[0].message);
        expect(textOf(result.element)).toBe(text.replace(notXml, '\ufffd'));
        expect(result.element.attributes.b).toBe(attribute.replace(notXml, '\ufffd'));
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
