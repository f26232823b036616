import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { openFile, useBrowser, writeGuide } from '../backends/guide/browser.js';
import { repository } from '../support/cli.js';
import { readFrom } from '../support/diagnose.js';

useBrowser();

/** The entries of the mail benchmark, with their kinds and severities, in the order of the tree. */
const entries: readonly [title: string, ...labels: string[]][] = [
  ['Mail Server Software', 'Group'],
  ['The Postfix package is installed', 'Rule', 'Medium Severity'],
  ['Enable Postfix Service', 'Rule', 'Unknown Severity'],
  ['Configure SMTP For Mail Clients', 'Group'],
  ['Postfix Network Interfaces', 'Value'],
  ['Postfix relayhost', 'Value'],
  ['Postfix Root Mail Alias', 'Value'],
  ['Configure System to Forward All Mail For The Root Account', 'Rule', 'Medium Severity'],
  ['Configure System to Forward All Mail From Postmaster to The Root Account', 'Rule', 'Medium Severity'],
  ['Configure System to Forward All Mail through a specific host', 'Rule', 'Medium Severity'],
  ['Disable Postfix Network Listening', 'Rule', 'Medium Severity'],
  ['Configure Operating System to Protect Mail Server', 'Group'],
  ['Configure SSL Certificates for Use with SMTP AUTH', 'Group'],
  ['Ensure Security of Postfix SSL Certificate', 'Group'],
  ['Configure Postfix if Necessary', 'Group'],
  ['Configure Postfix Resource Usage to Limit Denial of Service Attacks', 'Group'],
  ['Control Mail Relaying', 'Group'],
  ['Enact SMTP Recipient Restrictions', 'Group'],
  ['Enact SMTP Relay Restrictions', 'Group'],
  ['Disable netfs if Possible', 'Group'],
];

test('the guide of Alibaba Cloud Linux 3 lists the entries of the mail benchmark, and shows each', async () => {
  const { benchmark, diagnostics } = await readFrom(dirname(`${repository}/content`));
  expect(diagnostics.all).toEqual([]);
  if (!benchmark) throw new Error('the content could not be read');
  const { page, errors } = await openFile(await writeGuide(benchmark));
  expect(await page.locator('h1').first().textContent()).toBe(
    'Guide to the Secure Configuration of Alibaba Cloud Linux 3',
  );
  const listed: string[] = [];
  for (const row of await page.locator('#list > li').all()) {
    const title = (await row.locator('a').first().textContent()) ?? '';
    const labels = await row.locator('b').allTextContents();
    listed.push([title, ...labels].join(' | '));
    expect(await row.textContent()).not.toMatch(/<[a-z/]|&[a-z]+;/);
  }
  const wanted = entries.map((entry) => entry.join(' | '));
  expect(listed.filter((line) => wanted.includes(line))).toEqual(wanted);
  for (const [title] of entries) {
    await page.locator('#list > li a', { hasText: title }).first().click();
    await expect.poll(() => page.locator('#drawer h2').first().textContent()).toBe(title);
  }
  expect(errors).toEqual([]);
  await page.close();
});
