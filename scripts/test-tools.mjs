/**
 * Sees to the programs that the tests run for real. What is missing is installed where that is allowed (Debian,
 * as root); elsewhere it is named exactly and the tests do not start, so that none is skipped unnoticed.
 */
import { spawnSync } from 'node:child_process';
import { DEBIAN_PACKAGES } from '../lib/proving/debian-packages.js';

const packages = [
  ...DEBIAN_PACKAGES.map(({ name }) => name),
  ...['ansible-lint', 'chromium', 'libxml2-utils', 'openscap-utils', 'shellcheck', 'time', 'xsltproc'],
  ...['python3-jinja2', 'python3-yaml'],
  ...['ssg-base', 'ssg-debian', 'ssg-debderived', 'ssg-nondebian', 'ssg-applications'],
];

const missing = packages.filter((name) => !isInstalled(name));

if (missing.length > 0) {
  console.error(`The tests need these Debian packages: ${missing.join(' ')}`);
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).error) {
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

function isInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['--show', '--showformat', '${db:Status-Status}', name]);
  return stdout?.toString() === 'installed';
}

function run(command, args) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) process.exit(status ?? 1);
}
