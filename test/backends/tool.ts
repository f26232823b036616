import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The Debian package that brings each program. */
const packages: Readonly<Record<string, string>> = {
  oscap: 'openscap-scanner',
  shellcheck: 'shellcheck',
  'ansible-playbook': 'ansible-core',
  xmllint: 'libxml2-utils',
  xsltproc: 'xsltproc',
  bash: 'bash',
};

/** Runs a program that is not ours; a missing one fails the test, and says what to install. */
export function run(
  program: string,
  args: readonly string[],
  cwd?: string,
): { status: number; output: string } {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    cwd,
    env: { ...process.env, ANSIBLE_LOCALHOST_WARNING: 'False', ANSIBLE_NOCOLOR: '1', LC_ALL: 'C.UTF-8' },
  });
  if (error) {
    throw new Error(
      `cannot run ${program}: ${error.message}. Install Debian's ${packages[program] ?? program}.`,
    );
  }
  return { status: status ?? -1, output: `${stdout}${stderr}`.trim() };
}

/** Writes files into a folder that is gone after the test, and gives its path. */
export function folderWith(files: Iterable<{ readonly path: string; readonly content: string }>): string {
  const folder = mkdtempSync(join(tmpdir(), 'scapc-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** What a program says of a file with this content: nothing, where all is well. */
export function complaints(program: string, args: readonly string[], name: string, content: string): string {
  const folder = folderWith([{ path: name, content }]);
  const { status, output } = run(program, [...args, name], folder);
  return status === 0 && output === '' ? '' : `${output}\nstatus ${status}`;
}
