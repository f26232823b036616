import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changed, contentWith, scapc, scapcAfter, smallContent } from '../support/cli.js';

/** The small content with a second and a third product, which share its tree. */
function threeProducts(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  const files: Record<string, string> = { ...changes };
  for (const name of ['crate', 'tin'])
    for (const path of ['product.yml', 'profiles/base.profile']) {
      const text = smallContent[`products/box/${path}`] ?? '';
      files[`products/${name}/${path}`] = text
        .replaceAll('products/box', `products/${name}`)
        .replace('product: box', `product: ${name}`)
        .replace('Box OS\n', `${name} OS\n`);
    }
  return files;
}

const filesBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort();

test('several products are built side by side, and each is as if it had been built alone', async () => {
  const dir = contentWith(threeProducts());
  const together = await scapc(['build', '--out', 'together'], { cwd: dir });
  expect(together.stderr).toBe('');
  expect(together.stdout).toMatch(
    /^together\/box: 1 rule.*\ntogether\/crate: 1 rule.*\ntogether\/tin: 1 rule.*\n3 products built in /,
  );
  for (const name of ['box', 'crate', 'tin'])
    expect((await scapc(['build', name, '--out', 'alone'], { cwd: dir })).code).toBe(0);
  const files = filesBelow(join(dir, 'alone'));
  expect(files.length).toBeGreaterThan(30);
  expect(filesBelow(join(dir, 'together'))).toEqual(files);
  for (const file of files)
    expect(
      readFileSync(join(dir, 'together', file)).equals(readFileSync(join(dir, 'alone', file))),
      file,
    ).toBe(true);
});

test('a mistake in a file that products share is reported once, with its line', async () => {
  const rule = 'guide/files/file_owner_right/rule.yml';
  const dir = contentWith(threeProducts(changed(rule, 'severity: medium', 'severity: midium')));
  const { code, stdout, stderr } = await scapc(['build'], { cwd: dir });
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.match(/not-allowed/g)).toHaveLength(1);
  expect(stderr).toContain(`content/${rule}:6:11`);
  expect(stderr).toContain('> 6 | severity: midium');
  expect(stderr).toMatch(/\n1 error\n$/);
  expect(readdirSync(dir)).toEqual(['content']);
});

test('mistakes come in the order of the products', async () => {
  const files = threeProducts();
  for (const name of ['crate', 'tin'])
    files[`products/${name}/profiles/base.profile`] += `  - no_such_rule_in_${name}\n`;
  const { code, stderr } = await scapc(['check'], { cwd: contentWith(files) });
  expect(code).toBe(1);
  expect(stderr.match(/no_such_rule_in_\w+(?=`)/g)).toEqual(['no_such_rule_in_crate', 'no_such_rule_in_tin']);
});

test('an output folder that cannot be written is reported once', async () => {
  const dir = contentWith(threeProducts({ '../dist': 'a file is in the way' }));
  const { code, stderr } = await scapc(['build'], { cwd: dir });
  expect(code).toBe(1);
  expect(stderr.match(/output-failed/g)).toHaveLength(1);
});

test('a full disk is reported once, and no thread leaves anything behind', async () => {
  const dir = contentWith(threeProducts());
  const mounting = 'mkdir disk && mount -t tmpfs -o size=60k tmpfs disk && mkdir disk/dist';
  const ran = await scapcAfter(
    `${mounting} && { "$0" "$1" build --out disk/dist; echo "exit $?"; ls -A disk/dist | wc -l; } && exit 0`,
    ['build'],
    dir,
  );
  expect(ran.stderr.match(/error\[output-failed\]: \S+ cannot be written: the disk is full/g)).toHaveLength(
    1,
  );
  expect(ran.stdout.trim().split('\n')).toEqual(['exit 1', '0']);
});
