import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open, openFile, screenshot, shown, titles, useBrowser, writeGuide } from './browser.js';
import { fixture, idOf } from './fixture.js';
import { debianContent, miniOval, miniXccdf, readScap, resultsOf, run } from './scap.js';

useBrowser();

let guide = '';
let folder = '';
beforeAll(async () => {
  guide = await writeGuide(fixture);
  folder = await mkdtemp(join(tmpdir(), 'scapc-tailoring-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Begins a tailoring of a profile in the page. */
async function begin(page: Page, base: string): Promise<void> {
  await page.locator('#tailoring').getByLabel('Base profile').selectOption(base);
  await page.getByRole('button', { name: 'Start tailoring' }).click();
}

/** Exports the tailoring to a file and returns its path. */
async function exported(page: Page, name: string): Promise<string> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Tailor' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export tailoring file' }).click(),
  ]);
  const path = join(folder, name);
  await download.saveAs(path);
  return path;
}

const differences = (page: Page): Promise<string> =>
  shown(page.locator('#tailoring section', { hasText: 'Differences from the base profile' }));

describe('tailoring', () => {
  test('selects, chooses values, changes severity and role, and shows what differs', async () => {
    const { page, errors } = await openFile(guide, '#?view=tailoring', {});
    await begin(page, 'Standard profile');
    await page.getByRole('link', { name: 'Change rules and values in the list' }).click();
    await page.getByRole('checkbox', { name: 'Select The Postfix package is installed' }).uncheck();
    expect(await titles(page)).toHaveLength(9);
    await page.getByRole('link', { name: 'Postfix relayhost' }).click();
    await page.locator('#tailor-value').focus();
    await page.locator('#tailor-value').selectOption('internal: mail.internal');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tailor-value');
    expect(await shown(page.locator('#list > li', { hasText: 'through a specific host' }))).toContain(
      'mail.internal',
    );
    await page.locator('#list').getByRole('link', { name: 'Keep the clock right' }).click();
    await page.locator('#tailor-severity').selectOption('low');
    await page.locator('#tailor-role').selectOption('unscored');
    expect(await shown(page.locator('.tailoring-bar'))).toContain('4 changes');
    await screenshot(page, 'tailoring-list');
    await page.getByRole('link', { name: 'Review and export' }).click();
    const text = await differences(page);
    expect(text).toContain('Differences from the base profile (4)');
    // The rule that requires the unselected one goes with it, as OpenSCAP has it.
    expect(text).toContain('The Postfix package is installed Selection selected not selected');
    expect(text).toContain('Postfix relayhost Value smtp.example.org mail.internal');
    expect(text).toContain('Keep the clock right Severity high low');
    expect(text).toContain('Keep the clock right Role full unscored');
    await screenshot(page, 'tailoring');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('every step can be undone and done again, one difference taken back', async () => {
    const { page } = await openFile(guide, '#?view=tailoring', {});
    await begin(page, 'No profile (the benchmark’s defaults)');
    await page.getByRole('link', { name: 'Change rules and values in the list' }).click();
    const box = page.getByRole('checkbox', { name: 'Select Keep the clock right' });
    await box.uncheck();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox');
    await page.locator('.tailoring-bar').getByRole('button', { name: 'Undo' }).click();
    expect(await box.isChecked()).toBe(true);
    await page.locator('.tailoring-bar').getByRole('button', { name: 'Redo' }).click();
    expect(await box.isChecked()).toBe(false);
    await page.getByRole('link', { name: 'Review and export' }).click();
    await page.getByRole('button', { name: 'Take back: Selection of Keep the clock right' }).click();
    expect(await differences(page)).toContain('None yet.');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tailor-differences');
    await page.close();
  });

  test('selecting a rule selects the groups around it', async () => {
    const { page } = await openFile(guide, '#?view=tailoring', {});
    await begin(page, 'Strict profile');
    await page.getByRole('link', { name: 'Change rules and values in the list' }).click();
    const rule = page.getByRole('checkbox', { name: 'Select Keep the clock right' });
    const group = page.getByRole('checkbox', { name: 'Select Network time' });
    expect([await rule.isChecked(), await group.isChecked()]).toEqual([false, false]);
    await rule.check();
    expect([await rule.isChecked(), await group.isChecked()]).toEqual([true, true]);
    await group.uncheck();
    expect([await rule.isChecked(), await group.isChecked()]).toEqual([false, false]);
    await page.close();
  });

  test('is kept in the browser, also for a page from the disk, until it is discarded', async () => {
    const { page } = await openFile(guide, '#?view=tailoring', {});
    await begin(page, 'Standard profile');
    await page.locator('#tailor-title').fill('Ours');
    await page.locator('#tailor-title').blur();
    await page.reload();
    expect(await page.locator('#tailor-title').inputValue()).toBe('Ours');
    expect(await page.getByLabel('Profile', { exact: true }).locator('option:checked').textContent()).toBe(
      'Ours (your tailoring)',
    );
    await page.getByRole('button', { name: 'Discard this tailoring' }).click();
    await page.reload();
    expect(await page.getByRole('button', { name: 'Start tailoring' }).isVisible()).toBe(true);
    await page.close();
  });

  test('shows the exact command line, quoted for a shell', async () => {
    const { page } = await openFile(
      await writeGuide(fixture, { dataStream: "it's mine-ds.xml" }),
      '#?view=tailoring',
    );
    await begin(page, 'Standard profile');
    await page.locator('#tailor-name').fill('our profile');
    await page.locator('#tailor-name').blur();
    expect(await page.locator('#oscap-command').textContent()).toBe(
      "oscap xccdf eval --tailoring-file our_profile-tailoring.xml --profile xccdf_org.example.content_profile_our_profile --results results.xml --report report.html 'it'\\''s mine-ds.xml'",
    );
    await page.close();
  });
});

describe('a tailoring made here, in OpenSCAP', () => {
  test('is valid; unselected rules are not evaluated; the chosen value reaches the check', async () => {
    const word = join(folder, 'word.txt');
    const xccdf = join(folder, 'mini-xccdf.xml');
    await writeFile(word, 'green\n');
    await writeFile(xccdf, miniXccdf);
    await writeFile(join(folder, 'mini-oval.xml'), miniOval(word));
    const { page } = await openFile(
      await writeGuide(readScap(xccdf), { dataStream: 'mini-xccdf.xml' }),
      '#?view=tailoring',
    );
    await begin(page, 'Base');
    await page.locator('#tailor-title').fill('Green & "ours" <b>');
    await page.locator('#tailor-title').blur();
    await page.getByRole('link', { name: 'Change rules and values in the list' }).click();
    await page.getByRole('checkbox', { name: 'Select The same once more' }).uncheck();
    await page.getByRole('link', { name: 'The word', exact: true }).click();
    await page.locator('#tailor-value').selectOption('green: green');
    await page.locator('#list').getByRole('link', { name: 'The file holds the word' }).click();
    await page.locator('#tailor-severity').selectOption('high');
    const file = await exported(page, 'green.xml');

    expect((await run('oscap', 'xccdf', 'validate', '--skip-schematron', file)).code).toBe(0);
    const results = join(folder, 'results.xml');
    const base = await run(
      'oscap',
      'xccdf',
      'eval',
      '--profile',
      'xccdf_org.mini_profile_base',
      '--results',
      results,
      xccdf,
    );
    expect(base.code).toBe(2);
    expect(resultsOf(results).get('xccdf_org.mini_rule_word')?.result).toBe('fail');

    const own = [
      '--tailoring-file',
      file,
      '--profile',
      'xccdf_org.mini_profile_tailored',
      '--results',
      results,
      xccdf,
    ];
    const tailored = await run('oscap', 'xccdf', 'eval', ...own);
    expect(tailored.out).not.toMatch(/warning|error/i);
    expect(tailored.code).toBe(0);
    expect(resultsOf(results).get('xccdf_org.mini_rule_word')).toMatchObject({
      result: 'pass',
      severity: 'high',
    });
    expect(resultsOf(results).get('xccdf_org.mini_rule_other')?.result).toBe('notselected');

    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'List' }).click();
    await page.locator('#list').getByRole('link', { name: 'The word', exact: true }).click();
    await page.locator('#tailor-value').selectOption('A value of my own');
    await page.locator('#tailor-own-value').fill('blue');
    await page.locator('#tailor-own-value').blur();
    await exported(page, 'green.xml');
    expect((await run('oscap', 'xccdf', 'eval', ...own)).code).toBe(2);
    await writeFile(word, 'blue\n');
    expect((await run('oscap', 'xccdf', 'eval', ...own)).code).toBe(0);
    await page.close();
  });

  test('of a Debian data stream is known to oscap, and leaves out what it leaves out', async () => {
    const stream = `${debianContent}ssg-debian11-ds.xml`;
    const { page } = await openFile(
      await writeGuide(readScap(stream), { dataStream: 'ssg-debian11-ds.xml' }),
      '#?view=tailoring',
    );
    await begin(page, 'Standard System Security Profile for Debian 11');
    await page.getByRole('link', { name: 'Change rules and values in the list' }).click();
    await page.getByLabel('Search').fill('package_rsyslog_installed');
    await page.getByRole('checkbox', { name: 'Select Ensure rsyslog is Installed' }).uncheck();
    const file = await exported(page, 'debian.xml');
    const results = join(folder, 'debian-results.xml');
    const id = 'xccdf_org.ssgproject.content_profile_tailored';
    const { code, out } = await run(
      'oscap',
      'xccdf',
      'eval',
      '--tailoring-file',
      file,
      '--profile',
      id,
      '--results',
      results,
      stream,
    );
    expect([0, 2], out.slice(-500)).toContain(code);
    expect(
      resultsOf(results).get('xccdf_org.ssgproject.content_rule_package_rsyslog_installed')?.result,
    ).toBe('notselected');
    expect([...resultsOf(results).values()].some(({ result }) => result !== 'notselected')).toBe(true);
    await page.close();
  });
});

