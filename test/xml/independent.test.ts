import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import type { Element } from 'xast';
import { element } from '../../src/xml/nodes.js';
import { writeXml } from '../../src/xml/write.js';

/** fast-xml-parser's ordered form: one key, the name, and its attributes under `:@`. */
type Ordered = Record<string, unknown>;

const reader = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
});

function ordered(node: Element): Ordered {
  const children = node.children.map((child) =>
    child.type === 'element' ? ordered(child) : { '#text': 'value' in child ? child.value : '' },
  );
  const attributes = Object.keys(node.attributes).length > 0 ? { ':@': node.attributes } : {};
  return { [node.name]: children, ...attributes };
}

const name = fc.stringMatching(/^[a-z][a-z0-9_.-]{0,8}$/);
// What XML can hold, but for carriage returns and line breaks in attributes, which fast-xml-parser leaves escaped.
const text = fc.stringMatching(/^[ -~\u00a0-\ud7ff]{1,20}$/);
const { tree } = fc.letrec<{ tree: Element }>((tie) => ({
  tree: fc
    .tuple(
      name,
      fc.dictionary(name, text, { maxKeys: 3 }),
      fc.oneof({ maxDepth: 3 }, text, fc.array(tie('tree'), { maxLength: 3 })),
    )
    .map(([tag, attributes, content]) =>
      element(tag, attributes, typeof content === 'string' ? [content] : content),
    ),
}));

test('another reader finds in our XML what was written', () => {
  fc.assert(
    fc.property(tree, (node) => {
      const xml = writeXml(node);
      expect(XMLValidator.validate(xml)).toBe(true);
      expect(reader.parse(xml)).toEqual([ordered(node)]);
    }),
    { numRuns: 500 },
  );
});
