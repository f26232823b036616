import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import {
  applyAnsible,
  createPlatformRoot,
  DEBIAN12,
  installPackages,
  type Root,
  unwrap,
} from '../../src/proving/index.js';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const demo = { name: 'demo-tools', version: '2', release: '1' };
const platform = { ...DEBIAN12, offered: [demo] };
let root: Root;

beforeAll(async () => {
  root = unwrap(await createPlatformRoot(platform));
});
beforeEach(() => root.reset());
afterAll(() => root?.dispose());

const sh = async (script: string): Promise<string> => {
  const { stdout, stderr, exitCode } = await root.exec(['sh', '-euc', script]);
  expect(exitCode, stderr).toBe(0);
  return stdout;
};

test('a fresh root has no changes', async () => {
  expect([...(await root.changes())]).toEqual([]);
});

test('files, links, what was removed and kernel parameters are listed; times do not count', async () => {
  await sh(`printf 'a\\n' > /srv/new; chmod 640 /srv/new; ln -s new /srv/link; rm /etc/hostname
    echo 1 > /proc/sys/net/ipv4/ip_forward`);
  const changes = await root.changes();
  expect([...changes.keys()].sort()).toEqual([
    '/etc',
    '/etc/hostname',
    '/proc/sys/net',
    '/proc/sys/net/ipv4',
    '/proc/sys/net/ipv4/ip_forward',
    '/srv',
    '/srv/link',
    '/srv/new',
  ]);
  // The digest is that of sha256sum for the line "a".
  expect(changes.get('/srv/new')).toBe(
    'f 640 0:0 87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7',
  );
  expect(changes.get('/srv/link')).toBe('l 777 0:0 new');
  expect(changes.get('/etc/hostname')).toBe('removed');
  await sh("printf 'a\\n' > /srv/new; touch /srv");
  expect(await root.changes()).toEqual(changes);
});

test('a stub package of Debian is installed, removed, and found by apt-get', async () => {
  const installed = "dpkg-query --show --showformat '${Version}' demo-tools";
  expect(await installPackages(root, platform, [demo])).toMatchObject({ ok: true });
  expect(await sh(installed)).toBe('2-1');
  await sh('dpkg --purge demo-tools > /dev/null; apt-get -qq -y install demo-tools > /dev/null 2>&1');
  expect(await sh(installed)).toBe('2-1');
});

test.each([false, true])(
  'each run of a playbook is counted by itself; in a copy of the companion: %s',
  async (inCopy) => {
    const playbook = `- hosts: all
  tasks:
    - ansible.builtin.copy:
        dest: /srv/file
        content: text
    - ansible.builtin.lineinfile:
        path: /srv/file
        line: more
    - ansible.builtin.command: cat /srv/file
      environment:
        LANGUAGE: de
`;
    const run = unwrap(await applyAnsible(root, playbook, { runs: 2, gatherFacts: false, inCopy }));
    expect(
      run.each.map(({ ok, changed, failed }) => ({ ok, changed, failed })),
      run.stdout,
    ).toEqual([
      { ok: 3, changed: 3, failed: 0 },
      // copy writes its text again, and lineinfile adds its line again.
      { ok: 3, changed: 3, failed: 0 },
    ]);
    expect(await root.read('/srv/file')).toBe('text\nmore\n');
  },
);
