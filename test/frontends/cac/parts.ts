import { Diagnostics } from '../../../src/diagnostics/diagnostic.js';
import { formatPretty } from '../../../src/diagnostics/pretty.js';
import { createEnvironment, type Environment } from '../../../src/frontends/cac/environment.js';
import { declaringFiles } from '../../../src/frontends/cac/oval/static-files.js';
import type { ProductParts } from '../../../src/frontends/cac/parts.js';
import { type PartsReader, partsReader } from '../../../src/frontends/cac/read-parts.js';
import { platformsOf } from '../../../src/frontends/cac/tree/common.js';
import type { RuleFile } from '../../../src/frontends/cac/tree/rule-file.js';
import { RuleShelf } from '../../../src/frontends/cac/tree/rule-shelf.js';
import type { OvalLibrary } from '../../../src/model/oval.js';
import type { RemediationPart } from '../../../src/model/remediation.js';
import { ContentRoot } from '../../../src/source/root.js';
import { writeXml } from '../../../src/xml/write.js';
import { fixture, withCheckout } from './checkout.js';

export interface Parts extends ProductParts {
  /** Everything that was reported, as people read it. */
  readonly report: string;
  readonly env: Environment;
  rule(id: string): RuleFile;
}

/** Reads templates, checks, remediations and facts of some rules of a product. */
export async function readParts(
  dir: string,
  product: string,
  rules: readonly string[],
  sce = false,
): Promise<Parts> {
  const reader = partsReader(dir);
  try {
    return await readPartsWith(reader, dir, product, rules, sce);
  } finally {
    reader.close();
  }
}

/** The same with a reader that may have read other products. */
export async function readPartsWith(
  reader: PartsReader,
  dir: string,
  product: string,
  rules: readonly string[],
  sce = false,
): Promise<Parts> {
  const diagnostics = new Diagnostics();
  const root = ContentRoot.open(dir, diagnostics.report);
  const env = root && createEnvironment(root, product, { sce }, diagnostics.report);
  if (!env) throw new Error(formatPretty(diagnostics.all, false));
  const shelf = new RuleShelf(env);
  const rule = (id: string): RuleFile => {
    const file = shelf.rule(id);
    if (!file) throw new Error(`there is no rule ${id}\n${formatPretty(diagnostics.all, false)}`);
    return file;
  };
  const files = rules.map(rule);
  const platforms = files.flatMap((file) => [...platformsOf(file), ...shelf.inheritedPlatforms(file.id)]);
  const expressions = platforms.map(({ value }) => value);
  const readThem = reader.forProduct(env, shelf);
  const declaring = declaringFiles(env, shelf.dirs);
  const parts = await readThem({ rules: files, held: new Set(rules), declaring, expressions, isPart: false });
  return { ...parts, env, rule, report: formatPretty(diagnostics.all, false) };
}

/** Parts of the fixture, in which nothing is wrong. */
export async function partsOf(product: string, rules: readonly string[]): Promise<Parts> {
  const parts = await readParts(fixture, product, rules);
  if (parts.report !== '') throw new Error(parts.report);
  return parts;
}

/** What is reported of the parts of a changed fixture. */
export const partsReport = (
  rules: readonly string[],
  changes: Parameters<typeof withCheckout>[0],
): Promise<string> => withCheckout(changes, async (dir) => (await readParts(dir, 'acme9', rules)).report);

/** Each item of a library as `kind id`. */
export const idsIn = (library: OvalLibrary): string[] =>
  Object.values(library).flatMap((items) => [...items.values()].map(({ kind, id }) => `${kind} ${id}`));

export function xmlOf(library: OvalLibrary, kind: keyof OvalLibrary, id: string): string {
  const item = library[kind].get(id);
  if (!item) throw new Error(`there is no ${kind} ${id}`);
  return writeXml(item.element);
}

/** The text of a remediation, references to Values as `{id}`. */
export const textOf = (parts: readonly RemediationPart[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : `{${part.value}}`)).join('');
