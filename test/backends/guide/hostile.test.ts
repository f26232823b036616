import type { RootContent } from 'hast';
import { describe, expect, test } from 'vitest';
import { guideFiles } from '../../../src/backends/guide/index.js';
import type { Benchmark } from '../../../src/model/benchmark.js';
import type { RichText } from '../../../src/model/text.js';
import { asString, type Chunks } from '../../../src/text/chunks.js';
import { openFile, shown, titles, useBrowser, writeGuide } from './browser.js';
import { el, fixture, group, oval, rule, text, value, withGroups } from './fixture.js';

useBrowser();

/** What an attacker would write, as text: each must be read as it is, in every place. */
const attacks = [
  '<script>window.broken = 1</script>',
  '<img src=x onerror="window.broken = 1">',
  '</noscript><script>window.broken = 1</script>',
  '</script><script>window.broken = 1</script>',
  '<!-- --><svg onload=window.broken=1>',
  '"><a onmouseover=window.broken=1>x</a>',
  "'-window.broken=1-'",
  '{{constructor.constructor("window.broken = 1")()}}',
  '\u2028window.broken = 1\u2029',
];
const attack = attacks.join(' ');

const markup: readonly RootContent[] = [
  el('script', {}, 'window.broken = 1'),
  el('style', {}, 'body { display: none }'),
  el(
    'p',
    {
      onClick: 'window.broken = 1',
      onclick: 'window.broken = 1',
      id: 'list',
      className: 'drawer',
      style: 'position:fixed;inset:0',
    },
    'paragraph',
  ),
  el('a', { href: 'javascript:window.broken=1' }, 'script link'),
  el('a', { href: ' JaVaScRiPt:window.broken=1' }, 'spaced link'),
  el('a', { href: 'data:text/html,<script>1</script>' }, 'data link'),
  el('a', { href: '../../etc/passwd' }, 'relative link'),
  el('a', { href: 'https://example.org/</noscript><img src=x onerror=window.broken=1>"\'' }, 'breaking link'),
  el('a', { href: 'https://example.org/good', target: '_top', ping: 'https://example.org/' }, 'good link'),
  el('img', { src: 'https://example.org/pixel.png', onError: 'window.broken = 1' }),
  el('iframe', { src: 'https://example.org/', srcDoc: '<script>parent.broken = 1</script>' }, 'frame'),
  el('form', { action: 'https://example.org/' }, el('input', { name: 'getElementById' }), 'form'),
  el('object', { data: 'x' }, 'object'),
  el('svg', { onLoad: 'window.broken = 1' }, el('use', { href: 'data:x' }), 'svg'),
  el('noscript', {}, el('script', {}, 'window.broken = 1')),
  el('template', {}, el('script', {}, 'window.broken = 1')),
  el('table', {}, el('tr', {}, el('td', { colSpan: '"><script>', rowspan: '2' }, 'cell'))),
  el('base', { href: 'https://example.org/' }),
  el('meta', { httpEquiv: 'refresh', content: '0;url=https://example.org/' }),
  el('var', { dataValue: '0' }, 'variable'),
];

const nasty = (): RichText => text(attack, ...markup);

