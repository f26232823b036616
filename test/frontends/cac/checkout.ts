import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Diagnostics } from '../../../src/diagnostics/diagnostic.js';
import { formatPretty } from '../../../src/diagnostics/pretty.js';
import type { Environment } from '../../../src/frontends/cac/environment.js';
import { CacProduct, createEnvironment, openShelf } from '../../../src/frontends/cac/index.js';
import type { ReadParts } from '../../../src/frontends/cac/parts.js';
import type { Value } from '../../../src/model/benchmark.js';
import type { Content, GroupSource, ItemSource, RuleSource } from '../../../src/model/content.js';
import { emptyOvalLibrary } from '../../../src/model/oval.js';
import type { RichText } from '../../../src/model/text.js';
import { ContentRoot } from '../../../src/source/root.js';

export const fixture = fileURLToPath(new URL('../../fixtures/cac-checkout', import.meta.url));

/** A copy of the fixture in which some files have another text, or are gone; removed after `use`. */
export async function withCheckout<T>(
  changes: Readonly<Record<string, string | ((text: string) => string) | undefined>>,
  use: (dir: string) => Promise<T>,
): Promise<T> {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'cac-')));
  try {
    cpSync(fixture, dir, { recursive: true });
    for (const path in changes) {
      const change = changes[path];
      const file = join(dir, path);
      mkdirSync(dirname(file), { recursive: true });
      if (change === undefined) rmSync(file, { recursive: true });
      else writeFileSync(file, typeof change === 'string' ? change : change(readFileSync(file, 'utf8')));
    }
    return await use(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The tree without templates, checks and remediations, which have tests of their own. */
const noParts =
  ({ product }: Environment): ReadParts =>
  async () => ({
    facts: {
      names: [product.id],
      fact: (name) =>
        name === product.id ? { id: name, cpe: `cpe:/o:acme:${name}`, title: product.fullName } : undefined,
    },
    platforms: [],
    oval: emptyOvalLibrary,
    cpeOval: emptyOvalLibrary,
    definition: () => undefined,
    scripts: () => [],
    remediations: () => [],
  });

export interface Reading {
  readonly content: Content | undefined;
  /** Everything that was reported, as people read it. */
  readonly report: string;
}

export async function readProduct(dir: string, product: string): Promise<Reading> {
  const diagnostics = new Diagnostics();
  const root = ContentRoot.open(dir, diagnostics.report);
  const env = root && createEnvironment(root, product, { sce: false }, diagnostics.report);
  const all = { isWanted: () => true, compiled: new Map(), isPart: false };
  const content = env && (await new CacProduct(env, openShelf(env), noParts(env)).read(all));
  return { content, report: formatPretty(diagnostics.all, false) };
}

/** Reads a product of the fixture, which has no mistakes. */
export async function contentOf(product: string): Promise<Content> {
  const { content, report } = await readProduct(fixture, product);
  if (report !== '' || !content) throw new Error(report);
  return content;
}

/** What is reported of a product of a changed fixture. */
export const reportOf = (product: string, changes: Parameters<typeof withCheckout>[0]): Promise<string> =>
  withCheckout(changes, async (dir) => (await readProduct(dir, product)).report);

type AnyItem = Value | RuleSource | GroupSource;

/** What was read, in which no rule was compiled. */
export function* itemsOf(children: readonly ItemSource[]): Generator<AnyItem> {
  for (const child of children as readonly AnyItem[]) {
    yield child;
    if (child.kind === 'group') yield* itemsOf(child.children);
  }
}

export function itemOf<K extends AnyItem['kind']>(
  content: Content,
  kind: K,
  name: string,
): Extract<AnyItem, { kind: K }> {
  for (const item of itemsOf(content.children)) {
    if (item.kind === kind && item.name === name) return item as Extract<AnyItem, { kind: K }>;
  }
  throw new Error(`there is no ${kind} ${name}`);
}

/** The tree as indented names. */
export const outline = (children: readonly ItemSource[], indent = ''): string =>
  children
    .map(
      (child) =>
        `${indent}${child.name}\n${child.kind === 'group' ? outline(child.children, `${indent}  `) : ''}`,
    )
    .join('');

/** A text as markup, references to Values as `{id}`. */
export function markup({ children }: Pick<RichText, 'children'>): string {
  return children
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'valueReference') return `{${node.value}}`;
      if (node.type !== 'element') return '';
      const attributes = Object.entries(node.properties).map(([name, value]) => ` ${name}="${value}"`);
      return `<${node.tagName}${attributes.join('')}>${markup(node as { children: RichText['children'] })}</${node.tagName}>`;
    })
    .join('');
}
