import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ALINUX3, applyAnsible, createPlatformRoot, type Root, unwrap } from '../../src/proving/index.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let root: Root;

beforeAll(async () => {
  root = unwrap(await createPlatformRoot(ALINUX3));
});

beforeEach(() => root.reset());

afterAll(() => root?.dispose());

async function bash(script: string): Promise<string> {
  const { stdout, stderr } = await root.exec(['bash', '-c', script]);
  return stdout + stderr;
}

test('it calls itself Alibaba Cloud Linux 3 wherever a program looks', async () => {
  expect(await bash('. /etc/os-release; echo $ID $VERSION_ID; cat /etc/redhat-release')).toBe(
    'alinux 3\nAlibaba Cloud Linux release 3 (OpenAnolis Edition)\n',
  );
  expect(await bash('rpm -q --qf "%{NAME} %{VERSION}\\n" alinux-release postfix')).toBe(
    'alinux-release 3\npostfix 3.5.8\n',
  );
  expect(await bash('ls /etc/debian_version; command -v dpkg apt-get')).toContain('No such file');
});

test('the package managers are there, and a removed package can be installed again', async () => {
  expect(await bash('yum -y -q remove postfix; rpm -q postfix; ls /etc/postfix/main.cf')).toContain(
    'not installed',
  );
  await bash('dnf -y -q install postfix');
  expect(await bash('rpm -q postfix; postconf -h inet_interfaces')).toBe(
    'postfix-3.5.8-7.al8.noarch\nlocalhost\n',
  );
});

test('the real systemctl keeps the state of units in symbolic links', async () => {
  const state = 'systemctl is-enabled postfix.service';
  expect(await bash(state)).toBe('disabled\n');
  await bash('systemctl enable postfix.service');
  expect(
    await bash(`${state}; readlink /etc/systemd/system/multi-user.target.wants/postfix.service`),
  ).toMatch(/^enabled\n.*\/postfix\.service\n$/);
  await bash('systemctl disable postfix; systemctl mask postfix');
  expect(await bash(`${state}; systemctl is-system-running`)).toBe('masked\noffline\n');
});

test('the stubs of Postfix edit and check files as the real commands do', async () => {
  await bash("postconf -e 'inet_interfaces = loopback-only' 'mynetworks=127.0.0.0/8 [::1]/128'");
  expect(
    await bash('postconf inet_interfaces mynetworks; postconf -h debugger_command; rpm -V postfix'),
  ).toBe(
    'inet_interfaces = loopback-only\nmynetworks = 127.0.0.0/8 [::1]/128\n' +
      'PATH=/bin:/usr/bin:/usr/local/bin:/usr/X11R6/bin ddd $daemon_directory/$process_name $process_id & sleep 5\n' +
      'S.5....T.  c /etc/postfix/main.cf\n',
  );
  await bash('postconf -X mynetworks');
  expect(
    await bash('postconf -n | grep -c mynetworks; newaliases && ls /etc/aliases.db; postmap /nothing'),
  ).toBe('0\n/etc/aliases.db\nfatal: open /nothing: No such file or directory\n');
});

test('Ansible gathers the facts of the platform, and its modules work', async () => {
  const run = unwrap(
    await applyAnsible(
      root,
      `- hosts: all
  tasks:
    - ansible.builtin.package_facts:
    - ansible.builtin.debug:
        msg: "{{ ansible_distribution }} {{ ansible_os_family }} {{ ansible_distribution_major_version }}
          {{ ansible_service_mgr }} {{ ansible_is_chroot }} {{ ansible_facts.packages.postfix[0].version }}"
    - ansible.builtin.dnf:
        name: mailx
        state: present
    - ansible.builtin.service:
        name: postfix
        enabled: true
`,
    ),
  );
  expect(run.stdout).toContain('Alibaba RedHat 3 systemd True 3.5.8');
  expect(run).toMatchObject({ exitCode: 0, changed: 2, failed: 0 });
  expect(await bash('rpm -q mailx; systemctl is-enabled postfix')).toBe(
    'mailx-12.5-29.al8.noarch\nenabled\n',
  );
});
