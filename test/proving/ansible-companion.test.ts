import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AnsibleRun, applyAnsible, createRoot, type Root, unwrap } from '../../src/proving/index.js';

let root: Root;

beforeAll(async () => {
  root = unwrap(await createRoot());
});

beforeEach(() => root.reset());

afterAll(() => root?.dispose());

async function play(tasks: string, timeoutMs?: number): Promise<AnsibleRun> {
  const playbook = `- hosts: all\n  tasks:\n${tasks.replace(/^(?=.)/gm, '    ')}`;
  const time = timeoutMs === undefined ? {} : { timeoutMs };
  return unwrap(await applyAnsible(root, playbook, { inCopy: true, gatherFacts: false, ...time }));
}

const companions = async (): Promise<string> =>
  (await root.exec(['pgrep', '--full', 'Connection.exec_command'])).stdout;

test('the companion outlives a reset, and each playbook works on the root as it is then', async () => {
  const write = `- ansible.builtin.lineinfile: {path: /etc/demo, line: from the playbook, create: true}
- ansible.builtin.command: cat /etc/demo /proc/sys/kernel/hostname /proc/self/cgroup
`;
  await root.write('/etc/demo', 'from the state\n');
  expect(await play(write)).toMatchObject({ exitCode: 0, changed: 2 });
  const first = await companions();
  await root.reset();
  expect(await root.read('/etc/demo')).toBeUndefined();
  expect(await play(write)).toMatchObject({ exitCode: 0, changed: 2 });
  expect(await root.read('/etc/demo')).toBe('from the playbook\n');
  expect(await companions()).toBe(first);
  expect(first).toMatch(/^\d+\n$/);
  expect((await root.exec(['ls', '/run'])).stdout).toBe('lock\n');
});

test('after a commit it knows what was committed', async () => {
  await play('- ansible.builtin.command: "true"\n');
  const former = await companions();
  await root.write(
    '/usr/share/ansible/plugins/modules/brought.py',
    '#!/usr/bin/python3\nprint(\'{"changed": true}\')\n',
  );
  await root.commit();
  expect(await play('- brought:\n')).toMatchObject({ exitCode: 0, changed: 1 });
  expect(await companions()).not.toBe(former);
});

test('it outlives a push and a pop, and a playbook works on what was pushed', async () => {
  await play('- ansible.builtin.command: "true"\n');
  const former = await companions();
  await root.write('/etc/demo', 'pushed\n');
  await root.push();
  const grep = '- ansible.builtin.command: grep pushed /etc/demo\n';
  expect(await play(grep)).toMatchObject({ exitCode: 0 });
  await root.pop();
  expect(await play(grep)).toMatchObject({ exitCode: 2 });
  expect(await companions()).toBe(former);
});

test('a playbook that takes too long is killed with all that it started; the next one runs', async () => {
  expect(await play('- ansible.builtin.command: sleep 4321\n', 3000)).toMatchObject({
    timedOut: true,
    stdout: expect.stringContaining('TASK [ansible.builtin.command]'),
  });
  expect((await root.exec(['pgrep', 'sleep'])).stdout).toBe('');
  expect(await play('- ansible.builtin.command: "true"\n')).toMatchObject({ exitCode: 0, timedOut: false });
});

test('a playbook that kills everything ends itself alone', async () => {
  const run = await play('- ansible.builtin.shell: kill -9 -1\n');
  expect(run).toMatchObject({ timedOut: false, exitCode: 137 });
  expect(await play('- ansible.builtin.command: "true"\n')).toMatchObject({ exitCode: 0 });
});

test('a root without Ansible is a problem that names the package', async () => {
  await root.exec(['rm', '-r', '/usr/lib/python3/dist-packages/ansible']);
  await root.commit();
  expect(await applyAnsible(root, '- hosts: all\n', { inCopy: true })).toMatchObject({
    ok: false,
    problem: { code: 'tool-missing', hint: expect.stringContaining('ansible-core') },
  });
});
