import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyAnsible, applyBash, createRoot, scan, unwrap } from '../../src/proving/index.js';
import { repository, scapc, temporaryFolder, writeFiles } from '../support/cli.js';

const guide = readFileSync(join(repository, 'docs/authoring.md'), 'utf8');

/** The files that the guide shows, by the path that stands beside their language. */
function filesOfGuide(): Record<string, string> {
  const blocks = [...guide.matchAll(/^```[a-z]+ file=(\S+)\n(.*?)^```$/gms)];
  return Object.fromEntries(blocks.map(([, path = '', text = '']) => [path, text]));
}

test('the content of the authoring guide builds, fails on a fresh system, and repairs it', async () => {
  const dir = temporaryFolder();
  writeFiles(join(dir, 'my-content'), filesOfGuide());
  const built = await scapc(['build', '--content', 'my-content', '--out', 'my-dist'], { cwd: dir });
  expect(built.stderr).toBe('');
  const printed = built.stdout.split('\n')[0] ?? '';
  expect(guide).toContain(`$ scapc build --content my-content --out my-dist\n${printed}\n`);

  const read = (path: string): string => readFileSync(join(dir, 'my-dist/debian12', path), 'utf8');
  const root = unwrap(await createRoot());
  try {
    const banner = async (): Promise<string | undefined> => {
      const { results, warnings } = unwrap(
        await scan(root, { dataStream: read('example-debian12-ds.xml'), profile: 'server' }),
      );
      expect(warnings).toBe('');
      return results.find(({ rule }) => rule.endsWith('banner_before_login'))?.result;
    };
    expect(await banner()).toBe('fail');
    const repaired = await applyBash(root, read('bash/debian12-script-server.sh'));
    expect(repaired.exitCode, repaired.stderr).toBe(0);
    expect(await root.read('/etc/issue')).toBe('Example Ltd. Authorised use only.\n');
    expect(await banner()).toBe('pass');

    await root.reset();
    const played = unwrap(await applyAnsible(root, read('ansible/debian12-playbook-server.yml')));
    expect(played.failed, played.stdout).toBe(0);
    expect(await banner()).toBe('pass');
  } finally {
    await root.dispose();
  }
});

test('the mistake of the authoring guide is told as the guide shows it', async () => {
  const dir = temporaryFolder();
  const files = filesOfGuide();
  const rule = 'guide/login/banner_before_login/rule.yml';
  writeFiles(join(dir, 'my-content'), {
    ...files,
    [rule]: (files[rule] ?? '').replace('severity:', 'severty:'),
  });
  const { stderr, code } = await scapc(['check', '--content', 'my-content'], { cwd: dir });
  expect(code).toBe(1);
  const shown = /\$ scapc check --content my-content\n(.*?)```/s.exec(guide)?.[1];
  expect(stderr).toContain(shown ?? 'the guide shows no message');
});
