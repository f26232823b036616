import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  changed,
  contentWith,
  scapc,
  scapcAfter,
  smallContent,
  temporaryFolder,
  writeFiles,
} from '../support/cli.js';

/** Every file below a folder with a hash of its bytes, so that two folders can be compared. */
function contentsOf(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(dir, path)).isFile(),
  );
  return Object.fromEntries(
    files.sort().map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(dir, path)))
        .digest('hex'),
    ]),
  );
}

const brokenRule = changed('guide/files/file_owner_right/rule.yml', 'severity: medium', 'severity: meduim');

test('a build with errors leaves the former output untouched', async () => {
  const dir = contentWith();
  expect((await scapc(['build'], { cwd: dir })).code).toBe(0);
  const before = contentsOf(join(dir, 'dist'));
  writeFiles(join(dir, 'content'), brokenRule);
  const { code, stderr } = await scapc(['build'], { cwd: dir });
  expect(code).toBe(1);
  expect(stderr).toContain('content/guide/files/file_owner_right/rule.yml:6:11: error[not-allowed]');
  expect(contentsOf(join(dir, 'dist'))).toEqual(before);
});

test('a build replaces the former output as a whole', async () => {
  const dir = contentWith();
  await scapc(['build'], { cwd: dir });
  writeFileSync(join(dir, 'dist/box/left-over.txt'), 'from an older version');
  expect((await scapc(['build'], { cwd: dir })).code).toBe(0);
  expect(readdirSync(join(dir, 'dist'))).toEqual(['box']);
  expect(readdirSync(join(dir, 'dist/box'))).not.toContain('left-over.txt');
});

test('a read-only output folder is an error that names it, and changes nothing', async () => {
  const dir = contentWith();
  mkdirSync(join(dir, 'dist'));
  writeFileSync(join(dir, 'dist/kept.txt'), 'kept');
  const mounting = `mount --bind dist dist && mount -o remount,bind,ro dist`;
  const { code, stderr, stdout } = await scapcAfter(mounting, ['build'], dir);
  expect(stderr).toMatch(
    /^error\[output-failed\]: \S*\/dist\S* cannot be written: the file system is read-only\n {2}hint: /,
  );
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(readFileSync(join(dir, 'dist/kept.txt'), 'utf8')).toBe('kept');
});

test('a full disk is an error that names the file, and leaves the former output whole', async () => {
  const dir = contentWith();
  await scapc(['build'], { cwd: dir });
  const before = contentsOf(join(dir, 'dist'));
  // The former output fits into this file system, a second one beside it does not.
  const mounting = `mkdir disk && mount -t tmpfs -o size=$(( $(du -sk dist | cut -f1) + 40 ))k tmpfs disk && cp -a dist disk/dist`;
  const after = ` && find disk/dist -name '.scapc*' | wc -l && (cd disk/dist && find . -type f | LC_ALL=C sort | xargs sha256sum)`;
  const ran = await scapcAfter(
    `${mounting} && { "$0" "$1" build --out disk/dist; echo "exit $?"; }${after} && exit 0`,
    ['build'],
    dir,
  );
  expect(ran.stderr).toMatch(/error\[output-failed\]: \S+ cannot be written: the disk is full/);
  const [exit, leftovers, ...sums] = ran.stdout.trim().split('\n');
  expect([exit, leftovers]).toEqual(['exit 1', '0']);
  expect(Object.fromEntries(sums.map((line) => [line.slice(68), line.slice(0, 64)]))).toEqual(before);
});

test('a build that is killed at any moment leaves the former output or the new one whole', async () => {
  const dir = contentWith();
  await scapc(['build'], { cwd: dir });
  const before = contentsOf(join(dir, 'dist/box'));
  writeFiles(
    join(dir, 'content'),
    changed('guide/benchmark.yml', 'title: Guide to', 'title: Second guide to'),
  );
  const other = contentWith(changed('guide/benchmark.yml', 'title: Guide to', 'title: Second guide to'));
  await scapc(['build'], { cwd: other });
  const after = contentsOf(join(other, 'dist/box'));
  expect(after).not.toEqual(before);
  let killed = 0;
  for (const killAfter of [150, 300, 400, 500, 600, 700, 800, 900]) {
    const { signal } = await scapc(['build'], { cwd: dir, killAfter });
    if (signal === 'SIGKILL') killed++;
    const now = contentsOf(join(dir, 'dist/box'));
    expect([before, after]).toContainEqual(now);
  }
  expect(killed).toBeGreaterThan(0);
  // The next build cleans up what the killed ones left.
  expect((await scapc(['build'], { cwd: dir })).code).toBe(0);
  expect(readdirSync(join(dir, 'dist'))).toEqual(['box']);
});

test('what a build left that was killed between two renames is put back', async () => {
  const dir = contentWith(brokenRule);
  const kept = join(dir, 'dist/.scapc-killed/previous/old');
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, 'file.txt'), 'former output');
  writeFiles(join(dir, 'content'), {
    'guide/files/file_owner_right/rule.yml': smallContent['guide/files/file_owner_right/rule.yml'] ?? '',
  });
  expect((await scapc(['build'], { cwd: dir })).code).toBe(0);
  expect(readdirSync(join(dir, 'dist')).sort()).toEqual(['box', 'old']);
  expect(readFileSync(join(dir, 'dist/old/file.txt'), 'utf8')).toBe('former output');
});

test('the same sources give the same bytes, in another folder and at another time', async () => {
  const first = contentWith();
  const second = join(temporaryFolder(), 'a/longer/path');
  writeFiles(join(second, 'content'), smallContent);
  await scapc(['build'], { cwd: first });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await scapc(['build', '--out', 'elsewhere'], {
    cwd: second,
    env: { TZ: 'Asia/Shanghai', LANG: 'de_DE.UTF-8' },
  });
  const files = contentsOf(join(first, 'dist'));
  expect(Object.keys(files).length).toBeGreaterThan(8);
  expect(contentsOf(join(second, 'elsewhere'))).toEqual(files);
});

test('SOURCE_DATE_EPOCH dates the output', async () => {
  const dir = contentWith();
  await scapc(['build'], { cwd: dir, env: { SOURCE_DATE_EPOCH: '1577934245' } });
  expect(readFileSync(join(dir, 'dist/box/demo-box-ds.xml'), 'utf8')).toContain(
    'timestamp="2020-01-02T03:04:05',
  );
});
