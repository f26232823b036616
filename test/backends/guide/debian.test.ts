import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openFile, shown, titles, useBrowser, violations, writeGuide } from './browser.js';
import { debianContent, readScap } from './scap.js';

useBrowser();

/** Data streams of Debian's packages: from few entries to more than two thousand. */
const files = [
  'ssg-firefox-ds.xml',
  'ssg-chromium-ds.xml',
  'ssg-debian11-ds.xml',
  'ssg-alinux3-ds.xml',
  'ssg-rhel8-ds.xml',
];

/** Ids of Groups, Rules and Values in the order in which the file has them, found without an XML parser. */
const idsIn = (path: string): string[] =>
  [
    ...readFileSync(path, 'utf8').matchAll(/<(?:[\w.-]+:)?(?:Group|Rule|Value)\s[^>]*?\bid="(xccdf_[^"]+)"/g),
  ].map(([, id]) => id as string);

describe.each(files)('%s', (file) => {
  const path = debianContent + file;

  test('every Group, Rule and Value once, in document order; no markup in a text; everything opens', async () => {
    expect(existsSync(path), 'install ssg-debian, ssg-debderived, ssg-nondebian and ssg-applications').toBe(
      true,
    );
    const guide = await writeGuide(readScap(path), { dataStream: file });
    const { page, errors } = await openFile(guide);
    await page.waitForLoadState('load');
    const anchors = await page
      .locator('#list > li > a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const expected = idsIn(path).map((id) => `#${id.replace(/^xccdf_[^_]+_(rule|group|value)_/, '$1-')}`);
    expect(anchors).toEqual(expected);
    const excerpts = await page.locator('#list').evaluate((list) => list.textContent ?? '');
    expect(
      excerpts.match(
        /<\/?(?:code|pre|br|html|xhtml|sub|tt|b|i|p|ul|li|a|xccdf)\b|&(?:amp|lt|gt|quot|#\d+);|xccdf-1\.2:/g,
      ),
    ).toBe(null);

    for (const anchor of [anchors[0], anchors[Math.floor(anchors.length / 2)], anchors.at(-1)]) {
      await page.evaluate((hash) => {
        location.hash = hash ?? '';
      }, anchor);
      await page.locator('#drawer[data-item]').waitFor();
      const text = await shown(page.locator('#drawer'));
      expect(text).toContain('Id xccdf_');
      expect(text).not.toMatch(/<\/?(?:html|xhtml|sub|xccdf)\b|&(?:amp|lt|gt);/);
    }
    expect(await titles(page)).toHaveLength(expected.length);
    expect(errors).toEqual([]);
    await page.close();
  });
});

test('axe-core finds nothing in a long rule and the overview of a Debian file', async () => {
  const guide = await writeGuide(readScap(`${debianContent}ssg-alinux3-ds.xml`));
  for (const [part, hash] of [
    ['#drawer', '#rule-accounts_password_pam_minlen'],
    ['#overview', '#?view=overview'],
  ] as const) {
    const { page } = await openFile(guide, hash);
    await page.waitForTimeout(500);
    expect(await violations(page, part)).toEqual([]);
    await page.close();
  }
}, 300_000);
