/**
 * Sees to the programs that the tests run for real. What is missing is installed where that is allowed (Debian,
 * as root); elsewhere it is named exactly and the tests do not start, so that none is skipped unnoticed.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

/** Debian package, and a file that it brings. */
const packages = {
  'openscap-scanner': '/usr/bin/oscap',
  'openscap-utils': '/usr/bin/oscap-docker',
  rpm: '/usr/bin/rpmbuild',
  'ansible-core': '/usr/bin/ansible-playbook',
  'python3-rpm': '/usr/lib/python3/dist-packages/rpm/__init__.py',
  'python3-jinja2': '/usr/lib/python3/dist-packages/jinja2/__init__.py',
  'python3-yaml': '/usr/lib/python3/dist-packages/yaml/__init__.py',
  shellcheck: '/usr/bin/shellcheck',
  chromium: '/usr/bin/chromium',
  'util-linux': '/usr/bin/unshare',
  'ssg-base': '/usr/share/doc/ssg-base',
  'ssg-debian': '/usr/share/doc/ssg-debian',
  'ssg-debderived': '/usr/share/doc/ssg-debderived',
  'ssg-nondebian': '/usr/share/doc/ssg-nondebian',
  'ssg-applications': '/usr/share/doc/ssg-applications',
};

const missing = Object.entries(packages).flatMap(([name, file]) => (exists(file) ? [] : [name]));

if (missing.length > 0) {
  console.error(`The tests need these Debian packages: ${missing.join(' ')}`);
  if (process.getuid?.() !== 0 || !exists('/usr/bin/apt-get')) {
    console.error(`Install them with: sudo apt-get install --yes ${missing.join(' ')}`);
    process.exit(1);
  }
  run('apt-get', ['update', '--quiet']);
  run('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', ...missing]);
}
if (process.getuid?.() !== 0) {
  console.error(
    'The tests scan and repair disposable systems, for which they must run as root: sudo npm test',
  );
  process.exit(1);
}

function exists(file) {
  try {
    accessSync(file, constants.F_OK);
    return true;
  } catch {
    return false;
  }
}

function run(command, args) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) process.exit(status ?? 1);
}
