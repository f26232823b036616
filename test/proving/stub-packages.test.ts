import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import {
  createRoot,
  installStubPackages,
  offerStubPackages,
  type Root,
  removeStubPackages,
  type StubPackage,
  unwrap,
} from '../../src/proving/index.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const MAIL: StubPackage = {
  name: 'mail-stub',
  version: '3.5.8',
  release: '7.al8',
  epoch: 2,
  files: [
    { path: '/etc/mail-stub.conf', content: 'limit = 100%\n', config: true },
    { path: '/usr/sbin/mail-stub', content: '#!/bin/sh\necho mail\n', mode: 0o755 },
    { path: '/usr/bin/mail-link', link: '../sbin/mail-stub' },
  ],
  scripts: {
    post: 'printf "%s installed\\n" "$1" > /etc/mail-stub.log',
    preun: 'echo removed >> /etc/mail-stub.log',
  },
};

const OVAL = `<?xml version="1.0" encoding="UTF-8"?>
<oval_definitions xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5"
    xmlns:oval="http://oval.mitre.org/XMLSchema/oval-common-5"
    xmlns:linux="http://oval.mitre.org/XMLSchema/oval-definitions-5#linux">
  <generator>
    <oval:schema_version>5.11.1</oval:schema_version>
    <oval:timestamp>2024-01-01T00:00:00</oval:timestamp>
  </generator>
  <definitions>
    <definition class="inventory" id="oval:scapc.test:def:1" version="1">
      <metadata><title>mail-stub 3.5 is installed</title><description>It is.</description></metadata>
      <criteria><criterion test_ref="oval:scapc.test:tst:1"/></criteria>
    </definition>
  </definitions>
  <tests>
    <linux:rpminfo_test id="oval:scapc.test:tst:1" version="1" check="all" comment="mail-stub 3.5">
      <linux:object object_ref="oval:scapc.test:obj:1"/>
      <linux:state state_ref="oval:scapc.test:ste:1"/>
    </linux:rpminfo_test>
  </tests>
  <objects>
    <linux:rpminfo_object id="oval:scapc.test:obj:1" version="1"><linux:name>mail-stub</linux:name></linux:rpminfo_object>
  </objects>
  <states>
    <linux:rpminfo_state id="oval:scapc.test:ste:1" version="1">
      <linux:version operation="pattern match">^3\\.5\\.</linux:version>
    </linux:rpminfo_state>
  </states>
</oval_definitions>
`;

let root: Root;

beforeAll(async () => {
  root = unwrap(await createRoot());
});

beforeEach(() => root.reset());

afterAll(() => root?.dispose());

/** What `oscap oval eval` says about the definition. */
async function evaluate(): Promise<string> {
  await root.write('/run/oval.xml', OVAL);
  const result = await root.exec(['oscap', 'oval', 'eval', '/run/oval.xml']);
  expect(result.stderr).toBe('');
  return result.stdout;
}

test('rpm sees an installed stub, its version, its files and its script', async () => {
  unwrap(await installStubPackages(root, [MAIL]));
  expect((await root.exec(['rpm', '--quiet', '-q', 'mail-stub'])).exitCode).toBe(0);
  const query = await root.exec(['rpm', '-q', '--qf', '%{EPOCHNUM}:%{VERSION}-%{RELEASE}', 'mail-stub']);
  expect(query.stdout).toBe('2:3.5.8-7.al8');
  expect((await root.exec(['/usr/bin/mail-link'])).stdout).toBe('mail\n');
  expect(await root.read('/etc/mail-stub.log')).toBe('1 installed\n');
  expect((await root.exec(['rpm', '-V', '--nodeps', 'mail-stub'])).stdout).toBe('');
});

test("oscap's rpminfo_test sees the stub, and that it is gone", async () => {
  expect(await evaluate()).toContain('oval:scapc.test:def:1: false');
  unwrap(await installStubPackages(root, [MAIL]));
  expect(await evaluate()).toContain('oval:scapc.test:def:1: true');
  unwrap(await removeStubPackages(root, ['mail-stub']));
  expect((await root.exec(['rpm', '-q', 'mail-stub'])).exitCode).toBe(1);
  expect(await root.read('/usr/sbin/mail-stub')).toBeUndefined();
  expect(await root.read('/etc/mail-stub.log')).toBe('1 installed\nremoved\n');
  expect(await evaluate()).toContain('oval:scapc.test:def:1: false');
});

test('another version of a package replaces the one that is there', async () => {
  unwrap(await installStubPackages(root, [MAIL]));
  unwrap(await installStubPackages(root, [{ ...MAIL, version: '2.10.1' }]));
  expect((await root.exec(['rpm', '-q', 'mail-stub'])).stdout).toBe('mail-stub-2.10.1-7.al8.noarch\n');
  expect(await evaluate()).toContain('oval:scapc.test:def:1: false');
});

test('the database is the same whatever HOME is', async () => {
  unwrap(await installStubPackages(root, [MAIL]));
  const query = await root.exec(['rpm', '-q', 'mail-stub'], { env: { HOME: '/nowhere' } });
  expect(query.exitCode).toBe(0);
});

test('the real dnf installs and removes what is offered', async () => {
  unwrap(
    await offerStubPackages(root, [
      MAIL,
      { name: 'other', version: '1', release: '1', requires: ['mail-stub'] },
    ]),
  );
  await root.exec(['sh', '-c', 'mkdir -p /etc/dnf/vars; echo 3 > /etc/dnf/vars/releasever']);
  unwrap(
    await installStubPackages(root, [{ name: 'bash', version: '4', release: '1', provides: ['/bin/sh'] }]),
  );
  const install = await root.exec(['dnf', '-y', 'install', 'other']);
  expect(install).toMatchObject({ exitCode: 0 });
  expect((await root.exec(['rpm', '-q', 'other', 'mail-stub'])).exitCode).toBe(0);
  expect((await root.exec(['dnf', '-y', 'install', 'other'])).stdout).toContain('Nothing to do.');
  expect(await root.exec(['dnf', '-y', 'remove', 'mail-stub'])).toMatchObject({ exitCode: 0 });
  expect((await root.exec(['rpm', '-qa'])).stdout).toBe('bash-4-1.noarch\n');
  expect((await root.exec(['dnf', '-y', 'install', 'no-such'])).exitCode).not.toBe(0);
});

test('what rpm would not understand is refused with the reason', async () => {
  const result = await installStubPackages(root, [{ name: 'bad name', version: '1', release: '1' }]);
  expect(result).toMatchObject({
    ok: false,
    problem: { code: 'package-build-failed', detail: '"bad name" is not a plain word.' },
  });
  const version = await installStubPackages(root, [{ name: 'bad', version: '1-2', release: '1' }]);
  expect(version).toMatchObject({ ok: false, problem: { code: 'package-build-failed' } });
  expect(version.ok || version.problem.detail).toContain("'-'");
});
