import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createRoot, type Root, unwrap } from '../../src/proving/index.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const PATIENTLY = { timeout: 60_000 };

let root: Root;

beforeAll(async () => {
  root = unwrap(await createRoot());
});

beforeEach(() => root.reset());

afterAll(() => root?.dispose());

test('a command sees the base, its input and its environment', async () => {
  const result = await root.exec(
    ['sh', '-c', 'cat; printf "%s %s" "$COLOUR" "$HOME"; echo bad >&2; exit 3'],
    {
      input: 'from outside\n',
      env: { COLOUR: 'green $(id)' },
    },
  );
  expect(result).toEqual({
    exitCode: 3,
    stdout: 'from outside\ngreen $(id) /root',
    stderr: 'bad\n',
    timedOut: false,
  });
});

test('a program that is not there has exit code 127', async () => {
  const result = await root.exec(['no-such-program']);
  expect(result.exitCode).toBe(127);
  expect(result.stderr).toContain('no-such-program');
});

test('a file that is written in the root does not appear on the host', async () => {
  await root.write('/etc/scapc-proof/a file', 'secret\n', 0o640);
  const listed = await root.exec(['stat', '--format', '%a %U %s', '/etc/scapc-proof/a file']);
  expect(listed.stdout).toBe('640 root 7\n');
  expect(await root.read('/etc/scapc-proof/a file')).toBe('secret\n');
  expect(existsSync('/etc/scapc-proof')).toBe(false);
});

test('a symbolic link is followed inside the root, not on the host', async () => {
  await root.exec(['ln', '-s', '/etc/scapc-target', '/etc/scapc-link']);
  await root.write('/etc/scapc-link', 'x');
  expect(await root.read('/etc/scapc-target')).toBe('x');
  expect(existsSync('/etc/scapc-target')).toBe(false);
});

test('a file that is not there reads as undefined', async () => {
  expect(await root.read('/etc/scapc-nothing')).toBeUndefined();
});

test('every file has one device number, so that a walk does not take it for another file system', async () => {
  await root.write('/etc/scapc-new', '');
  const files = ['/', '/etc', '/etc/passwd', '/etc/scapc-new', '/usr/bin/env', '/home'];
  const { stdout } = await root.exec(['stat', '--format', '%d', ...files]);
  expect(new Set(stdout.trim().split('\n')).size).toBe(1);
});

test('many files and links are written at once', async () => {
  await root.unpack([
    { path: '/etc/many/one', content: 'ä\n' },
    { path: '/etc/many/two', content: new Uint8Array([0, 255]), mode: 0o4755 },
    { path: '/etc/many/link', link: 'one' },
  ]);
  expect(await root.read('/etc/many/link')).toBe('ä\n');
  const two = await root.exec(['sh', '-c', 'stat --format %a /etc/many/two; od -An -tu1 /etc/many/two']);
  expect(two.stdout).toBe('4755\n   0 255\n');
});

test('reset brings the fresh state back', async () => {
  await root.exec([
    'sh',
    '-c',
    'echo changed >> /etc/passwd; rm /etc/hostname; sysctl -w kernel.panic=77; touch /run/x',
  ]);
  await root.exec(['sh', '-c', 'setsid sleep 4321 > /dev/null 2>&1 < /dev/null &']);
  await root.reset();
  expect(await root.read('/etc/passwd')).toBe(readFileSync('/etc/passwd', 'utf8'));
  const state = await root.exec(['sh', '-c', 'cat /proc/sys/kernel/panic; ls /run; ps -e -o args=']);
  expect(state.stdout).not.toContain('77');
  expect(state.stdout).not.toMatch(/^x$/m);
  expect(state.stdout).not.toContain('4321');
});

test('a kernel parameter that is set in the root changes there alone', async () => {
  const before = readFileSync('/proc/sys/kernel/randomize_va_space', 'utf8');
  const result = await root.exec(['sysctl', '-w', 'kernel.randomize_va_space=1', 'net.ipv4.route.flush=1']);
  expect(result.exitCode).toBe(0);
  expect(await root.read('/proc/sys/kernel/randomize_va_space')).toBe('1\n');
  expect(readFileSync('/proc/sys/kernel/randomize_va_space', 'utf8')).toBe(before);
});

