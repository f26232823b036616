/**
 * The guide of the largest Debian data streams: how long it takes to write, how large it is, how fast it is in
 * a browser; beside `oscap xccdf generate guide` on the same files. Figures, no assertions.
 *
 *   npm run bench:guide [-- FILE…]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const content = '/usr/share/xml/scap/ssg/content/';
const usual = ['ssg-rhel8-ds.xml', 'ssg-rhel9-ds.xml', 'ssg-ol8-ds.xml'].map((name) => content + name);
const files = process.argv.length > 2 ? process.argv.slice(2) : usual.filter(existsSync);
const writer = fileURLToPath(new URL('guide-writer.mjs', import.meta.url));
const queries = ['password minimum length', 'selinx enforcing', 'AC-6(1)', 'audit rules for privileged', 'cce-80', 'sshd'];

const folder = mkdtempSync(join(tmpdir(), 'scapc-bench-'));
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  for (const file of files) console.log(`${basename(file)}\n${table({ ...written(file), ...(await shown()), ...theirs(file) })}\n`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Reads the file and writes its guide, in a process of its own. */
function written(file) {
  rmSync(join(folder, 'guide'), { recursive: true, force: true });
  const figures = JSON.parse(execFileSync(process.execPath, [writer, file, join(folder, 'guide')], { encoding: 'utf8' }));
  const assets = join(folder, 'guide', 'assets');
  const index = statSync(join(folder, 'guide', 'index.html')).size;
  const rest = readdirSync(assets).reduce((sum, name) => sum + statSync(join(assets, name)).size, 0);
  return {
    'read, s': seconds(figures.read),
    'guide made, s': seconds(figures.made),
    'guide written, s': seconds(figures.written),
    'whole process, s': seconds(figures.whole),
    'peak memory, MB': Math.round(figures.memory / 1024),
    'size, MB': ((index + rest) / 1e6).toFixed(1),
    'script, KB': Math.round(statSync(join(assets, 'guide.js')).size / 1000),
    'style, KB': Math.round(statSync(join(assets, 'guide.css')).size / 1000),
  };
}

/** Uses the guide in a browser, from the disk. */
async function shown() {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(pathToFileURL(join(folder, 'guide', 'index.html')).href);
  const first = await page.evaluate(firstPaint);
  await page.waitForTimeout(3000);
  const keys = await page.evaluate(typed, queries);
  const drawers = await page.evaluate(opened);
  const frames = await page.evaluate(scrolled);
  await page.close();
  return {
    'first list on screen, ms': first,
    'keystroke to list, median ms': quantile(keys, 0.5),
    'keystroke to list, 95 % ms': quantile(keys, 0.95),
    'drawer open, 95 % ms': quantile(drawers, 0.95),
    'frames of a scroll': frames.length,
    'frames over 34 ms': frames.filter((time) => time > 34).length,
  };
}

/** What OpenSCAP's own generator takes for one profile of the file. */
function theirs(file) {
  const out = join(folder, 'theirs.html');
  const start = performance.now();
  const { status } = spawnSync('oscap', ['xccdf', 'generate', 'guide', '--output', out, file]);
  if (status !== 0 || !existsSync(out)) return { 'oscap generate guide': 'failed' };
  return {
    'oscap generate guide, s (no profile)': seconds(performance.now() - start),
    'its size, MB': (statSync(out).size / 1e6).toFixed(1),
  };
}

async function firstPaint() {
  const [entry] = performance.getEntriesByName('first-contentful-paint');
  return Math.round(entry?.startTime ?? -1);
}

/** Types each query, letter by letter; the time until the list with its hits is painted. */
async function typed(queries) {
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const input = document.getElementById('search');
  const times = [];
  for (const query of queries) {
    for (let end = 1; end <= query.length; end++) {
      await painted();
      const start = performance.now();
      input.value = query.slice(0, end);
      input.dispatchEvent(new Event('input'));
      await painted();
      times.push(performance.now() - start);
    }
  }
  input.value = '';
  input.dispatchEvent(new Event('input'));
  return times;
}

async function opened() {
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const links = [...document.querySelectorAll('#list > li > a')].filter((_, index) => index % 60 === 0);
  const times = [];
  for (const link of links) {
    await painted();
    const start = performance.now();
    link.click();
    await painted();
    times.push(performance.now() - start);
  }
  return times;
}

/** Scrolls the whole list; the time of each frame. */
async function scrolled() {
  const pane = document.getElementById('listing');
  const times = [];
  let before = await new Promise(requestAnimationFrame);
  pane.scrollTop = 0;
  for (let at = 0; at + pane.clientHeight < pane.scrollHeight && times.length < 2000; at += 300) {
    pane.scrollTop = at;
    const now = await new Promise(requestAnimationFrame);
    times.push(now - before);
    before = now;
  }
  return times;
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? -1);
}

function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(2);
}

function table(figures) {
  return Object.entries(figures)
    .map(([name, value]) => `  ${name.padEnd(40)}${String(value).padStart(10)}`)
    .join('\n');
}
