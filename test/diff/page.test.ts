import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diffBenchmarks, formatHtml } from '../../src/diff/index.js';
import { release } from './pair.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const page = formatHtml(
  diffBenchmarks(
    release(),
    release({
      version: '2.0',
      description: 'Set the timeout to a <h:code>long</h:code> value.',
      script: `echo new\necho ${'long '.repeat(80)}\n`,
      references: ['AC-1', 'AC-3'],
      filepath: '/etc/new',
      value: '600',
      rules: [
        ['fresh', 'one'],
        ['wanders', 'two'],
      ],
      profile: '<select idref="xccdf_org.example_rule_wanders" selected="true"/>',
    }),
  ),
);

describe('the page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  const open = async (colorScheme: 'light' | 'dark', width: number) => {
    // The page forbids every script; only the test's own may run.
    const tab = await browser.newPage({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    await tab.setContent(page);
    return tab;
  };

  test.each(['light', 'dark'] as const)('axe finds nothing, %s, everything open', async (scheme) => {
    const tab = await open(scheme, 1200);
    for (const summary of await tab.locator('summary').all()) await summary.click();
    await tab.evaluate(axe);
    const { violations } = (await tab.evaluate('axe.run(document)')) as AxeResults;
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await tab.close();
  });

  test('details open by keyboard, and lines stand below each other', async () => {
    const tab = await open('light', 1200);
    await tab.locator('#rules-timeout summary').focus();
    await tab.keyboard.press('Enter');
    const lines = tab.locator('#rules-timeout pre').last().locator('span');
    const tops = await Promise.all(
      (await lines.all()).map(async (line) => (await line.boundingBox())?.y ?? 0),
    );
    expect(tops.length).toBeGreaterThan(2);
    expect([...new Set(tops)].sort((a, b) => a - b)).toEqual(tops);
    await tab.close();
  });

  test('on a phone nothing but scripts and the table scrolls sideways', async () => {
    const tab = await open('light', 360);
    for (const summary of await tab.locator('summary').all()) await summary.click();
    const width = await tab.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(360);
    await tab.close();
  });
});
