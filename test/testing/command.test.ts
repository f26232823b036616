import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { repository, scapc } from '../support/cli.js';
import { demoContent } from './content.js';

vi.setConfig({ testTimeout: 600_000 });

const times = /\d+\.\d s/g;

describe('scapc test, on real systems', () => {
  test('a rule that is right, and rules that are wrong: each is told what it is', async () => {
    const dir = demoContent(['good', 'check_cannot_fail', 'never_repaired', 'repaired_again_and_again']);
    const { code, stdout, stderr } = await scapc(['test'], { cwd: dir });
    expect(stderr).toBe('');
    expect(code).toBe(1);
    const lines = stdout.replace(times, 'T');
    expect(lines.slice(0, lines.indexOf('\n\n'))).toBe(
      `RULE                      SCENARIO  TRIED                      RESULT  TIME
check_cannot_fail         off       scan: fail                 FAILED  T
good                      gone      scan: fail                 ok      T
  not repaired: the file is no file
good                      off       scan: fail, bash, ansible  ok      T
  not exercised: whether anybody reads the file
good                      on        scan: pass                 ok      T
never_repaired            off       scan: fail, bash           FAILED  T
  the rule has no remediation in Ansible
repaired_again_and_again  off       scan: fail, bash, ansible  FAILED  T`,
    );
    expect(lines).toContain(`FAILED check_cannot_fail, off.fail (alinux3): the scan gives pass, not fail
  what the check found:
    check_cannot_fail is on: true
        looked for:  filepath = /etc/demo.conf, pattern pattern match "^check_cannot_fail (.*)$", instance greater than or equal 1
        found:       filepath = /etc/demo.conf, path = /etc, filename = demo.conf, pattern = "^check_cannot_fail (.*)$", instance = 1, line = "^check_cannot_fail (.*)$", text = "check_cannot_fail off", subexpression = off → true
        expected:    something is found, and each with subexpression pattern match "^.*$"
`);
    expect(lines).toContain(
      'FAILED never_repaired, off.fail (alinux3): after the Bash remediation the scan gives fail, not pass\n',
    );
    expect(lines).toContain('subexpression = even → false\n');
    expect(lines).toContain('  standard output:\n    [1/1] The rule never_repaired\n    nearly\n');
    expect(
      lines,
    ).toContain(`FAILED repaired_again_and_again, off.fail (alinux3): the Bash remediation, run once more, changes the system again
  changed:
    /etc/demo.conf: another content
`);
    expect(lines).toContain(
      'FAILED repaired_again_and_again, off.fail (alinux3): the playbook, run once more, changes the system again: changed=1\n',
    );
    expect(lines.trimEnd().split('\n').at(-1)).toBe(
      '6 scenarios of 4 rules: 3 passed, 3 failed; 1 repaired by Bash, 1 by Ansible; T',
    );
  });

  test('where a rule does not apply, its repairs must leave everything as it is', async () => {
    const dir = demoContent(['guarded', 'unguarded']);
    const { code, stdout, stderr } = await scapc(['test'], { cwd: dir });
    expect(stderr).toBe('');
    expect(code).toBe(1);
    const lines = stdout.replace(times, 'T');
    const end = 'changed=1\n';
    expect(
      lines.slice(0, lines.indexOf(end) + end.length),
    ).toBe(`RULE       SCENARIO  TRIED                               RESULT  TIME
guarded    off       scan: fail, bash, ansible           ok      T
guarded    without   scan: notapplicable, bash, ansible  ok      T
unguarded  off       scan: fail, bash, ansible           ok      T
unguarded  without   scan: notapplicable, bash, ansible  FAILED  T

FAILED unguarded, without.notapplicable (alinux3): the Bash remediation changes a system that the rule does not apply to
  changed:
    /etc/demo.conf: another content
  standard output:
    [1/1] The rule unguarded
    1 rules done, 0 failed, 0 without a remediation

FAILED unguarded, without.notapplicable (alinux3): the playbook changes a system that the rule does not apply to: changed=1
`);
    expect(lines.trimEnd().split('\n').at(-1)).toBe(
      '4 scenarios of 2 rules: 3 passed, 1 failed; 2 repaired by Bash, 2 by Ansible; T',
    );
  });

  test('a script that fails or cannot be read is told with what it printed; as JSON', async () => {
    const dir = demoContent(['script_with_mistake']);
    const { code, stdout, stderr } = await scapc(['test', '--format', 'json'], { cwd: dir });
    expect(stderr).toBe('');
    expect(code).toBe(1);
    const { results, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ scenarios: 2, passed: 0, failed: 2, seconds: expect.any(Number) });
    expect(results).toEqual([
      {
        product: 'alinux3',
        rule: 'script_with_mistake',
        scenario: 'exit',
        expected: 'pass',
        passed: false,
        seconds: expect.any(Number),
        steps: [{ name: 'state', passed: false }],
        failures: [
          {
            step: 'state',
            message: 'the script failed with exit code 1',
            details: [{ title: 'standard output', text: 'about to fail' }],
          },
        ],
      },
      expect.objectContaining({
        scenario: 'syntax',
        failures: [
          {
            step: 'state',
            message: 'the script failed with exit code 2',
            details: [{ title: 'standard error', text: expect.stringContaining('syntax error') }],
          },
        ],
      }),
    ]);
  });

  test('a script that hangs is stopped; as JUnit, into a file', async () => {
    const dir = demoContent(['hangs']);
    const ran = await scapc(['test', 'hangs', '--timeout', '2', '--format', 'junit', '--out', 'report.xml'], {
      cwd: dir,
    });
    expect({ ...ran, stdout: ran.stdout.replace(times, 'T') }).toEqual({
      code: 1,
      signal: null,
      stdout: '1 scenario of 1 rule: 0 passed, 1 failed; 0 repaired by Bash, 0 by Ansible; T\n',
      stderr: '',
    });
    expect(
      readFileSync(join(dir, 'report.xml'), 'utf8').replace(/time="[\d.]+"/g, 'time="T"'),
    ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="scapc test" tests="1" failures="1" time="T">
  <testsuite name="alinux3.hangs" tests="1" failures="1" time="T">
    <testcase classname="alinux3.hangs" name="slow.pass" time="T">
      <failure type="state" message="the script did not end within 2 s">standard output:
waiting</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  test('a playbook that hangs is stopped, and told with what it printed', async () => {
    const dir = demoContent(['playbook_hangs']);
    const { code, stdout } = await scapc(['test', '--timeout', '4'], { cwd: dir });
    expect(code).toBe(1);
    expect(stdout).toContain('(alinux3): the playbook did not end within 4 s\n  standard output:\n');
    expect(stdout).toContain('    TASK [Wait] ');
  });

  test.each(['hangs', 'playbook_hangs'])(
    'killed in the middle of %s, it leaves no process and no mount behind',
    async (rule) => {
      const dir = demoContent([rule]);
      const main = join(repository, 'lib/cli/main.js');
      const child = spawn(process.execPath, [main, 'test'], { cwd: dir, stdio: 'ignore' });
      const sleeping = (): string | undefined =>
        processes().find(
          (pid) => ifThere(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) === 'sleep\u0000600\u0000',
        );
      await vi.waitFor(() => expect(sleeping()).toBeDefined(), { timeout: 120_000, interval: 200 });
      const namespaceOf = (pid: string): string | undefined =>
        ifThere(() => readlinkSync(`/proc/${pid}/ns/pid`));
      const namespace = namespaceOf(sleeping() ?? '');
      const inside = (): string[] => processes().filter((pid) => namespaceOf(pid) === namespace);
      expect(namespace).toBeDefined();
      expect(inside().length).toBeGreaterThan(1);
      child.kill('SIGKILL');
      await vi.waitFor(() => expect(inside()).toEqual([]), { timeout: 30_000, interval: 200 });
      expect(readFileSync('/proc/self/mounts', 'utf8')).not.toMatch(/^scapc /m);
    },
  );
});

describe('scapc test, told something that it cannot do', () => {
  test('an unknown rule', async () => {
    const dir = demoContent(['good']);
    expect(await scapc(['test', 'god'], { cwd: dir })).toEqual({
      code: 1,
      signal: null,
      stdout: '',
      stderr: 'error[unknown-rule]: there is no rule `god`\n  hint: Did you mean `good`?\n\n1 error\n',
    });
  });

  test('a rule without scenarios', async () => {
    const dir = demoContent(['bare']);
    expect(await scapc(['test'], { cwd: dir })).toMatchObject({
      code: 1,
      stderr:
        'error[no-scenarios]: none of these rules has a scenario\n  hint: Write one beside a rule: tests/NAME.pass.sh or tests/NAME.fail.sh.\n\n1 error\n',
    });
  });

  test('without root rights', async () => {
    const dir = demoContent(['good']);
    const { code, stderr } = await asNobody(dir);
    expect(code).toBe(1);
    expect(stderr).toBe(
      'error[not-root]: a disposable root needs root rights; this process runs as user 65534\n  hint: Run it as root, for example with sudo.\n\n1 error\n',
    );
  });

  test('a base in which a program is missing', async () => {
    const dir = demoContent(['good']);
    mkdirSync(join(dir, 'base'));
    writeFileSync(join(dir, 'base', 'file'), '');
    const { code, stderr } = await scapc(['test', '--base', join(dir, 'base')], { cwd: dir });
    expect(code).toBe(1);
    expect(stderr).toContain(
      `error[base-unusable]: "${join(dir, 'base')}" cannot serve as the base of a root\n`,
    );
  });

  test('a number of jobs that is none', async () => {
    const { code, stderr } = await scapc(['test', '--jobs', '0']);
    expect(code).toBe(2);
    expect(stderr).toContain('It must be a whole number, 1 or more.');
  });
});

const processes = (): string[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name));

/** What is to be known about a process; nothing where it ended meanwhile. */
function ifThere(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Runs the command as the user nobody, who may read everything that it needs. */
async function asNobody(dir: string): Promise<{ code: number | null; stderr: string }> {
  chmodSync(dir, 0o755);
  const main = join(repository, 'lib/cli/main.js');
  const child = spawn(process.execPath, [main, 'test'], { cwd: dir, uid: 65534, gid: 65534 });
  let stderr = '';
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stderr };
}
