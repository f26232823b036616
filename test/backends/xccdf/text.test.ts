import { expect, it } from 'vitest';
import { htmlElement, textElement, withoutSub } from '../../../src/backends/xccdf/text.js';
import { emptyText, plainText, type RichText } from '../../../src/model/text.js';
import { element } from '../../../src/xml/nodes.js';
import { writeXml } from '../../../src/xml/write.js';

const rich: RichText = {
  type: 'root',
  children: [
    { type: 'text', value: 'Set ' },
    {
      type: 'element',
      tagName: 'code',
      properties: { className: ['a', 'b'], dataFoo: '1', ariaLabel: 'x "y"', hidden: true, title: undefined },
      children: [{ type: 'valueReference', value: 'xccdf_org.example_value_v' }],
    },
    { type: 'comment', value: 'not for people' },
    { type: 'element', tagName: 'br', properties: {}, children: [] },
    { type: 'text', value: 'now & <here> ]]>' },
  ],
};

const sub = '<sub idref="xccdf_org.example_value_v" use="legacy"/>';

it('writes hast as XHTML, and value references as sub', () => {
  expect(writeXml(htmlElement('description', rich) ?? element('none'))).toBe(
    `<description>Set <html:code class="a b" data-foo="1" aria-label="x &quot;y&quot;" hidden="hidden">${sub}</html:code>` +
      '<html:br/>now &amp; &lt;here&gt; ]]&gt;</description>',
  );
});

it('leaves out markup where XCCDF has text only', () => {
  expect(writeXml(textElement('title', rich))).toBe(`<title>Set ${sub}now &amp; &lt;here&gt; ]]&gt;</title>`);
});

it('leaves out sub where XCCDF has none', () => {
  expect(writeXml(element('notice', {}, withoutSub(rich)))).not.toContain('<sub');
});

it('writes no element for no text', () => {
  expect(htmlElement('description', emptyText)).toBeUndefined();
});

it('replaces what XML cannot hold', () => {
  expect(writeXml(textElement('title', plainText('a\u0000\u0008\ud800b\u{1F600}')))).toBe(
    '<title>a\ufffd\ufffd\ufffdb\u{1F600}</title>',
  );
});
