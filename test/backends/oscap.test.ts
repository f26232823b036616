import { describe, expect, it } from 'vitest';
import { outputFiles } from '../../src/backends/index.js';
import { asString } from '../../src/text/chunks.js';
import { full } from './full.js';
import { folderWith, run } from './tool.js';

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

it('makes XCCDF that its schematron warns of for nothing but the CPE URI', () => {
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

describe('why the CPE URI stays, though the schematron warns of it', () => {
  /** The folder of the benchmark, which names its platform otherwise. */
  const naming = (idref: string): string => {
    const changed = files.map(({ path, content }) => ({
      path,
      content: content.replace(
        '<platform idref="cpe:/o:example:demo_linux:1"/>',
        `<platform idref="${idref}"/>`,
      ),
    }));
    return `${folderWith(changed)}/demo`;
  };
  const schematron = (folder: string): string =>
    run('xsltproc', [xccdfSchematron, 'demo-demo-xccdf.xml'], folder).output;
  const applies = (folder: string): boolean[] =>
    ['demo-demo-ds.xml', '--cpe demo-demo-cpe-dictionary.xml demo-demo-xccdf.xml'].map((file) => {
      const scan = ['xccdf', 'eval', '--profile', 'standard', ...file.split(' ')];
      return /^Result\W+(pass|fail)$/m.test(run('oscap', scan, folder).output);
    });

  it('OpenSCAP finds the URI, in the data stream and beside a dictionary', () => {
    expect(applies(naming('cpe:/o:example:demo_linux:1'))).toEqual([true, true]);
  });

  it('OpenSCAP does not find the formatted string', () => {
    const folder = naming('cpe:2.3:o:example:demo_linux:1:*:*:*:*:*:*:*');
    expect(schematron(folder)).toBe('');
    expect(applies(folder)).toEqual([false, false]);
  });

  it('OpenSCAP finds a platform expression, but takes a schematron without a word for a failure', () => {
    const folder = naming('#not_postfix_or_demo');
    expect(schematron(folder)).toBe('');
    expect(applies(folder)).toEqual([true, true]);
    expect(run('oscap', ['xccdf', 'validate', '--schematron', 'demo-demo-xccdf.xml'], folder)).toEqual({
      status: 2,
      output: expect.stringContaining('OpenSCAP Error: Invalid XCCDF Checklist (1.2) content'),
    });
    expect(run('oscap', ['xccdf', 'validate', '--skip-schematron', 'demo-demo-xccdf.xml'], folder)).toEqual({
      status: 0,
      output: '',
    });
  });
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
