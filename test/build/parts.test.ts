import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CompiledRules } from '../../src/backends/compile.js';
import { guideFiles } from '../../src/backends/guide/index.js';
import { outputFiles } from '../../src/backends/index.js';
import { compilePart, linkParts } from '../../src/build/parts.js';
import { openReader, type ReadOptions, readEach } from '../../src/build/read.js';
import { Diagnostics } from '../../src/diagnostics/diagnostic.js';
import type { Benchmark } from '../../src/model/benchmark.js';
import { asString } from '../../src/text/chunks.js';
import { fixture, withCheckout } from '../frontends/cac/checkout.js';
import { repository } from '../support/cli.js';

const templates = join(repository, 'templates');

/** Every file of a benchmark as text, by its path. */
function written(benchmark: Benchmark): Record<string, string> {
  const files = [...outputFiles(benchmark, {}), ...guideFiles(benchmark)];
  return Object.fromEntries(
    files.flatMap(({ path, content }) =>
      content instanceof Uint8Array ? [] : [[path, asString(content)] as const],
    ),
  );
}

async function whole(options: ReadOptions): Promise<Benchmark> {
  const diagnostics = new Diagnostics();
  const [benchmark] = await readEach(options, diagnostics, (each) => each);
  expect(diagnostics.all).toEqual([]);
  if (!benchmark) throw new Error('there is no such product');
  return benchmark;
}

/** A benchmark put together from so many parts, each of which went the way from one thread to another. */
async function inParts(options: ReadOptions, product: string, count: number): Promise<Benchmark | undefined> {
  const diagnostics = new Diagnostics();
  const reader = await openReader(options, diagnostics);
  if (!reader) throw new Error('there is no such content');
  try {
    const parts: (CompiledRules | undefined)[] = [];
    for (let index = 0; index < count; index++)
      parts.push(
        await compilePart(
          reader,
          { product, from: index / count, to: (index + 1) / count },
          'all',
          diagnostics,
        ),
      );
    const sent = structuredClone(
      parts.map((part) => part && { rules: part.rules, oval: part.oval, blocks: [] }),
    );
    return await linkParts(reader, product, sent, 'all', diagnostics);
  } finally {
    reader.close();
  }
}

const optionsFor = (content: string, product: string): ReadOptions => ({
  content,
  shownAs: '',
  templates,
  products: [product],
});

const products: readonly [content: string, product: string][] = [
  [fixture, 'acme9'],
  [fixture, 'gadget'],
  [join(repository, 'content'), 'alinux3'],
  [join(repository, 'content'), 'debian12'],
];

describe.each(products)('%s %s', (content, product) => {
  const options = optionsFor(content, product);
  test.each([1, 2, 5])('is the same from %i parts as from one piece', async (count) => {
    const benchmark = await inParts(options, product, count);
    if (!benchmark) throw new Error('the parts do not fit');
    expect(written(benchmark)).toEqual(written(await whole(options)));
  });
});

test('nothing is made of parts where one of them is wrong', () =>
  withCheckout(
    { 'products/gadget/guide/hinge/hinge_oiled/rule.yml': (text) => text.replace('severity:', 'severty:') },
    async (dir) => {
      expect(await inParts(optionsFor(dir, 'gadget'), 'gadget', 2)).toBeUndefined();
    },
  ));

describe('a Platform has the name that the first rule gives it, in whatever part that is', () => {
  const mail = 'linux_os/guide/services/mail';
  const ofRule = (expression: string) => (text: string) => `${text}platforms:\n    - ${expression}\n`;
  const ofGroup = (expression: string) => (text: string) =>
    text.replace('platform: package[postfix]', `platform: ${expression}`);
  test.each([
    ['of a rule', `${mail}/package_postfix_installed/rule.yml`, ofRule],
    ['of a group, which the guards of its rules ask for', `${mail}/group.yml`, ofGroup],
  ])('%s', (_, path, platform) =>
    withCheckout(
      {
        'linux_os/guide/system/accounts/banner_set/rule.yml': ofRule('machine and not container'),
        [path]: platform('not container and machine'),
      },
      async (dir) => {
        const options = optionsFor(dir, 'acme10');
        const expected = written(await whole(options));
        for (const count of [2, 3, 5, 8]) {
          const benchmark = await inParts(options, 'acme10', count);
          expect(benchmark && written(benchmark)).toEqual(expected);
        }
      },
    ),
  );
});
