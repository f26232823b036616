import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import axe from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type GuideOptions, guideFiles } from '../../../src/backends/guide/index.js';
import type { Benchmark } from '../../../src/model/benchmark.js';

const executablePath = '/usr/bin/chromium';
const usual = { viewport: { width: 1440, height: 900 }, acceptDownloads: true };
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where screenshots are written, for people to look at. */
const shots = fileURLToPath(new URL('../../../test-results/guide/', import.meta.url));

let browser: Browser;
/** The window that tests share which keep nothing in the browser. */
let shared: BrowserContext;
const folders: string[] = [];

/** Starts chromium for the tests of a file. */
export function useBrowser(): void {
  beforeAll(async () => {
    if (!existsSync(executablePath))
      throw new Error(`the guide's tests need Debian's chromium (${executablePath})`);
    browser = await chromium.launch({ executablePath, args: flags });
    shared = await browser.newContext(usual);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });
}

/** Writes a guide to a folder of its own and returns the path of its `index.html`. */
export async function writeGuide(benchmark: Benchmark, options: GuideOptions = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scapc-guide-'));
  folders.push(folder);
  for (const { path, content } of guideFiles(benchmark, options)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return join(folder, 'index.html');
}

/** What went wrong in a page, and what it asked the network for. */
export interface Opened {
  readonly page: Page;
  readonly errors: readonly string[];
  readonly requests: readonly string[];
}

/** Opens an address; a script error or a blocked request is noted. With options, even none: in a window of its own. */
export async function open(address: string, options?: BrowserContextOptions): Promise<Opened> {
  const context = options ? await browser.newContext({ ...usual, ...options }) : shared;
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address);
  return { page, errors, requests };
}

/** Opens a guide from the disk, at a place such as `#rule-x?q=mail`. */
export const openFile = (path: string, hash = '', options?: BrowserContextOptions): Promise<Opened> =>
  open(`${pathToFileURL(path).href}${hash}`, options);

/** Serves a folder below `/some/path/` and gives the address of its `index.html`. */
export async function serve(index: string): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const types: Readonly<Record<string, string>> = {
    html: 'text/html',
    js: 'text/javascript',
    css: 'text/css',
  };
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').replace(/^\/some\/path\//, '').replace(/[?#].*/, '');
    try {
      const body = await readFile(join(dirname(index), path === '' ? 'index.html' : path));
      const type = types[path.split('.').pop() ?? ''] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/some/path/index.html`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What axe-core finds against WCAG 2.2 A and AA, as `rule: element`; in a part of the page, or in all of it. */
export async function violations(page: Page, part = 'html'): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (selector) => {
    const engine = (globalThis as unknown as { axe: typeof axe }).axe;
    const found = await engine.run(selector, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    );
  }, part);
}

export async function screenshot(page: Page, name: string): Promise<void> {
  await mkdir(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

/** What the reader sees of an element, its white space as one space. */
export const shown = async (locator: Locator): Promise<string> =>
  // innerText and not textContent: what is hidden does not count.
  (await locator.innerText()).replace(/\s+/g, ' ').trim();

/** The titles in the list, as they stand on the screen. */
export const titles = (page: Page): Promise<string[]> => page.locator('#list > li > a').allTextContents();