function hostile(): Benchmark {
  const nastyRule = rule('cookie', {
    title: text(attack),
    description: nasty(),
    rationale: nasty(),
    warnings: [{ category: attack, text: nasty() }],
    identifiers: [{ system: attack, value: attack }],
    references: [
      { href: `javascript:window.broken=1//${attack}`, text: attack },
      { href: 'https://example.org/"><script>window.broken = 1</script>', text: attack },
    ],
    platforms: [{ kind: 'cpe', name: attack }],
    ocil: { question: nasty(), clause: attack },
    fixText: nasty(),
    checks: [
      { kind: 'oval', system: attack, name: 'bad', exports: [] },
      { kind: 'remote', system: attack, href: attack, exports: [] },
    ],
    remediations: [
      {
        language: 'bash',
        system: attack,
        parts: [attack, { value: 'xccdf_org.example.content_value_location', place: 'verbatim' }],
        strategy: attack,
      },
      { language: 'other', system: attack, parts: [attack] },
    ],
  });
  const nastyValue = value('location', {
    title: text(attack),
    description: nasty(),
    options: [{ value: attack }, { selector: attack, value: attack }],
  });
  const escaped = attack.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  return {
    ...withGroups(
      group('getElementById', [nastyValue, nastyRule, rule('__proto__', {}), rule('constructor', {})], {
        title: text(attack),
        description: nasty(),
      }),
    ),
    id: attack,
    title: text(attack),
    description: nasty(),
    productName: attack,
    version: attack,
    language: '"><script>window.broken = 1</script>',
    frontMatter: nasty(),
    rearMatter: nasty(),
    notices: [{ id: 'n', text: nasty() }],
    profiles: fixture.profiles.slice(0, 1).map((profile) => ({
      ...profile,
      title: text(attack),
      description: nasty(),
      selects: [],
      refineRules: [],
    })),
    oval: oval(`<definition id="bad"><metadata><title>${escaped}</title></metadata>
      <criteria comment="${escaped}" operator="${escaped}"><criterion test_ref="t" comment="${escaped}"/><criterion test_ref="none" comment="${escaped}"/></criteria></definition>
      <file_test id="t" check="${escaped}" check_existence="${escaped}" comment="c"><object object_ref="o"/></file_test>
      <file_object id="o"><filepath operation="${escaped}">${escaped}</filepath></file_object>`),
  };
}

describe('text of a foreign file', () => {
  test('runs nothing, loads nothing and hides nothing, with and without the script', async () => {
    const guide = await writeGuide(hostile());
    for (const javaScriptEnabled of [true, false]) {
      const { page, errors, requests } = await openFile(guide, '#rule-cookie', { javaScriptEnabled });
      await page.waitForTimeout(500);
      if (javaScriptEnabled) {
        expect(await page.evaluate(() => 'broken' in window)).toBe(false);
        for (const view of ['overview', 'compare', 'tailoring', 'list']) {
          await page.evaluate((name) => {
            location.hash = `#value-location?view=${name}`;
          }, view);
          await page.waitForTimeout(100);
          expect(await page.evaluate(() => 'broken' in window)).toBe(false);
        }
        await page.evaluate(() => {
          location.hash = '#rule-cookie';
        });
        await page.locator('#drawer-title').waitFor();
      }
      expect(await titles(page)).toEqual(
        [attack, attack, attack, '__proto__', 'constructor'].map((title) =>
          title.replace(/\s+/g, ' ').trim(),
        ),
      );
      const root = page.locator(javaScriptEnabled ? '#drawer' : '#rule-cookie');
      const words = await shown(root);
      for (const part of [
        'paragraph',
        'script link',
        'good link',
        'cell',
        '</noscript><script>window.broken = 1</script>',
      ]) {
        expect(words).toContain(part);
      }
      const found = await root.evaluate((node) => ({
        elements: [
          ...node.querySelectorAll(
            'script, style, iframe, object, form, img, base, meta, template, noscript noscript',
          ),
        ].map(({ tagName }) => tagName),
        attributes: [...node.querySelectorAll('*')]
          .flatMap((element) => [...element.attributes].map(({ name }) => name))
          .filter((name) => /^on|^style$|^ping$|^target$|^srcdoc$/.test(name)),
        links: [...node.querySelectorAll('a')]
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => !/^(https?:|#)/.test(href)),
      }));
      expect(found).toEqual({ elements: [], attributes: [], links: [] });
      expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
      expect(errors).toEqual([]);
      await page.close();
    }
  });

  test('keeps good links, without a referrer', async () => {
    const { page } = await openFile(await writeGuide(hostile()), '#rule-cookie');
    const link = page.locator('#drawer').getByRole('link', { name: 'good link' }).first();
    expect(await link.getAttribute('href')).toBe('https://example.org/good');
    expect(await link.getAttribute('rel')).toBe('noreferrer');
    await page.close();
  });

  test('has only ids that the generator made, each once', () => {
    const html = asString(([...guideFiles(hostile())][0]?.content ?? []) as Chunks);
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /^(rule|group|value)-/.test(id ?? ''))).toEqual([
      'group-getElementById',
      'value-location',
      'rule-cookie',
      'rule-__proto__',
      'rule-constructor',
    ]);
  });
});