test('what belongs to the people of the machine is not there', async () => {
  const personal = await root.exec(['ls', '-A', '/tmp', '/home', '/usr/local', '/root']);
  expect(personal.stdout).toBe('/home:\n\n/root:\n\n/tmp:\n\n/usr/local:\n');
  expect((await root.exec(['stat', '--format', '%a', '/tmp', '/root'])).stdout).toBe('1777\n700\n');
  const top = (await root.exec(['ls', '-A', '/'])).stdout.trim().split('\n');
  expect(top).toEqual(expect.arrayContaining(['bin', 'dev', 'etc', 'proc', 'run', 'sys', 'usr', 'var']));
  expect(
    top.filter((name) => !name.match(/^(lib.*|lost.found|boot|home|media|mnt|opt|root|s?bin|srv|tmp)$/)),
  ).toEqual(['dev', 'etc', 'proc', 'run', 'sys', 'usr', 'var']);
});

test('of the packages of the machine, those of a freshly installed system and what proofs need are there', async () => {
  const here = execFileSync('dpkg-query', ['--show', '--showformat', '${Package} ${Priority}\\n'], {
    encoding: 'utf8',
  });
  const installed = "dpkg-query --show --showformat '${Package}\\n'";
  const packages = (await root.exec(['sh', '-c', installed])).stdout.trim().split('\n');
  const expected = [...here.matchAll(/^(\S+) (?:required|important|standard)$/gm)].map(([, name]) => name);
  expect(packages).toEqual(
    expect.arrayContaining([...expected, 'openscap-scanner', 'python3-apt', 'libopenscap25']),
  );
  // Which the tests of scapc need, but no proof.
  expect(here).toMatch(/^chromium /m);
  expect(packages).not.toContain('chromium');
  expect((await root.exec(['ls', '/usr/lib/chromium', '/usr/share/man'])).stdout).toBe('/usr/share/man:\n');
  // Neither dpkg nor apt misses anything.
  const check = await root.exec(['sh', '-c', 'dpkg --audit && apt-get check --quiet --quiet']);
  expect(check).toMatchObject({ exitCode: 0, stdout: '' });
});

test('each directory below /usr/share belongs to a package', async () => {
  const script = 'find /usr/share -type d ! -name __pycache__ -print0 | xargs --null dpkg --search';
  const { stdout, stderr } = await root.exec(['sh', '-c', script]);
  expect(stdout).toContain(': /usr/share/zoneinfo\n');
  expect(stderr).toBe('');
});

test('what was pushed stays through resets, until it is popped', async () => {
  await root.write('/etc/pushed', 'first\n');
  await root.push();
  await root.write('/etc/pushed', 'changed\n');
  expect([...(await root.changes()).keys()]).toEqual(['/etc', '/etc/pushed']);
  await root.reset();
  expect(await root.read('/etc/pushed')).toBe('first\n');
  expect([...(await root.changes())]).toEqual([]);
  await root.write('/etc/more', 'x');
  await root.pop();
  expect(await root.read('/etc/pushed')).toBeUndefined();
  expect(await root.read('/etc/more')).toBeUndefined();
  await root.push();
  await root.pop();
  expect([...(await root.changes())]).toEqual([]);
});

test('host name, network, devices and hardware of the host are out of reach', async () => {
  const script = `hostname changed; mknod /tmp/disk b 8 0 && echo made; ls /dev; cat /proc/net/dev; touch /sys/x`;
  const { stdout } = await root.exec(['sh', '-c', script]);
  expect(stdout).not.toContain('made');
  expect(stdout).not.toMatch(/\b(sda|vda|eth0)\b/);
  expect(execFileSync('hostname', { encoding: 'utf8' })).not.toContain('changed');
});

test('two roots at the same time do not see each other', async () => {
  const other = unwrap(await createRoot());
  try {
    const start = 'echo $1 > /etc/word; setsid sleep 9999 > /dev/null 2>&1 < /dev/null &';
    await Promise.all([
      root.exec(['sh', '-c', start, 'sh', 'one']),
      other.exec(['sh', '-c', start, 'sh', 'two']),
    ]);
    const look = ['sh', '-c', 'cat /etc/word; ps -e -o args= | grep -c "^sleep 9999$"'];
    await expect.poll(async () => (await root.exec(look)).stdout, PATIENTLY).toBe('one\n1\n');
    await expect.poll(async () => (await other.exec(look)).stdout, PATIENTLY).toBe('two\n1\n');
  } finally {
    await other.dispose();
  }
});

