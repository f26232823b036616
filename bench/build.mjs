/**
 * Builds synthetic content roots of growing size with the compiled scapc, whole process each, and prints time
 * and peak memory. Figures, not assertions: what counts is how they grow.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { files } from './synthetic.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url));
const sizes = process.argv.slice(2).map(Number);
const work = mkdtempSync(join(tmpdir(), 'scapc-bench-'));

try {
  print('content', 'seconds', 'peak MB', 'ms per rule', 'after an edit');
  report('content/ (alinux3)', join(repository, 'content'), 0, ['alinux3']);
  for (const size of sizes.length > 0 ? sizes : [100, 1000, 10_000]) {
    const content = join(work, String(size));
    for (const [path, text] of files(size)) write(join(content, path), text);
    report(`${size} rules`, content, size, ['box']);
    rmSync(content, { recursive: true });
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

function report(name, content, rules, products) {
  const arguments_ = ['build', ...products, '--content', content];
  const { seconds, megabytes } = timed([...arguments_, '--no-cache']);
  const perRule = rules ? ((seconds * 1000) / rules).toFixed(2) : '';
  print(name, seconds.toFixed(2), megabytes.toFixed(0), perRule, rules ? afterEdit(content, arguments_) : '');
  rmSync(join(work, 'dist'), { recursive: true });
}

/** Seconds of a build after another one, when the description of one rule was edited in between. */
function afterEdit(content, arguments_) {
  timed(arguments_);
  const folders = readdirSync(content, { recursive: true, withFileTypes: true });
  const rule = folders.find(({ name }) => name === 'rule.yml');
  const path = join(rule.parentPath, rule.name);
  writeFileSync(path, readFileSync(path, 'utf8').replace('rationale: |\n', 'rationale: |\n  Edited.\n\n'));
  return timed(arguments_).seconds.toFixed(2);
}

/** A run of the command as a whole process. */
function timed(arguments_) {
  const main = join(repository, 'lib/cli/main.js');
  const command = [process.execPath, main, ...arguments_, '--out', join(work, 'dist')];
  const { status, stderr } = spawnSync('/usr/bin/env', ['time', '-f', '%e %M', ...command], {
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: join(work, 'cache') },
  });
  if (status !== 0) throw new Error(stderr);
  const [seconds, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { seconds, megabytes: kilobytes / 1024 };
}

function print(...cells) {
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(20) : cell.padStart(12))).join(''));
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
