import { beforeAll, describe, expect, test } from 'vitest';
import { guideFiles } from '../../../src/backends/guide/index.js';
import { open, openFile, screenshot, serve, shown, titles, useBrowser, writeGuide } from './browser.js';
import { fixture } from './fixture.js';

useBrowser();

let guide = '';
beforeAll(async () => {
  guide = await writeGuide(fixture);
});

test('the same benchmark makes the same bytes', () => {
  expect([...guideFiles(fixture)]).toEqual([...guideFiles(fixture)]);
});

describe('without JavaScript', () => {
  test('it is a complete document', async () => {
    const { page } = await openFile(guide, '', { javaScriptEnabled: false });
    expect(await titles(page)).toHaveLength(9);
    // Not `innerText`: it leaves out what the browser has not laid out yet, far below.
    const text = ((await page.locator('body').textContent()) ?? '').replace(/\s+/g, ' ');
    for (const part of [
      'Guide to the Secure Configuration of Example Linux 1',
      'Rules, Groups, and Values defined within the XCCDF Benchmark',
      'Do not scan systems that are not yours.',
      'A central host can be watched.',
      'Mail stops when the host is down.',
      'NIST SP 800-53AC-6(1), CM-6(a)',
      'package postfix and not a container',
      'AND all of these it is configured',
      'It is a finding where it is empty.',
      'postconf -e relayhost="smtp.example.org"',
      '- name: Set relayhost',
      'internalmail.internal',
      'Profile: Strict profile',
    ]) {
      expect(text).toContain(part);
    }
    await page.getByRole('link', { name: 'Keep the clock right' }).first().click();
    expect(new URL(page.url()).hash).toBe('#rule-chrony');
    expect(await page.locator('#rule-chrony h2').isVisible()).toBe(true);
    await screenshot(page, 'without-script');
    await page.close();
  });

  test('it follows the system to the dark', async () => {
    const { page } = await openFile(guide, '', { javaScriptEnabled: false, colorScheme: 'dark' });
    await screenshot(page, 'without-script-dark');
    await page.close();
  });
});

describe('any place', () => {
  test('works under a sub-path of a server and asks no other host', async () => {
    const server = await serve(guide);
    const { page, errors, requests } = await open(
      `${server.address}#rule-postfix_relayhost?profile=profile-strict`,
    );
    expect(await page.locator('#drawer pre:visible').textContent()).toContain('mail.internal');
    expect(errors).toEqual([]);
    expect(
      requests.every(
        (url) => url.startsWith(server.address.replace('index.html', '')) || url.startsWith('data:'),
      ),
    ).toBe(true);
    await page.close();
    await server.stop();
  });

  test('forbids every request to another host', async () => {
    const { page, errors } = await openFile(guide);
    await page.evaluate(() => {
      const image = new Image();
      image.src = 'https://example.org/pixel.png';
      document.body.append(image);
      const script = document.createElement('script');
      script.append('window.broken = true');
      document.body.append(script);
    });
    await page.waitForTimeout(200);
    expect(errors.filter((text) => /Content Security Policy/.test(text)).length).toBeGreaterThan(0);
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
    await page.close();
  });

  test('loads its own fonts', async () => {
    const { page } = await openFile(guide);
    const loaded = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family.replace(/"/g, ''));
    });
    expect(loaded).toContain('Red Hat Text');
    await page.close();
  });
});

describe('size', () => {
  test('at most 150 KB of script and 150 KB of style', () => {
    const bytes = (name: string) =>
      [...guideFiles(fixture)].find(({ path }) => path === `assets/${name}`)?.content.length ?? 0;
    expect(bytes('guide.js')).toBeLessThanOrEqual(150_000);
    expect(bytes('guide.css')).toBeLessThanOrEqual(150_000);
    expect(bytes('guide.js')).toBeGreaterThan(0);
  });
});

describe('on paper', () => {
  test('it is complete: each entry in full, with the values of the profile, and nothing of the page around', async () => {
    const { page } = await openFile(guide, '#?profile=profile-strict');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const text = await shown(page.locator('body'));
    for (const part of [
      'A central host can be watched.',
      'postconf -e relayhost="mail.internal"',
      '- name: Set relayhost',
      'filepath is /etc/postfix/main.cf',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Keep the clock right');
    expect(await page.locator('#toolbar').isVisible()).toBe(false);
    await screenshot(page, 'print');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.print').count()).toBe(0);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.length).toBeGreaterThan(10_000);
    await page.close();
  });
});

describe('on a phone', () => {
  test('nothing is wider than the screen, the filters unfold, the drawer covers the list', async () => {
    const { page } = await openFile(guide, '', { viewport: { width: 360, height: 740 }, hasTouch: true });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await screenshot(page, 'phone');
    await page.getByRole('button', { name: 'Filters' }).click();
    expect(await page.locator('#filter-reference').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('link', { name: 'through a specific host' }).click();
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect((await page.locator('#drawer').boundingBox())?.width).toBe(360);
    await screenshot(page, 'phone-drawer');
    for (const view of ['overview', 'compare', 'tailoring']) {
      await page.evaluate((name) => {
        location.hash = `#?view=${name}`;
      }, view);
      await page.locator(`#${view}`).waitFor();
      expect(await overflow()).toBeLessThanOrEqual(0);
      await screenshot(page, `phone-${view}`);
    }
    await page.close();
  });
});