test('a fork starts with what was committed, and outlives its origin', async () => {
  const origin = unwrap(await createRoot());
  await origin.write('/etc/prepared', 'yes');
  await origin.commit();
  await origin.write('/etc/later', 'no');
  const forks = [unwrap(await origin.fork()), unwrap(await origin.fork())];
  try {
    expect(await origin.read('/etc/later')).toBe('no');
    await origin.dispose();
    await Promise.all(forks.map((fork, index) => fork.write('/etc/own', String(index))));
    const seen = await Promise.all(
      forks.flatMap((fork) => ['/etc/prepared', '/etc/own', '/etc/later'].map((path) => fork.read(path))),
    );
    expect(seen).toEqual(['yes', '0', undefined, 'yes', '1', undefined]);
    await forks[0]?.reset();
    expect(await forks[0]?.read('/etc/own')).toBeUndefined();
    expect(await forks[0]?.read('/etc/prepared')).toBe('yes');
  } finally {
    await Promise.all(forks.map((fork) => fork.dispose()));
  }
});

test('a command that takes too long is killed with all that it started', async () => {
  const result = await root.exec(['sh', '-c', 'echo begun; setsid sleep 6543 & sleep 6544'], {
    timeoutMs: 2000,
  });
  expect(result).toMatchObject({ timedOut: true, exitCode: 137, stdout: 'begun\n' });
  expect((await root.exec(['ps', '-e', '-o', 'args='])).stdout).not.toContain('sleep');
});

test('a daemon that keeps the output open does not hold a command up', async () => {
  const result = await root.exec(['sh', '-c', 'sleep 7654 & echo started'], { timeoutMs: 20_000 });
  expect(result).toMatchObject({ stdout: 'started\n', exitCode: 0, timedOut: false });
});

test('a root that was disposed of says so', async () => {
  const gone = unwrap(await createRoot());
  await gone.dispose();
  await gone.dispose();
  await expect(gone.exec(['true'])).rejects.toMatchObject({ problem: { code: 'root-gone' } });
});

test('a full root is an error, and the root goes on', async () => {
  const small = unwrap(await createRoot({ sizeMiB: 1 }));
  try {
    const write = small.write('/etc/big', Buffer.alloc(2 * 1024 * 1024));
    await expect(write).rejects.toThrow('No space left on device');
    await small.reset();
    expect((await small.exec(['true'])).exitCode).toBe(0);
  } finally {
    await small.dispose();
  }
});

/** A system that is as small as can be: a shell and a device, in a folder of which the name is hard to handle. */
const makeSystem = `mkdir 'a, system:' && cd 'a, system:' && mkdir bin dev lib lib64 && cp /bin/sh /bin/cat bin
cp -L /lib64/ld-linux* lib64 && cp -L /lib/*/libc.so.6 lib && ln -s /etc/elsewhere link && mknod dev/null c 1 3`;

