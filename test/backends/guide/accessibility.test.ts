import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openFile, screenshot, useBrowser, violations, writeGuide } from './browser.js';
import { fixture } from './fixture.js';

useBrowser();

let guide = '';
beforeAll(async () => {
  guide = await writeGuide(fixture);
});

const views = [
  ['list', ''],
  ['list of a search', '#?q=postfix'],
  ['empty list', '#?q=nothingatall'],
  ['drawer of a rule', '#rule-postfix_relayhost?profile=profile-strict'],
  ['drawer of a value', '#value-relayhost'],
  ['drawer of a group', '#group-mail'],
  ['tree', '#?group=group-mail_server'],
  ['overview', '#?view=overview'],
  ['compare', '#?view=compare&a=profile-standard&b=profile-strict'],
  ['tailoring', '#?view=tailoring'],
] as const;

describe.each(['light', 'dark'] as const)('axe-core finds nothing in the %s', (colorScheme) => {
  test.each(views)('%s', async (name, hash) => {
    const { page } = await openFile(guide, hash, { colorScheme });
    await page.waitForTimeout(200);
    for (const summary of await page.locator('#drawer details > summary').all()) await summary.click();
    expect(await violations(page)).toEqual([]);
    if (colorScheme === 'dark') await screenshot(page, `dark-${name.replace(/ /g, '-')}`);
    await page.close();
  });

  test('a tailoring in work', async () => {
    const { page } = await openFile(guide, '#?view=tailoring&profile=profile-strict', { colorScheme });
    await page.getByRole('button', { name: 'Start tailoring' }).click();
    await page.getByRole('link', { name: 'Change rules and values in the list' }).click();
    await page.getByRole('checkbox', { name: 'Select The Postfix package is installed' }).uncheck();
    await page.getByRole('link', { name: 'The Postfix package is installed' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Review and export' }).click();
    await page.waitForTimeout(100);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});

test('on a phone, list and drawer', async () => {
  const { page } = await openFile(guide, '', { viewport: { width: 360, height: 740 } });
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'through a specific host' }).click();
  expect(await violations(page)).toEqual([]);
  await page.close();
});

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const node = document.activeElement;
    return node?.getAttribute('aria-label') ?? node?.textContent?.trim() ?? '';
  });

test('all of it works by keyboard, and the focus is always on something', async () => {
  const { page } = await openFile(guide, '', {});
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the list');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('Mail Server Software');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await page.locator('#drawer-title').textContent()).toBe('Postfix relayhost');
  const seen = new Set<string>();
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    const where = await page.evaluate(() =>
      document.activeElement === document.body ? 'body' : 'somewhere',
    );
    seen.add(await focused(page));
    if (where === 'body') break;
  }
  for (const control of ['Previous entry', 'Next entry', 'Copy the link to this entry', 'Close'])
    expect(seen).toContain(control);
  await page.getByRole('button', { name: 'Use the dark theme' }).focus();
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('Use the light theme');
  expect(await page.evaluate(() => document.documentElement.className)).toContain('dark');
  await page.close();
});
