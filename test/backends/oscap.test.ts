import { expect, it } from 'vitest';
import { outputFiles } from '../../src/backends/index.js';
import { full } from './full.js';
import { folderWith, run } from './tool.js';

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
  ['the data stream', ['ds', 'sds-validate', '--schematron', 'demo-demo-ds.xml']],
  ['XCCDF', ['xccdf', 'validate', '--schematron', 'demo-demo-xccdf.xml']],
  ['OVAL', ['oval', 'validate', '--schematron', 'demo-demo-oval.xml']],
  ['the OVAL of the CPE dictionary', ['oval', 'validate', '--schematron', 'demo-demo-cpe-oval.xml']],
  ['the CPE dictionary', ['cpe', 'validate', 'demo-demo-cpe-dictionary.xml']],
])('OpenSCAP has nothing to say against %s', (_, args) => {
  const folder = folderWith(files);
  expect(run('oscap', args, `${folder}/demo`)).toEqual({ status: 0, output: '' });
});