describe('a base of somebody else', () => {
  let folder: string;
  const sh = (script: string): string =>
    execFileSync('bash', ['-euc', script], { cwd: folder, encoding: 'utf8' });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'scapc-base-'));
    sh(makeSystem);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test('a directory serves, and stays as it is', async () => {
    const based = unwrap(await createRoot({ base: join(folder, 'a, system:') }));
    const result = await based.exec(['/bin/sh', '-c', 'echo made > /new; cat /new; echo /*']);
    await based.dispose();
    expect(result.stdout).toBe('made\n/bin /dev /lib /lib64 /link /new /proc /run /sys\n');
    expect(sh("ls -A 'a, system:'")).toBe('bin\ndev\nlib\nlib64\nlink\n');
  });

  test.each(['gzip', 'xz', 'zstd'])(
    'a tarball by %s serves; it is unpacked where nothing of it stays',
    async (program) => {
      sh(`tar -C 'a, system:' -cf system.${program} --use-compress-program=${program} .`);
      const based = unwrap(await createRoot({ base: join(folder, `system.${program}`) }));
      const fork = unwrap(await based.fork());
      await based.dispose();
      const result = await fork.exec(['/bin/sh', '-c', 'echo made > /new; cat /new; echo /*']);
      await fork.dispose();
      expect(result.stdout).toBe('made\n/bin /dev /lib /lib64 /link /new /proc /run /sys\n');
    },
  );

  test.each([
    ['that is not there', 'true', 'There is no such file or directory.\n'],
    ['that is an empty folder', 'mkdir it', 'failed to run command'],
    ['that is empty', ': > it', 'This does not look like a tar archive'],
    ['that is no tarball', 'echo text > it', 'This does not look like a tar archive'],
    [
      'that ends too early',
      "tar -C 'a, system:' -czf it .; truncate -s 500000 it",
      'Unexpected EOF in archive',
    ],
    [
      'with a file outside',
      "touch file; tar -cf it --transform 's:^:../:' file",
      "Member name contains '..'",
    ],
    [
      'with a file behind a link that leads outside',
      `ln -s "$PWD" way; mkdir -p x/way; touch x/way/out; tar -cf it way; tar -C x -rf it way/out`,
      'way/out: Cannot open',
    ],
    [
      'with a device',
      'mkdir -p x/tmp; mknod x/tmp/disk b 7 99; tar -C x -cf it .',
      'It holds a device: /tmp/disk\n',
    ],
  ])('one %s is a clear problem, and nothing is written', async (_, make, detail) => {
    sh(`rm -rf it x way out; ${make}`);
    const before = sh('ls -AR');
    expect(await createRoot({ base: join(folder, 'it') })).toMatchObject({
      ok: false,
      problem: { code: 'base-unusable', detail: expect.stringContaining(detail) },
    });
    expect(sh('ls -AR')).toBe(before);
  });
});

test('kill -9 of the process that holds a root leaves neither process nor mount', async () => {
  const holder = spawn('node', [await bundle()], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = (await once(holder.stdout, 'data')) as [Buffer];
    const { argument } = JSON.parse(line.toString()) as { argument: string };
    await expect.poll(() => pidOf(argument), PATIENTLY).toBeDefined();
    const pid = pidOf(argument);
    const namespaces = ['mnt', 'pid'].map((kind) => readlinkSync(`/proc/${pid}/ns/${kind}`));
    expect(readFileSync(`/proc/${pid}/mountinfo`, 'utf8')).toContain(' overlay ');
    holder.kill('SIGKILL');
    await expect.poll(() => processesIn(namespaces), PATIENTLY).toEqual([]);
    expect(readFileSync('/proc/self/mountinfo', 'utf8')).not.toContain('scapc');
  } finally {
    holder.kill('SIGKILL');
  }
});

test('without root rights the problem says what is needed', async () => {
  const nobody = ['--reuid', 'nobody', '--regid', 'nogroup', '--clear-groups'];
  const output = execFileSync('setpriv', [...nobody, process.execPath, await bundle()], { encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual({
    code: 'not-root',
    message: 'A disposable root needs root rights; this process runs as user 65534.',
    hint: 'Run it as root, for example with sudo.',
  });
});

let bundled: string | undefined;
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** The program of `hold-root.ts`, in a folder that any user can read. */
async function bundle(): Promise<string> {
  if (bundled) return bundled;
  const folder = mkdtempSync(join(tmpdir(), 'scapc-hold-'));
  folders.push(folder);
  await chmod(folder, 0o755);
  bundled = join(folder, 'hold-root.mjs');
  const entry = join(import.meta.dirname, 'hold-root.ts');
  await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile: bundled });
  return bundled;
}

function processes(): string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
}

function pidOf(argument: string): string | undefined {
  return processes().find((pid) => {
    const words = reading(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.split('\0');
    return words?.[0] === 'sleep' && words[1] === argument;
  });
}

function processesIn(namespaces: readonly string[]): string[] {
  return processes().filter((pid) =>
    ['mnt', 'pid'].some((kind) =>
      namespaces.includes(reading(() => readlinkSync(`/proc/${pid}/ns/${kind}`)) ?? ''),
    ),
  );
}

/** What a function reads of a process, unless the process ended meanwhile. */
function reading<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
