import { expect, it } from 'vitest';
import { outputFiles } from '../../src/backends/index.js';
import { full } from './full.js';
import { folderWith, run } from './tool.js';

const schemas = '/usr/share/openscap/schemas';
const xccdfSchematron = `${schemas}/xccdf/1.2/xccdf_1.2-schematron.xsl`;
const ocilSchema = `${schemas}/ocil/2.0/ocil-2.0.xsd`;

const files = [...outputFiles(full(), { version: '0.1.0' })];

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
  // OpenSCAP (1.3.7 and its main branch of 2026) takes the empty output of this schematron, which means
  // that there is nothing to warn of, for a failure without a reason. So it is run as it is.
  ['XCCDF, by the schematron', 'xsltproc', [xccdfSchematron, 'demo-demo-xccdf.xml']],
  ['OVAL', 'oscap', ['oval', 'validate', '--schematron', 'demo-demo-oval.xml']],
  ['the OVAL of the CPE dictionary', 'oscap', ['oval', 'validate', '--schematron', 'demo-demo-cpe-oval.xml']],
  ['the CPE dictionary', 'oscap', ['cpe', 'validate', 'demo-demo-cpe-dictionary.xml']],
  ['OCIL', 'xmllint', ['--noout', '--nonet', '--schema', ocilSchema, 'demo-demo-ocil.xml']],
])('OpenSCAP has nothing to say against %s', (_, program, args) => {
  const { status, output } = run(program, args, `${folderWith(files)}/demo`);
  expect({ status, output: output.replace('demo-demo-ocil.xml validates', '') }).toEqual({ status: 0, output: '' });
});

it('makes links in the data stream that the schematron of SCAP 1.3 can follow', () => {
  const { output } = run('oscap', ['xccdf', 'validate', 'demo/demo-demo-ds.xml'], folderWith(files));
  expect(output).not.toContain('Error: SRC');
  expect(output).not.toContain('SRC-3-2');
  expect(output).not.toContain('SRC-4-1');
});
