import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const repository = fileURLToPath(new URL('../..', import.meta.url));
const main = join(repository, 'lib/cli/main.js');

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Sends SIGKILL after so many milliseconds. */
  readonly killAfter?: number;
}

/** Runs the compiled scapc as a user does. */
export const scapc = (args: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  run(process.execPath, [main, ...args], options);

function run(
  command: string,
  args: readonly string[],
  { cwd = repository, env = {}, killAfter }: RunOptions,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NO_COLOR: '1', XDG_CACHE_HOME: join(repository, '.cache'), ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, stdout, stderr });
    });
  });
}

/** Runs the compiled scapc in a mount namespace of its own, after a shell command that may mount things there. */
export function scapcAfter(mounting: string, args: readonly string[], cwd: string): Promise<Ran> {
  const script = `${mounting} && exec "$0" "$@"`;
  return run('unshare', ['--mount', 'sh', '-c', script, process.execPath, main, ...args], { cwd });
}

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'scapc-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Writes files below a folder; paths use `/`. */
export function writeFiles(dir: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
}

/** A small content root of one product, with one rule of each way to write a check. Its own words, its own ids. */
export const smallContent: Readonly<Record<string, string>> = {
  'scapc.yml': `title: Content for tests
prefix: demo
reverse_dns: org.example.demo
version: 1.2.3
status: draft
status_date: 2026-01-02
references:
  nist:
    title: NIST SP 800-53
    url: https://example.org/nist
`,
  'products/box/product.yml': `product: box
full_name: Box OS
type: platform
benchmark_root: guide
profiles_root: products/box/profiles
pkg_manager: dnf
pkg_system: rpm
init_system: systemd
cpes:
  - id: box
    name: cpe:2.3:o:example:box:1:*:*:*:*:*:*:*
    title: Box OS 1
    check_id: installed_os_is_box
`,
  'products/box/profiles/base.profile': `title: Base
description: |
  For every box.
selections:
  - file_owner_right
  - var_owner=other
`,
  'guide/benchmark.yml': `title: Guide to {{full_name}}
description: |
  How to keep a box shut.
`,
  'guide/files/group.yml': `title: Files
description: |
  Files that matter.
`,
  'guide/files/var_owner.var': `title: The owner
description: |
  Who owns the file.
type: number
options:
  default: 0
  other: 1
`,
  'guide/files/file_owner_right/rule.yml': `title: The file belongs to its owner
description: |
  The file \`/etc/box\` must belong to {{value "var_owner"}}.
rationale: |
  Others could change it.
severity: medium
references:
  nist: [AC-6]
ocil: |
  Look at it with \`stat\`.
ocil_clause: it belongs to somebody else
`,
  'guide/files/file_owner_right/oval/shared.xml': `<def-group>
  <definition class="compliance" id="file_owner_right" version="1">
    <metadata>
      <title>The file belongs to its owner</title>
      <description>The owner of /etc/box is the one that was chosen.</description>
    </metadata>
    <criteria>
      <criterion comment="owner" test_ref="test_file_owner_right"/>
    </criteria>
  </definition>
  <unix:file_test id="test_file_owner_right" version="1" check="all" check_existence="all_exist" comment="owner of /etc/box">
    <unix:object object_ref="object_file_owner_right"/>
    <unix:state state_ref="state_file_owner_right"/>
  </unix:file_test>
  <unix:file_object id="object_file_owner_right" version="1">
    <unix:filepath>/etc/box</unix:filepath>
  </unix:file_object>
  <unix:file_state id="state_file_owner_right" version="1">
    <unix:user_id datatype="int" var_ref="var_owner"/>
  </unix:file_state>
  <external_variable id="var_owner" datatype="int" version="1" comment="the owner that was chosen"/>
</def-group>
`,
  'guide/files/file_owner_right/bash/shared.sh': `# reboot = false
# strategy = restrict
# complexity = low
# disruption = low

chown -- {{value "var_owner"}} /etc/box
`,
  'guide/files/file_owner_right/ansible/shared.yml': `# reboot = false
# strategy = restrict
# complexity = low
# disruption = low

- name: Give the file to its owner
  ansible.builtin.file:
    path: /etc/box
    owner: {{value "var_owner"}}
`,
  'shared/checks/oval/installed_os_is_box.xml': `<def-group>
  <definition class="inventory" id="installed_os_is_box" version="1">
    <metadata>
      <title>Box OS 1</title>
      <description>The system is a box.</description>
      <reference ref_id="cpe:/o:example:box:1" source="CPE"/>
    </metadata>
    <criteria>
      <criterion comment="box release" test_ref="test_installed_os_is_box"/>
    </criteria>
  </definition>
  <unix:file_test id="test_installed_os_is_box" version="1" check="all" check_existence="at_least_one_exists" comment="/etc/box-release">
    <unix:object object_ref="object_installed_os_is_box"/>
  </unix:file_test>
  <unix:file_object id="object_installed_os_is_box" version="1">
    <unix:filepath>/etc/box-release</unix:filepath>
  </unix:file_object>
</def-group>
`,
};

/** Writes the small content with some files changed or, where \`undefined\`, left out; gives its folder. */
export function contentWith(changes: Readonly<Record<string, string | Uint8Array | undefined>> = {}): string {
  const dir = temporaryFolder();
  const files: Record<string, string | Uint8Array> = { ...smallContent };
  for (const [path, content] of Object.entries(changes)) {
    if (content === undefined) delete files[path];
    else files[path] = content;
  }
  writeFiles(join(dir, 'content'), files);
  return dir;
}

/** One file of the small content with a text in it replaced; fails when the text is not there. */
export function changed(path: string, from: string, to: string): Record<string, string> {
  const text = smallContent[path];
  if (text === undefined || !text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  return { [path]: text.replace(from, () => to) };
}
