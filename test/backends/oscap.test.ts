import { expect, it } from 'vitest';
import { outputFiles } from '../../src/backends/index.js';
import { writeXccdf } from '../../src/backends/xccdf/index.js';
import { asString } from '../../src/text/chunks.js';
import { full } from './full.js';
import { complaints, folderWith, run } from './tool.js';

const schemas = '/usr/share/openscap/schemas';
const xccdfSchematron = `${schemas}/xccdf/1.2/xccdf_1.2-schematron.xsl`;
const ocilSchema = `${schemas}/ocil/2.0/ocil-2.0.xsd`;

const files = [...outputFiles(full(), { version: '0.1.0' })].map(({ path, content }) => ({
  path,
  content: asString(content),
}));

it('gives every file of a benchmark', () => {
  expect(files.map(({ path }) => path)).toEqual([
    'demo/demo-demo-xccdf.xml',
    'demo/demo-demo-oval.xml',
    'demo/demo-demo-ocil.xml',
    'demo/demo-demo-cpe-dictionary.xml',
    'demo/demo-demo-cpe-oval.xml',
    'demo/demo-demo-ds.xml',
    'demo/bash/demo-script-standard.sh',
    'demo/ansible/demo-playbook-standard.yml',
    'demo/bash/demo-script-strict.sh',
    'demo/ansible/demo-playbook-strict.yml',
  ]);
});

it.each([
  ['the data stream', 'oscap', ['ds', 'sds-validate', 'demo-demo-ds.xml']],
  ['XCCDF', 'oscap', ['xccdf', 'validate', '--skip-schematron', 'demo-demo-xccdf.xml']],
  ['OVAL', 'oscap', ['oval', 'validate', '--schematron', 'demo-demo-oval.xml']],
  ['the OVAL of the CPE dictionary', 'oscap', ['oval', 'validate', '--schematron', 'demo-demo-cpe-oval.xml']],
  ['the CPE dictionary', 'oscap', ['cpe', 'validate', 'demo-demo-cpe-dictionary.xml']],
  ['OCIL', 'xmllint', ['--noout', '--nonet', '--schema', ocilSchema, 'demo-demo-ocil.xml']],
])('OpenSCAP has nothing to say against %s', (_, program, args) => {
  const { status, output } = run(program, args, `${folderWith(files)}/demo`);
  expect({ status, output: output.replace('demo-demo-ocil.xml validates', '') }).toEqual({
    status: 0,
    output: '',
  });
});

it('makes XCCDF that its schematron warns of for nothing but the CPE name, which OpenSCAP wants as it is', () => {
  const folder = `${folderWith(files)}/demo`;
  const { status, output } = run(
    'oscap',
    ['xccdf', 'validate', '--schematron', 'demo-demo-xccdf.xml'],
    folder,
  );
  expect(status).toBe(0);
  expect(output.match(/(Warning|Error):.*/g)).toEqual([
    expect.stringContaining("The 'cpe:/' prefix (CPE URI binding) is allowed within an @idref attribute"),
  ]);
});

// With no warning at all, `oscap xccdf validate` fails without a reason: it takes the schematron's empty
// output for a failure to run it. So the schematron runs without it.
it('makes XCCDF without any warning for a benchmark that names its platform by an expression', () => {
  const content = asString(writeXccdf(full({ platforms: [{ kind: 'platform', id: 'postfix' }] })));
  expect(complaints('xsltproc', [xccdfSchematron], 'xccdf.xml', content)).toBe('');
});

it('makes a data stream that OpenSCAP scans with: CPE, checks and values are found', () => {
  const folder = folderWith(files);
  const scan = ['xccdf', 'eval', '--profile', 'standard', 'demo/demo-demo-ds.xml'];
  const results = [...run('oscap', scan, folder).output.matchAll(/^Result\W+(\w+)/gm)].map(
    ([, result]) => result,
  );
  expect(results).toEqual([expect.stringMatching(/^(pass|fail)$/), 'notchecked']);
});

it('makes links in the data stream that the schematron of SCAP 1.3 can follow', () => {
  const { output } = run('oscap', ['xccdf', 'validate', 'demo/demo-demo-ds.xml'], folderWith(files));
  expect(output).not.toContain('Error: SRC');
  expect(output).not.toContain('SRC-3-2');
  expect(output).not.toContain('SRC-4-1');
});
