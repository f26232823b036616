import { beforeAll, describe, expect, test } from 'vitest';
import { openFile, screenshot, shown, titles, useBrowser, writeGuide } from './browser.js';
import { fixture } from './fixture.js';

useBrowser();

let guide = '';
beforeAll(async () => {
  guide = await writeGuide(fixture);
});

describe('a profile', () => {
  test('shows what it selects, with its values and severities', async () => {
    const { page, errors } = await openFile(guide);
    await page.getByLabel('Profile').selectOption('Strict profile');
    expect(await titles(page)).toEqual([
      'Mail Server Software',
      'Postfix relayhost',
      'The Postfix package is installed',
      'Configure System to Forward All Mail through a specific host',
      'Operating a mail server',
      'Disable Postfix Network Listening',
    ]);
    const row = page.locator('#list > li', { hasText: 'through a specific host' });
    expect(await row.locator('p').textContent()).toBe('Set up a relay host: relayhost = mail.internal.');
    const installed = page.locator('#list > li', { hasText: 'package is installed' });
    expect(await installed.locator('b').allTextContents()).toEqual(['Rule', 'High Severity']);
    await row.getByRole('link').click();
    const drawer = page.locator('#drawer');
    expect(await drawer.locator('pre:visible').textContent()).toBe('postconf -e relayhost="mail.internal"');
    expect(await shown(drawer)).toContain('Postfix relayhost: mail.internal');
    await page.getByLabel('Profile').selectOption('Standard profile');
    expect(await drawer.locator('pre:visible').textContent()).toBe(
      'postconf -e relayhost="smtp.example.org"',
    );
    expect(new URL(page.url()).hash).toBe('#rule-postfix_relayhost?profile=profile-standard');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('is the first thing shown where the guide was made for it', async () => {
    const { page } = await openFile(await writeGuide(fixture, { profile: 'strict' }));
    expect(await titles(page)).not.toContain('Keep the clock right');
    expect(await page.getByLabel('Profile').inputValue()).toBe('profile-strict');
    await page.close();
  });

  test('of a tailoring file stands beside the others', async () => {
    const own = {
      ...(fixture.profiles[1] as (typeof fixture.profiles)[number]),
      id: 'xccdf_org.example.content_profile_own',
      name: 'own',
      title: { type: 'root' as const, children: [{ type: 'text' as const, value: 'My profile' }] },
      extends: 'xccdf_org.example.content_profile_strict',
      selects: [{ idref: 'xccdf_org.example.content_rule_postfix_relayhost', selected: false }],
    };
    const { page } = await openFile(await writeGuide(fixture, { tailoring: [own] }));
    expect(await page.getByLabel('Profile').locator('option:checked').textContent()).toBe(
      'My profile (tailored)',
    );
    expect(await titles(page)).not.toContain('Configure System to Forward All Mail through a specific host');
    await page.close();
  });
});

test('two profiles are compared side by side', async () => {
  const { page } = await openFile(guide, '#?view=compare&a=profile-standard&b=profile-strict');
  const text = await shown(page.locator('#compare'));
  expect(text).toContain('2 rules are in both, 1 only in the first, 1 only in the second.');
  expect(text).toContain('Only in Standard profile (1) Keep the clock right');
  expect(text).toContain('Only in Strict profile (1) Disable Postfix Network Listening');
  expect(text).toContain('Postfix relayhost smtp.example.org mail.internal');
  expect(text).toContain('The Postfix package is installed low high');
  await screenshot(page, 'compare');
  await page.getByLabel('Second profile').focus();
  await page.getByLabel('Second profile').selectOption('Standard profile');
  expect(await shown(page.locator('#compare'))).toContain(
    '3 rules are in both, 0 only in the first, 0 only in the second.',
  );
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('compare-right');
  await page.close();
});

test('the overview counts what a profile selects', async () => {
  const { page } = await openFile(guide, '#?view=overview&profile=profile-strict');
  const row = (name: string) => shown(page.locator('#overview tr', { hasText: name }).first());
  expect(await shown(page.locator('#overview > p'))).toBe('3 of 5 rules are selected.');
  expect(await row('High')).toContain('High 2');
  expect(await row('Medium')).toContain('Medium 1');
  expect(await row('Checked automatically')).toContain('1 of 3');
  expect(await row('Repaired automatically')).toContain('1 of 3');
  expect(await row('Mail Server Software')).toContain('Mail Server Software 3');
  expect(await row('NIST SP 800-53')).toContain('2 of 2');
  expect(await row('CIS Benchmark')).toContain('3 of 3');
  await screenshot(page, 'overview');
  await page.locator('#overview').getByRole('link', { name: 'CIS Benchmark' }).click();
  expect(await titles(page)).toEqual([
    'The Postfix package is installed',
    'Configure System to Forward All Mail through a specific host',
    'Disable Postfix Network Listening',
  ]);
  await page.close();
});

test('the overview counts the whole benchmark where no profile is chosen', async () => {
  const { page } = await openFile(guide, '#?view=overview&profile=none');
  const row = (name: string) => shown(page.locator('#overview tr', { hasText: name }).first());
  expect(await shown(page.locator('#overview > p'))).toBe('5 rules; selected where no profile is chosen: 4.');
  expect(await row('High')).toContain('High 2');
  expect(await row('Low')).toContain('Low 1');
  expect(await row('Unknown')).toContain('Unknown 1');
  expect(await row('Checked automatically')).toContain('1 of 5');
  await page.close();
});

test('an entry says that the chosen profile does not select it', async () => {
  const { page } = await openFile(guide, '#rule-postfix_open?profile=profile-strict');
  const labels = page.locator('#drawer .labels');
  expect(await shown(labels)).toContain('Not selected');
  await page.getByLabel('Profile', { exact: true }).selectOption({ value: 'none' });
  expect(await shown(labels)).not.toContain('Not selected');
  await page.close();
});
