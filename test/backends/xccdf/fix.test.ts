import { expect, it } from 'vitest';
import { fixElement } from '../../../src/backends/xccdf/fix.js';
import { writeXml } from '../../../src/xml/write.js';
import { id } from '../sample.js';

const sub = `<sub idref="${id('value', 'v')}" use="legacy"/>`;

it('quotes a value for the place where it stands', () => {
  const fix = fixElement({
    language: 'bash',
    system: 'urn:xccdf:fix:script:sh',
    parts: [
      'a=',
      { value: id('value', 'v'), place: 'shell-word' },
      '\nb: ',
      { value: id('value', 'v'), place: 'yaml-scalar' },
      '\nc ',
      { value: id('value', 'v'), place: 'verbatim' },
    ],
  });
  expect(writeXml(fix)).toBe(`<fix system="urn:xccdf:fix:script:sh">a='${sub}'\nb: "${sub}"\nc ${sub}</fix>`);
});

it('says how the fix works', () => {
  const fix = fixElement({
    language: 'ansible',
    system: 'urn:xccdf:fix:script:ansible',
    id: 'my_rule',
    reboot: true,
    strategy: 'enable',
    complexity: 'low',
    disruption: 'high',
    platform: 'cpe:/a:x',
    parts: ['x'],
  });
  expect(writeXml(fix)).toBe(
    '<fix system="urn:xccdf:fix:script:ansible" id="my_rule" reboot="true" strategy="enable" complexity="low"' +
      ' disruption="high" platform="cpe:/a:x">x</fix>',
  );
});

it('keeps a script in the fix, whatever the script says', () => {
  const fix = fixElement({
    language: 'bash',
    system: 's',
    parts: ['</fix><fix>]]>&amp; <<EOF\r\n\u001b[31m\u0000'],
  });
  expect(writeXml(fix)).toBe(
    '<fix system="s">&lt;/fix&gt;&lt;fix&gt;]]&gt;&amp;amp; &lt;&lt;EOF&#13;\n\ufffd[31m\ufffd</fix>',
  );
});
