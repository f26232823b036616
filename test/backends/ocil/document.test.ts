import { expect, it } from 'vitest';
import { ocilDocument } from '../../../src/backends/ocil/document.js';
import { plainText, type RichText } from '../../../src/model/text.js';
import { element } from '../../../src/xml/nodes.js';
import { writeXml } from '../../../src/xml/write.js';
import { benchmark, id, rule, value } from '../sample.js';

const generation = { timestamp: '2024-05-06T00:00:00', version: '0.1.0' };
const question: RichText = {
  type: 'root',
  children: [
    { type: 'text', value: 'Run' },
    { type: 'element', tagName: 'br', properties: {}, children: [] },
    {
      type: 'element',
      tagName: 'pre',
      properties: {},
      children: [{ type: 'text', value: 'grep <x>\n' }],
    },
    { type: 'valueReference', value: id('value', 'v') },
  ],
};

it('asks one question for each rule that has one', () => {
  const sample = benchmark({
    values: [value('v')],
    rules: [rule('none'), rule('r', { ocil: { question, clause: 'it is & so' } })],
  });
  expect(writeXml(ocilDocument(sample, generation) ?? element('none'))).toBe(
    [
      '<ocil xmlns="http://scap.nist.gov/schema/ocil/2.0"><generator><product_name>scapc</product_name>',
      '<product_version>0.1.0</product_version><schema_version>2.0</schema_version>',
      '<timestamp>2024-05-06T00:00:00</timestamp></generator>',
      '<questionnaires><questionnaire id="ocil:demo-r_ocil:questionnaire:1"><title>Title of r</title><actions>',
      '<test_action_ref>ocil:demo-r_action:testaction:1</test_action_ref></actions></questionnaire></questionnaires>',
      '<test_actions><boolean_question_test_action id="ocil:demo-r_action:testaction:1" question_ref="ocil:demo-r_question:question:1">',
      '<when_true><result>FAIL</result></when_true><when_false><result>PASS</result></when_false></boolean_question_test_action></test_actions>',
      '<questions><boolean_question id="ocil:demo-r_question:question:1"><question_text>Run\ngrep &lt;x&gt;\n',
      '<sub var_ref="ocil:demo-v:variable:1"/>\nIs it the case that it is &amp; so?</question_text></boolean_question></questions>',
      '<variables><external_variable id="ocil:demo-v:variable:1" datatype="TEXT"><description>Title of v</description>',
      '</external_variable></variables></ocil>',
    ].join(''),
  );
});

it('turns the results round where "yes" passes', () => {
  const ocil = { question: plainText('q'), clause: 'c', yesPasses: true };
  const written = writeXml(
    ocilDocument(benchmark({ rules: [rule('r', { ocil })] }), generation) ?? element('none'),
  );
  expect(written).toContain(
    '<when_true><result>PASS</result></when_true><when_false><result>FAIL</result></when_false>',
  );
  expect(written).not.toContain('<variables>');
});

it('is no document where no rule has a question', () => {
  expect(ocilDocument(benchmark({ rules: [rule('r')] }), generation)).toBeUndefined();
});
