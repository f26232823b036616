import { beforeAll, describe, expect, test } from 'vitest';
import { openFile, screenshot, shown, titles, useBrowser, writeGuide } from './browser.js';
import { fixture } from './fixture.js';

useBrowser();

let guide = '';
beforeAll(async () => {
  guide = await writeGuide(fixture);
});

const everything = [
  'Mail Server Software',
  'Postfix relayhost',
  'The Postfix package is installed',
  'Configure System to Forward All Mail through a specific host',
  'Operating a mail server',
  'Disable Postfix Network Listening',
  'Let Postfix listen',
  'Network time',
  'Keep the clock right',
];

describe('the list', () => {
  test('shows every Group, Rule and Value once, in document order, with excerpt, kind and severity', async () => {
    const { page, errors } = await openFile(guide);
    expect(await page.title()).toBe('Guide to the Secure Configuration of Example Linux 1');
    expect(await page.locator('#listing h2').textContent()).toBe(
      'Rules, Groups, and Values defined within the XCCDF Benchmark',
    );
    expect(await titles(page)).toEqual(everything);
    const row = page.locator('#list > li', { hasText: 'through a specific host' });
    expect(await row.locator('p').textContent()).toBe('Set up a relay host: relayhost = smtp.example.org.');
    expect(await row.locator('b').allTextContents()).toEqual(['Rule', 'Medium Severity']);
    await screenshot(page, 'list');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('keeps its place while the drawer opens and closes', async () => {
    const { page } = await openFile(guide, '', { viewport: { width: 1440, height: 420 } });
    const link = page.getByRole('link', { name: 'Operating a mail server' });
    const top = async () => (await link.boundingBox())?.y ?? 0;
    await link.scrollIntoViewIfNeeded();
    await page.waitForTimeout(100);
    const before = await top();
    await link.click();
    await page.getByRole('heading', { name: 'Operating a mail server' }).waitFor();
    expect(Math.abs((await top()) - before)).toBeLessThan(3);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(Math.abs((await top()) - before)).toBeLessThan(3);
    await page.close();
  });

  test('leads from entry to entry with the arrow keys', async () => {
    const { page } = await openFile(guide);
    await page.getByRole('link', { name: 'Mail Server Software' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'The Postfix package is installed',
    );
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Postfix relayhost');
    await page.close();
  });
});

describe('the drawer', () => {
  test('shows all that belongs to a rule', async () => {
    const { page, errors } = await openFile(guide);
    await page.getByRole('link', { name: 'through a specific host' }).click();
    const drawer = page.locator('#drawer');
    const text = await shown(drawer);
    for (const part of [
      'Rule Medium Severity',
      'Set up a relay host: relayhost = smtp.example.org.',
      'Rationale A central host can be watched.',
      'Warning (functionality) Mail stops when the host is down.',
      'xccdf_org.example.content_rule_postfix_relayhost',
      'CCE CCE-80000-1',
      'NIST SP 800-53 AC-6(1) CM-6(a)',
      'CIS Benchmark 5.2.10',
      'Applies to package postfix and not a container',
      'Requires The Postfix package is installed',
      'Postfix relayhost: smtp.example.org',
      'Run postconf relayhost',
      'It is a finding where it is empty.',
      'How to repair Name the host smtp.example.org in main.cf.',
    ]) {
      expect(text).toContain(part);
    }
    expect(await drawer.getByRole('link', { name: 'NIST SP 800-53' }).getAttribute('href')).toBe(
      'https://example.org/800-53',
    );
    await screenshot(page, 'drawer');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('shows the check as a tree, each test with its object, state and variable', async () => {
    const { page } = await openFile(guide, '#rule-postfix_relayhost');
    const logic = page.locator('#drawer .logic').first();
    await logic.getByText('relayhost is set').click();
    const text = await shown(logic);
    expect(text).toContain('OR at least one of these');
    expect(text).toContain('AND all of these it is configured');
    expect(text).toContain('NOT main.cf exists');
    expect(text).toContain('Text in files: at least one must exist, every one found must match the state.');
    expect(text).toContain('filepath is /etc/postfix/main.cf');
    expect(text).toContain('pattern matches ^relayhost\\s*=\\s*(\\S+)');
    expect(text).toContain('subexpression is all of smtp.example.org');
    await logic.getByText('postfix is absent').click();
    await logic.getByText('package postfix').click();
    expect(await shown(logic)).toContain('RPM package: none may exist.');
    await page.close();
  });

  test('has a tab for each remediation, coloured, with its text to copy', async () => {
    const { page } = await openFile(guide, '#rule-postfix_relayhost');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const drawer = page.locator('#drawer');
    expect(await drawer.getByRole('tab').allTextContents()).toEqual(['Bash', 'Ansible']);
    expect(await drawer.locator('pre:visible').textContent()).toBe(
      'postconf -e relayhost="smtp.example.org"',
    );
    expect(await drawer.locator('pre:visible .hljs-string').count()).toBeGreaterThan(0);
    await drawer.getByRole('tab', { name: 'Bash' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await drawer.locator('pre:visible').textContent()).toContain('- name: Set relayhost');
    expect(await shown(drawer.getByRole('tabpanel'))).toContain('needs a reboot');
    await drawer.getByRole('button', { name: 'Copy the Ansible remediation' }).click();
    await page.getByText('Copied', { exact: true }).waitFor({ state: 'attached' });
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '- name: Set relayhost\n  command: postconf -e relayhost=smtp.example.org\n',
    );
    await page.close();
  });

  test('takes the focus, says what opened, closes by Escape and gives the focus back', async () => {
    const { page } = await openFile(guide);
    const link = page.getByRole('link', { name: 'Keep the clock right' });
    await link.focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('drawer-title');
    await page
      .locator('[role=status]', { hasText: 'Keep the clock right, opened' })
      .waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    expect(await page.locator('#drawer').isVisible()).toBe(false);
    expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.close();
  });

  test('goes to the next and previous entry, and never loses the focus', async () => {
    const { page } = await openFile(guide, '#rule-postfix_open');
    const title = () => page.locator('#drawer-title').textContent();
    await page.getByRole('button', { name: 'Next entry' }).click();
    expect(await title()).toBe('Network time');
    await page.getByRole('button', { name: 'Next entry' }).click();
    expect(await title()).toBe('Keep the clock right');
    expect(await page.getByRole('button', { name: 'Next entry' }).isDisabled()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('drawer-title');
    await page.getByRole('button', { name: 'Previous entry' }).click();
    expect(await title()).toBe('Network time');
    await page.close();
  });

  test('has a stable link for each entry, and the back button goes back', async () => {
    const { page } = await openFile(guide);
    await page.getByRole('link', { name: 'Postfix relayhost' }).click();
    expect(new URL(page.url()).hash).toBe('#value-relayhost');
    await page.locator('#list').getByRole('link', { name: 'Network time' }).click();
    await page.goBack();
    expect(await page.locator('#drawer-title').textContent()).toBe('Postfix relayhost');
    const other = await openFile(guide, '#value-relayhost');
    expect(await other.page.locator('#drawer-title').textContent()).toBe('Postfix relayhost');
    const text = await shown(other.page.locator('#drawer'));
    expect(text).toContain('internal mail.internal');
    expect(text).toContain('Used by Configure System to Forward All Mail through a specific host');
    await page.close();
    await other.page.close();
  });
});
