import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  ALINUX3,
  applyAnsible,
  applyBash,
  createPlatformRoot,
  type Root,
  type RuleResult,
  scan,
  unwrap,
} from '../../src/proving/index.js';
import { repository, scapc } from '../support/cli.js';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const prefix = 'xccdf_io.github.scapc.content_';
let out: string;
const built = (name: string): string => join(out, 'alinux3', name);
const read = (name: string): string => readFileSync(built(name), 'utf8');

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'scapc-alinux3-'));
  const { code, stderr } = await scapc([
    'build',
    'alinux3',
    '--content',
    join(repository, 'content'),
    '--out',
    out,
  ]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('OpenSCAP takes every file, without one warning', () => {
  const oscap = (...args: string[]): { status: number | null; said: string } => {
    const { status, stdout, stderr } = spawnSync('oscap', args, { encoding: 'utf8' });
    return { status, said: (stdout + stderr).replace(/^<\?xml version="1.0"\?>$/gm, '').trim() };
  };

  test.each([
    ['ds sds-validate', 'scapc-alinux3-ds.xml'],
    ['oval validate --schematron', 'scapc-alinux3-oval.xml'],
    ['oval validate --schematron', 'scapc-alinux3-cpe-oval.xml'],
    ['cpe validate', 'scapc-alinux3-cpe-dictionary.xml'],
  ])('oscap %s %s', (command, file) => {
    expect(oscap(...command.split(' '), built(file))).toEqual({ status: 0, said: '' });
  });

  // A benchmark without any remark would make oscap exit with 2 (see docs/architecture.md).
  test('oscap xccdf validate --schematron remarks on the CPE URI, and on nothing else', () => {
    expect(oscap('xccdf', 'validate', '--schematron', built('scapc-alinux3-xccdf.xml'))).toEqual({
      status: 0,
      said: expect.stringMatching(/^Warning: The 'cpe:\/' prefix \(CPE URI binding\) is allowed[^\n]*$/),
    });
  });

  test('the OCIL document is what the OCIL 2.0 schema wants', () => {
    const schema = '/usr/share/openscap/schemas/ocil/2.0/ocil-2.0.xsd';
    execFileSync('xmllint', ['--noout', '--schema', schema, built('scapc-alinux3-ocil.xml')], {
      stdio: 'pipe',
    });
  });
});

describe('on a running Alibaba Cloud Linux 3', () => {
  let fresh: Root;
  let good: Root;

  /** The results of the mail rules; all have scenarios beside (see baseline.test.ts). */
  const results = async (root: Root, profile = 'standard'): Promise<Record<string, RuleResult['result']>> => {
    const report = unwrap(
      await scan(root, { dataStream: read('scapc-alinux3-ds.xml'), profile: `${prefix}profile_${profile}` }),
    );
    expect(report.warnings).toBe('');
    const byName = report.results.map(
      ({ rule, result }) => [rule.replace(`${prefix}rule_`, ''), result] as const,
    );
    return Object.fromEntries(byName.filter(([name]) => name in allPass));
  };

  const allPass = {
    package_postfix_installed: 'pass',
    postfix_client_configure_mail_alias: 'pass',
    postfix_client_configure_mail_alias_postmaster: 'pass',
    postfix_client_configure_relayhost: 'pass',
    postfix_network_listening_disabled: 'pass',
    service_postfix_enabled: 'pass',
  };

  beforeAll(async () => {
    fresh = unwrap(await createPlatformRoot(ALINUX3));
    good = unwrap(await fresh.fork());
    await applyBash(good, read('bash/alinux3-script-standard.sh'));
    await good.commit();
  });

  beforeEach(async () => {
    await Promise.all([fresh.reset(), good.reset()]);
  });

  afterAll(async () => {
    await good?.dispose();
    await fresh?.dispose();
  });

  test('a system as it is shipped breaks what the profile asks for', async () => {
    expect(await results(fresh)).toEqual({
      package_postfix_installed: 'pass',
      postfix_client_configure_mail_alias: 'fail',
      postfix_client_configure_mail_alias_postmaster: 'pass',
      postfix_client_configure_relayhost: 'fail',
      postfix_network_listening_disabled: 'fail',
      service_postfix_enabled: 'fail',
    });
  });

  test('the Bash script repairs it, and changes nothing when it runs again', async () => {
    const script = read('bash/alinux3-script-standard.sh');
    const first = await applyBash(fresh, script);
    expect([...new Set(first.stderr.split('\n'))]).toEqual([
      'This rule does not apply to this system; nothing was changed.',
      '',
    ]);
    expect(first.exitCode).toBe(0);
    expect(await results(fresh)).toEqual(allPass);
    const state =
      'sha256sum /etc/postfix/main.cf /etc/aliases; ls -lR --full-time /etc/postfix /etc/aliases /etc/systemd/system';
    const before = await fresh.exec(['bash', '-c', state]);
    const second = await applyBash(fresh, script);
    expect(second.exitCode).toBe(0);
    expect(await fresh.exec(['bash', '-c', state])).toEqual(before);
  });

  test('the Ansible playbook repairs it, and changes nothing when it runs again', async () => {
    const playbook = read('ansible/alinux3-playbook-standard.yml');
    const first = unwrap(await applyAnsible(fresh, playbook));
    expect({ failed: first.failed, exitCode: first.exitCode }, first.stdout + first.stderr).toEqual({
      failed: 0,
      exitCode: 0,
    });
    expect(first.changed).toBeGreaterThan(0);
    expect(await results(fresh)).toEqual(allPass);
    const second = unwrap(await applyAnsible(fresh, playbook));
    expect({ failed: second.failed, changed: second.changed }, second.stdout).toEqual({
      failed: 0,
      changed: 0,
    });
  }, 900_000);

  test('oscap itself repairs with the remediation in the data stream', async () => {
    await fresh.write('/root/ds.xml', read('scapc-alinux3-ds.xml'));
    const { exitCode, stderr } = await fresh.exec([
      'oscap',
      'xccdf',
      'eval',
      '--remediate',
      '--profile',
      `${prefix}profile_standard`,
      '/root/ds.xml',
    ]);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(await results(fresh)).toEqual(allPass);
  });

  test('a profile that extends another takes its rules, leaves one out and chooses another value', async () => {
    expect(await results(good, 'mail_gateway')).toEqual({
      ...allPass,
      postfix_network_listening_disabled: 'notselected',
      postfix_client_configure_relayhost: 'fail',
    });
    const repaired = await applyBash(good, read('bash/alinux3-script-mail_gateway.sh'));
    expect(repaired.exitCode).toBe(0);
    expect(await good.read('/etc/postfix/main.cf')).toContain('\nrelayhost = [smtp.$mydomain]:587\n');
    expect((await results(good, 'mail_gateway')).postfix_client_configure_relayhost).toBe('pass');
  });

  test('without the package, rules about its files do not apply', async () => {
    await good.exec(['bash', '-c', 'dnf -y -q remove postfix']);
    expect(await results(good)).toEqual({
      package_postfix_installed: 'fail',
      postfix_client_configure_mail_alias: 'notapplicable',
      postfix_client_configure_mail_alias_postmaster: 'notapplicable',
      postfix_client_configure_relayhost: 'notapplicable',
      postfix_network_listening_disabled: 'notapplicable',
      service_postfix_enabled: 'notapplicable',
    });
  });

  test('another system is recognised as one that the benchmark is not for', async () => {
    await good.exec(['rpm', '-e', '--nodeps', 'alinux-release']);
    expect(new Set(Object.values(await results(good)))).toEqual(new Set(['notapplicable']));
  });
});
