import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentWith, scapc } from '../support/cli.js';

test('build writes every file of a product', async () => {
  const dir = contentWith();
  const { code, stdout, stderr } = await scapc(['build'], { cwd: dir });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^dist\/box: 1 rule, 1 value, 1 group, 1 profile\n1 product built in \d+\.\d s\n$/);
  expect(code).toBe(0);
  const read = (name: string): string => readFileSync(join(dir, 'dist/box', name), 'utf8');
  expect(read('demo-box-xccdf.xml')).toContain('Guide to Box OS');
  for (const name of ['oval', 'ocil', 'cpe-dictionary', 'cpe-oval', 'ds']) {
    expect(read(`demo-box-${name}.xml`)).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n</);
  }
  expect(read('bash/box-script-base.sh')).toContain("chown -- '1' /etc/box");
  expect(read('ansible/box-playbook-base.yml')).toContain('Give the file to its owner');
  expect(read('guide/index.html')).toContain('The file belongs to its owner');
});

test('build --datastream writes the XML alone, and the same', async () => {
  const dir = contentWith();
  await scapc(['build', '--out', 'all'], { cwd: dir });
  const { code, stderr } = await scapc(['build', '--out', 'xml', '--datastream'], { cwd: dir });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const names = readdirSync(join(dir, 'xml/box')).sort();
  expect(names).toEqual([
    '.made-by-scapc',
    'demo-box-cpe-dictionary.xml',
    'demo-box-cpe-oval.xml',
    'demo-box-ds.xml',
    'demo-box-ocil.xml',
    'demo-box-oval.xml',
    'demo-box-xccdf.xml',
  ]);
  for (const name of names)
    expect(readFileSync(join(dir, 'xml/box', name), 'utf8')).toBe(
      readFileSync(join(dir, 'all/box', name), 'utf8'),
    );
  const rule = join(dir, 'content/guide/files/file_owner_right/rule.yml');
  writeFileSync(rule, readFileSync(rule, 'utf8').replace('Others could', 'Somebody could'));
  expect((await scapc(['build', '--out', 'xml', '--datastream'], { cwd: dir })).code).toBe(0);
  expect(readFileSync(join(dir, 'xml/box/demo-box-ds.xml'), 'utf8')).toContain('Somebody could');
  expect(existsSync(join(dir, 'xml/box/guide'))).toBe(false);
});
