import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openFile, titles, useBrowser, writeGuide } from './browser.js';
import { fixture } from './fixture.js';

useBrowser();

let guide = '';
beforeAll(async () => {
  guide = await writeGuide(fixture);
});

/** Opens the guide and waits until the full texts are searched. */
async function ready(hash = ''): Promise<Page> {
  const { page } = await openFile(guide, hash);
  await page.waitForTimeout(300);
  return page;
}

describe('search', () => {
  test.each([
    ['by title', 'network listening', ['Disable Postfix Network Listening']],
    [
      'by id',
      'postfix_relayhost',
      ['Configure System to Forward All Mail through a specific host', 'Postfix relayhost'],
    ],
    ['by a word of the text', 'personnel', ['The Postfix package is installed']],
    ['with a typing mistake', 'personel', ['The Postfix package is installed']],
    ['by an identifier', 'CCE-85984-7', ['The Postfix package is installed']],
    ['by a reference', 'AC-6(1)', ['Configure System to Forward All Mail through a specific host']],
    ['by nothing that there is', 'kubernetes', []],
  ])('%s', async (_, query, expected) => {
    const page = await ready();
    await page.locator('#search').fill(query);
    await page.waitForTimeout(50);
    expect(await titles(page)).toEqual(expected);
    await page.close();
  });

  test('marks the hits, in the title or around the place in the text', async () => {
    const page = await ready();
    await page.locator('#search').fill('listening');
    expect(await page.locator('#list mark').allTextContents()).toContain('Listening');
    await page.locator('#search').fill('watched');
    expect(await page.locator('#list p').textContent()).toContain('A central host can be watched.');
    expect(await page.locator('#list mark').allTextContents()).toEqual(['watched']);
    await page.locator('#search').fill('');
    expect(await page.locator('#list mark').count()).toBe(0);
    expect(await page.locator('#list p').nth(3).textContent()).toBe(
      'Set up a relay host: relayhost = smtp.example.org.',
    );
    await page.close();
  });

  test('says how many entries there are', async () => {
    const page = await ready();
    await page.locator('#search').fill('clock');
    expect(await page.locator('#count').textContent()).toBe('1 of 9 entries');
    await page.locator('[role=status]', { hasText: '1 of 9 entries' }).waitFor({ state: 'attached' });
    await page.close();
  });
});

describe('filters', () => {
  test('by kind and severity', async () => {
    const page = await ready();
    await page.getByLabel('Rule', { exact: false }).first().check();
    expect(await titles(page)).toHaveLength(5);
    await page.getByRole('checkbox', { name: 'High' }).check();
    expect(await titles(page)).toEqual(['Disable Postfix Network Listening', 'Keep the clock right']);
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    expect(await titles(page)).toHaveLength(9);
    await page.close();
  });

  test.each([
    ['AC-6(1)', ['Configure System to Forward All Mail through a specific host']],
    ['AC-6', ['Configure System to Forward All Mail through a specific host']],
    [
      'CIS 5.2.x',
      ['The Postfix package is installed', 'Configure System to Forward All Mail through a specific host'],
    ],
    ['cis:5.2.1', ['The Postfix package is installed']],
    [
      'NIST SP 800-53 CM-6*',
      ['The Postfix package is installed', 'Configure System to Forward All Mail through a specific host'],
    ],
    ['nist 5.2.1', []],
  ])('by reference: %s', async (written, expected) => {
    const page = await ready();
    await page.locator('#filter-reference').fill(written);
    expect(await titles(page)).toEqual(expected);
    await page.close();
  });

  test('by check, remediation and platform', async () => {
    const page = await ready();
    const relay = ['Configure System to Forward All Mail through a specific host'];
    await page.locator('#filter-check').selectOption('Automated');
    expect(await titles(page)).toEqual(relay);
    await page.locator('#filter-check').selectOption('Any');
    await page.locator('#filter-remediation').selectOption('Ansible');
    expect(await titles(page)).toEqual(relay);
    await page.locator('#filter-remediation').selectOption('None');
    expect(await titles(page)).toHaveLength(4);
    await page.locator('#filter-remediation').selectOption('Any');
    await page.locator('#filter-platform').selectOption('package postfix and not a container');
    expect(await titles(page)).toEqual(relay);
    await page.close();
  });

  test('by a Group of the tree', async () => {
    const page = await ready();
    await page.getByRole('button', { name: 'Groups in Mail Server Software' }).click();
    await page.getByRole('button', { name: 'Operating a mail server 2 rules' }).click();
    expect(await titles(page)).toEqual([
      'Operating a mail server',
      'Disable Postfix Network Listening',
      'Let Postfix listen',
    ]);
    await page.close();
  });

  test('a reference in the drawer lists all that carries it', async () => {
    const page = await ready('#rule-postfix_relayhost');
    await page.getByRole('button', { name: 'CM-6(a)' }).click();
    expect(await titles(page)).toEqual([
      'The Postfix package is installed',
      'Configure System to Forward All Mail through a specific host',
    ]);
    await page.close();
  });
});

describe('order', () => {
  test('by title and by severity', async () => {
    const page = await ready('#?kind=rule');
    await page.getByLabel('Sort by').selectOption('Title');
    expect((await titles(page))[0]).toBe('Configure System to Forward All Mail through a specific host');
    await page.getByLabel('Sort by').selectOption('Severity');
    expect((await titles(page)).slice(0, 3)).toEqual([
      'Disable Postfix Network Listening',
      'Keep the clock right',
      'Configure System to Forward All Mail through a specific host',
    ]);
    await page.close();
  });
});

describe('the address', () => {
  test('carries the whole view, so that it can be sent to someone', async () => {
    const page = await ready();
    await page.locator('#search').fill('postfix');
    await page.getByRole('checkbox', { name: 'High' }).check();
    await page.getByLabel('Sort by').selectOption('Title');
    await page.getByRole('link', { name: 'Disable Postfix Network Listening' }).click();
    await page.waitForTimeout(300);
    const { hash } = new URL(page.url());
    expect(hash).toBe('#rule-postfix_network_listening_disabled?q=postfix&severity=high&sort=title');
    const other = await ready(hash);
    expect(await titles(other)).toEqual(['Disable Postfix Network Listening']);
    expect(await other.locator('#search').inputValue()).toBe('postfix');
    expect(await other.getByRole('checkbox', { name: 'High' }).isChecked()).toBe(true);
    expect(await other.locator('#drawer-title').textContent()).toBe('Disable Postfix Network Listening');
    await page.close();
    await other.close();
  });

  test.each(['#%', '#rule-nothing?view=nonsense&profile=nonsense&group=nonsense&severity=,,', '#?q=%00'])(
    'may be nonsense: %s',
    async (hash) => {
      const { page, errors } = await openFile(guide, hash);
      await page.waitForTimeout(200);
      expect(errors).toEqual([]);
      expect(await page.locator('#list-view').isVisible()).toBe(true);
      await page.close();
    },
  );
});
