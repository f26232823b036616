import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

  test('killed in the middle, it leaves no process and no mount behind', async () => {
    const dir = demoContent(['hangs']);
    const main = join(repository, 'lib/cli/main.js');
    const child = spawn(process.execPath, [main, 'test', 'hangs'], { cwd: dir, stdio: 'ignore' });
    const sleeping = (): boolean => processes().some((line) => line.includes(`sleep\u0000600\u0000`));
    await vi.waitFor(() => expect(sleeping()).toBe(true), { timeout: 120_000, interval: 200 });
    child.kill('SIGKILL');
    await vi.waitFor(() => expect(sleeping()).toBe(false), { timeout: 30_000, interval: 200 });
    expect(readFileSync('/proc/self/mounts', 'utf8')).not.toMatch(/^scapc /m);
  });
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

function processes(): string[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      return /^\d+$/.test(name) ? [readFileSync(`/proc/${name}/cmdline`, 'utf8')] : [];
    } catch {
      return [];
    }
  });
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