describe('import', () => {
  async function imported(text: string): Promise<Page> {
    const { page } = await openFile(guide, '#?view=tailoring', {});
    await page
      .getByLabel('Import a tailoring file')
      .setInputFiles({ name: 't.xml', mimeType: 'text/xml', buffer: Buffer.from(text) });
    await page.getByRole('alert').locator('p').first().waitFor();
    return page;
  }

  test('of what was exported here gives the same tailoring', async () => {
    const { page } = await openFile(guide, '#?view=tailoring', {});
    await begin(page, 'Standard profile');
    await page.getByRole('link', { name: 'Change rules and values in the list' }).click();
    await page.getByRole('checkbox', { name: 'Select Keep the clock right' }).uncheck();
    const file = await exported(page, 'again.xml');
    const before = await differences(page);
    await page.getByRole('button', { name: 'Discard this tailoring' }).click();
    await page.getByLabel('Import a tailoring file').setInputFiles(file);
    await page.getByText('Imported again.xml.').waitFor();
    expect(await differences(page)).toBe(before);
    await page.close();
  });

  test('of a file as SCAP Workbench writes it', async () => {
    const page = await imported(`<?xml version="1.0" encoding="UTF-8"?>
<xccdf:Tailoring xmlns:xccdf="http://checklists.nist.gov/xccdf/1.2" id="xccdf_scap-workbench_tailoring_default">
  <xccdf:benchmark href="/tmp/example-mail-ds.xml"/>
  <xccdf:version time="2022-01-01T00:00:00">1</xccdf:version>
  <xccdf:Profile id="${idOf('profile', 'strict_customized')}" extends="${idOf('profile', 'strict')}">
    <xccdf:title xmlns:xhtml="http://www.w3.org/1999/xhtml" xml:lang="en-US" override="true">Strict [CUSTOMIZED]</xccdf:title>
    <xccdf:select idref="${idOf('group', 'mail')}" selected="true"/>
    <xccdf:select idref="${idOf('rule', 'package_postfix_installed')}" selected="false"/>
    <xccdf:select idref="${idOf('rule', 'of_another_benchmark')}" selected="false"/>
    <xccdf:set-value idref="${idOf('value', 'relayhost')}">relay.example.net</xccdf:set-value>
  </xccdf:Profile>
</xccdf:Tailoring>`);
    expect(await page.locator('#tailor-title').inputValue()).toBe('Strict [CUSTOMIZED]');
    expect(await page.locator('#tailor-name').inputValue()).toBe('strict_customized');
    const text = await differences(page);
    expect(text).toContain('Differences from the base profile (2)');
    expect(text).toContain('Postfix relayhost Value mail.internal relay.example.net');
    expect(await shown(page.getByRole('alert'))).toContain('1 ids are not in this benchmark');
    await page.close();
  });

  test('of a file that autotailor writes', async () => {
    const stream = `${debianContent}ssg-debian11-ds.xml`;
    const file = join(folder, 'auto.xml');
    const made = await run(
      'autotailor',
      '-u',
      'package_rsyslog_installed',
      '-v',
      'var_accounts_maximum_age_login_defs=42',
      '-o',
      file,
      stream,
      'standard',
    );
    expect(made.code, made.out).toBe(0);
    const { page } = await openFile(await writeGuide(readScap(stream)), '#?view=tailoring', {});
    await page.getByLabel('Import a tailoring file').setInputFiles(file);
    await page.getByText('Imported auto.xml.').waitFor();
    const text = await differences(page);
    expect(text).toContain('Ensure rsyslog is Installed Selection selected not selected');
    expect(text).toMatch(/Value \S+ 42/);
    await page.close();
  });

  test.each([
    ['no XML', 'hello', 'not well-formed'],
    ['XML that is cut off', '<Tailoring><Profile>', 'not well-formed'],
    ['another document', '<Benchmark/>', 'The file is not a Tailoring: its root is Benchmark.'],
    [
      'an entity bomb',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Tailoring>&b;</Tailoring>',
      'document type declaration',
    ],
    [
      'a tailoring without a profile',
      '<Tailoring xmlns="http://checklists.nist.gov/xccdf/1.2"/>',
      'has no profile',
    ],
  ])('of %s says what is wrong', async (_, text, message) => {
    const page = await imported(text);
    expect(await shown(page.getByRole('alert'))).toContain(message);
    expect(await page.getByRole('button', { name: 'Start tailoring' }).isVisible()).toBe(true);
    await page.close();
  });
});

test('where the browser keeps nothing, the page says so and works', async () => {
  const { page, errors } = await open('about:blank', {});
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('forbidden');
      },
    });
  });
  await page.goto(`file://${guide}#?view=tailoring`);
  await begin(page, 'Standard profile');
  await page.getByText('This browser keeps nothing').waitFor();
  expect(errors).toEqual([]);
  await page.close();
});
