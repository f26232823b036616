import { describe, expect, test } from 'vitest';
import { read, readSound, rule, ruleOf, xccdf } from './read.js';

const value = '<Value id="xccdf_org.example_value_v"><title>The V</title><value>1</value></Value>';

const description = (content: string) =>
  ruleOf(
    readSound(xccdf(`${value}${rule('a', `<description>${content}</description>`)}`)),
    'xccdf_org.example_rule_a',
  ).description.children;

const reference = { type: 'valueReference', value: 'xccdf_org.example_value_v' };

describe('XHTML in texts', () => {
  test('attributes become properties of hast', () => {
    expect(description('<h:a href="https://x.org/" class="b c" onclick="evil()">x</h:a>')).toEqual([
      {
        type: 'element',
        tagName: 'a',
        properties: { href: 'https://x.org/', className: ['b', 'c'], onclick: 'evil()' },
        children: [{ type: 'text', value: 'x' }],
      },
    ]);
  });

  test('elements without a namespace of their own, and of unknown ones, lose their prefix', () => {
    expect(description('<code>a</code><z:B xmlns:z="urn:z">b</z:B>')).toMatchObject([
      { tagName: 'code' },
      { tagName: 'b' },
    ]);
  });

  test('character references, CDATA and comments', () => {
    expect(description('a &lt; b <!-- no --><![CDATA[<c>]]>')).toEqual([
      { type: 'text', value: 'a < b ' },
      { type: 'text', value: '<c>' },
    ]);
  });
});

describe('references to Values', () => {
  test('in any place', () => {
    expect(description('<h:p><sub idref="xccdf_org.example_value_v" use="legacy"/></h:p>')).toMatchObject([
      { tagName: 'p', children: [reference] },
    ]);
  });

  test('escaped by whoever made the file', () => {
    expect(
      description('Set &lt;xccdf-1.2:sub idref="xccdf_org.example_value_v" use="legacy"/&gt; &lt;path&gt;.'),
    ).toEqual([{ type: 'text', value: 'Set ' }, reference, { type: 'text', value: ' <path>.' }]);
  });

  test('by their title', () => {
    expect(description('See <sub idref="xccdf_org.example_value_v" use="title"/>')).toEqual([
      { type: 'text', value: 'See ' },
      { type: 'text', value: 'The V' },
    ]);
  });

  test('to nothing', () => {
    const text = xccdf(
      rule(
        'a',
        '<description>Set <sub idref="xccdf_org.example_value_w"/>.</description><fix system="s">x=<sub idref="xccdf_org.example_value_w"/></fix>',
      ),
    );
    const { benchmark, messages } = read(text);
    const { description: words, remediations } = ruleOf(benchmark, 'xccdf_org.example_rule_a');
    expect(words.children[1]).toEqual({ type: 'text', value: 'w' });
    expect(remediations[0]?.parts).toEqual(['x=', 'w']);
    expect(messages).toContain(
      'warning[scap-dangling-reference]: the text refers to the Value `xccdf_org.example_value_w`, which is not there',
    );
  });
});

describe('questions', () => {
  const ask = (question: string) => {
    const ocil = `<o:ocil xmlns:o="http://scap.nist.gov/schema/ocil/2.0">
<o:questionnaires><o:questionnaire id="q"><o:actions><o:test_action_ref>t</o:test_action_ref></o:actions></o:questionnaire></o:questionnaires>
<o:test_actions><o:boolean_question_test_action id="t" question_ref="k"/></o:test_actions>
<o:questions><o:boolean_question id="k"><o:question_text>${question}</o:question_text></o:boolean_question></o:questions></o:ocil>`;
    const check =
      '<check system="http://scap.nist.gov/schema/ocil/2"><check-content-ref href="ocil.xml" name="q"/></check>';
    const benchmark = readSound(xccdf(`${value}${rule('a', check)}`), { 'ocil.xml': ocil });
    return ruleOf(benchmark, 'xccdf_org.example_rule_a').ocil;
  };

  test('markup that a generator escaped is taken out', () => {
    expect(ask('Run it.\n Is it the case that &lt;tt&gt;x&lt;/tt&gt; is &lt;code&gt;y?')).toMatchObject({
      clause: 'x is y',
    });
  });

  test('a clause that needs a value stays in the question', () => {
    expect(ask('Run it.\nIs it the case that it is over &lt;sub idref="v" /&gt;?')).toEqual({
      clause: '',
      question: {
        type: 'root',
        children: [
          {
            type: 'element',
            tagName: 'p',
            properties: {},
            children: [
              { type: 'text', value: 'Run it.' },
              { type: 'element', tagName: 'br', properties: {}, children: [] },
              { type: 'text', value: 'Is it the case that it is over ' },
              reference,
              { type: 'text', value: '?' },
            ],
          },
        ],
      },
    });
  });

  test('without a clause all of it is the question', () => {
    expect(ask('Is it on?\n\nLook again.')).toMatchObject({
      clause: '',
      question: {
        children: [{ children: [{ value: 'Is it on?' }] }, { children: [{ value: 'Look again.' }] }],
      },
    });
  });
});
