import { describe, expect, it } from 'vitest';
import { withAffected } from '../../../src/backends/oval/affected.js';
import { ovalDocument } from '../../../src/backends/oval/document.js';
import { writeOval } from '../../../src/backends/oval/index.js';
import { asString } from '../../../src/text/chunks.js';
import { writeXml } from '../../../src/xml/write.js';
import { fragment, library } from '../full.js';
import { benchmark } from '../sample.js';
import { complaints } from '../tool.js';

const generation = { timestamp: '2024-05-06T00:00:00' };
const written = (parts: Parameters<typeof library>[0]): string =>
  writeXml(ovalDocument(library(parts), benchmark(), generation)).replace(/<generator>.*<\/generator>/, '');

describe('ids', () => {
  it('become ids of the document in every place that refers to one', () => {
    expect(
      written({
        object: [
          `<ind:variable_object id="o" version="2"><ind:var_ref>v</ind:var_ref></ind:variable_object>`,
          `<ind:family_object id="p"><set><set><object_reference>o</object_reference></set><object_reference>p</object_reference><filter action="include">s</filter></set></ind:family_object>`,
        ],
        variable: [
          `<local_variable id="v" version="1" datatype="string" comment="c"><concat><object_component object_ref="o" item_field="value"/><variable_component var_ref="w"/><literal_component>o</literal_component></concat></local_variable>`,
        ],
      }),
    ).toBe(
      '<oval_definitions xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5"' +
        ' xmlns:oval="http://oval.mitre.org/XMLSchema/oval-common-5"' +
        ' xmlns:ind="http://oval.mitre.org/XMLSchema/oval-definitions-5#independent">' +
        '<objects><ind:variable_object id="oval:demo-o:obj:1" version="2"><ind:var_ref>oval:demo-v:var:1</ind:var_ref></ind:variable_object>' +
        '<ind:family_object id="oval:demo-p:obj:1" version="1"><set><set><object_reference>oval:demo-o:obj:1</object_reference></set>' +
        '<object_reference>oval:demo-p:obj:1</object_reference><filter action="include">oval:demo-s:ste:1</filter></set></ind:family_object></objects>' +
        '<variables><local_variable id="oval:demo-v:var:1" version="1" datatype="string" comment="c"><concat>' +
        '<object_component object_ref="oval:demo-o:obj:1" item_field="value"/><variable_component var_ref="oval:demo-w:var:1"/>' +
        '<literal_component>o</literal_component></concat></local_variable></variables></oval_definitions>',
    );
  });

  it('stay as they are where they are whole already', () => {
    expect(written({ state: ['<ind:family_state id="oval:other:ste:3" version="1"/>'] })).toContain(
      'id="oval:other:ste:3"',
    );
  });
});

describe('namespaces', () => {
  it('are declared for the prefixes that fragments use', () => {
    const both = written({ state: ['<unix:file_state id="a"/>', '<linux:rpminfo_state id="b"/>'] });
    expect(both).toContain('xmlns:linux="http://oval.mitre.org/XMLSchema/oval-definitions-5#linux"');
    expect(both).toContain('xmlns:unix="http://oval.mitre.org/XMLSchema/oval-definitions-5#unix"');
    expect(both).not.toContain('xmlns:ind=');
  });

  it('stay with a fragment that declares its own', () => {
    const own = written({ state: ['<x:file_state xmlns:x="urn:x" id="a"><x:size/></x:file_state>'] });
    expect(own).toContain('<x:file_state xmlns:x="urn:x" id="oval:demo-a:ste:1" version="1">');
    expect(own.match(/xmlns:x=/g)).toHaveLength(1);
  });
});

describe('the systems that a definition is for', () => {
  const definition = (affected: string): string =>
    writeXml(
      withAffected(
        fragment(
          `<definition id="d"><metadata><title>t</title>${affected}<description>x</description></metadata></definition>`,
        ),
        'Demo & Co',
      ),
    ).replace(/^.*<title>t<\/title>|<description>.*$/g, '');

  it('are the product where none is named', () => {
    const product = '<affected family="unix"><platform>Demo &amp; Co</platform></affected>';
    expect(definition('')).toBe(product);
    expect(definition('<affected family="unix"/>')).toBe(product);
  });

  it('are those that the author named', () => {
    const own = '<affected family="windows"><product>Mail</product></affected>';
    expect(definition(own)).toBe(own);
  });
});

it('writes containers in order, none that is empty, and nothing without a definition', () => {
  expect(writeOval(benchmark(), generation)).toBeUndefined();
  expect(
    written({ test: ['<ind:family_test id="t"/>'], state: ['<ind:family_state id="s"/>'] }).match(
      /<(tests|objects|states|definitions|variables)>/g,
    ),
  ).toEqual(['<tests>', '<states>']);
});

it('is OVAL to OpenSCAP when fragments have default namespaces of their own', () => {
  const ns = 'xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5#independent"';
  const content = writeOval(
    benchmark({
      oval: library({
        definition: [
          `<definition xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5" id="d" class="compliance" version="1"><metadata><title>t</title><description>x</description></metadata><criteria><criterion test_ref="t"/></criteria></definition>`,
        ],
        test: [
          `<family_test ${ns} id="t" version="1" check="all" comment="family"><object object_ref="o"/></family_test>`,
        ],
        object: [`<family_object ${ns} id="o" version="1"/>`],
      }),
    }),
    generation,
  );
  expect(complaints('oscap', ['oval', 'validate', '--schematron'], 'oval.xml', asString(content ?? []))).toBe(
    '',
  );
});
