import type { Report } from '../diagnostics/diagnostic.js';
import { notAContentRoot } from '../diagnostics/messages.js';
import type { Content, RuleChoice } from '../model/content.js';
import type { Scenario } from '../model/scenario.js';
import type { ContentRoot } from '../source/root.js';
import type { Environment } from './cac/environment.js';
import type { CacMemo } from './cac/index.js';
import type { PartsReader } from './cac/read-parts.js';
import type { RuleShelf } from './cac/tree/rule-shelf.js';
import type { Answers, ReaderMemo } from './memo.js';

const wholeProduct: RuleChoice = { isWanted: () => true, compiled: new Map(), isPart: false };

/** A content root whose format is known. */
export interface ContentReader {
  /** The products that can be built, by name. */
  readonly products: readonly string[];
  /**
   * Reads one product, or the rules of it that are chosen; everything that is wrong is reported. What the whole
   * product takes is read once, however often this is asked for the product that it was last asked for.
   */
  read(product: string, choice?: RuleChoice): Promise<Content | undefined>;
  /**
   * What was worked out of a product beyond its rules: another reader that is given it by `recall` need not work it
   * out again for some rules.
   */
  memo?(product: string): ReaderMemo | undefined;
  /**
   * Does of the work for a product what can be done before it is known which rules it has, step by step: what goes
   * before the rules, then rules that it may have.
   */
  anticipate?(product: string, isWanted: RuleChoice['isWanted']): Iterable<void>;
  /**
   * Takes a memo of the same content; it then answers for parts of the product only.
   *
   * @param answers what is known of the programs of the content, for whoever would ask them
   */
  recall?(product: string, memo: ReaderMemo, answers?: () => Answers): void;
  /** What the programs of the content answered; absent where a format has none. */
  answers?(): Answers;
  /** How many rules a product may hold; reading them is left to `read`. */
  ruleCount(product: string): number;
  /** The scenarios of a product that was read without errors; absent where the format is not tried in that way. */
  scenarios?(product: string): readonly Scenario[];
  /** Ends what the reader keeps running. */
  close(): void;
}

/**
 * Finds the format of a content root; reports and returns nothing where it has none. A front-end is loaded
 * only when its format is met, since starting is a good part of a short run.
 *
 * @param shippedTemplates the rule templates that come with scapc, for the native format
 * @param sce whether rules of a ComplianceAsCode checkout have their check scripts, whatever the checkout says
 */
export async function openContent(
  root: ContentRoot,
  shippedTemplates: ContentRoot | undefined,
  sce: boolean,
  report: Report,
): Promise<ContentReader | undefined> {
  if (root.isFile('scapc.yml')) return openNative(root, shippedTemplates, report);
  if (root.isFile('ssg/constants.py')) return openCac(root, sce, report);
  report(notAContentRoot(root.dir));
  return undefined;
}

async function openNative(
  root: ContentRoot,
  shippedTemplates: ContentRoot | undefined,
  report: Report,
): Promise<ContentReader> {
  const { NativeReader, nativeProducts } = await import('./native/index.js');
  const reader = new NativeReader(root, shippedTemplates, report);
  return {
    products: nativeProducts(root),
    read: async (product, choice = wholeProduct) => reader.read(product, choice),
    ruleCount: (product) => reader.ruleCount(product),
    scenarios: (product) => reader.scenarios(product),
    close: () => {},
  };
}

async function openCac(root: ContentRoot, sce: boolean, report: Report): Promise<ContentReader> {
  const { CacProduct, cacProducts, createEnvironment, openShelf } = await import('./cac/index.js');
  const { partsReader } = await import('./cac/read-parts.js');
  // Made with the first product, since it starts a process that whoever only lists products has no use for.
  let parts: PartsReader | undefined;
  let ready: { readonly name: string; readonly env: Environment; readonly shelf: RuleShelf } | undefined;
  let last: { readonly name: string; readonly product: InstanceType<typeof CacProduct> } | undefined;
  const memos = new Map<string, ReaderMemo>();
  let known: (() => Answers) | undefined;
  const prepare = (name: string): typeof ready => {
    if (!parts) {
      parts = partsReader(root.realPath, known);
      // The modules of the checkout that a `template.py` may import.
      for (const { name: file, path } of root.list('ssg')) if (file.endsWith('.py')) root.note(path);
    }
    if (ready?.name !== name) {
      const env = createEnvironment(root, name, { sce }, report);
      ready = env && { name, env, shelf: openShelf(env) };
    }
    return ready;
  };
  const open = (name: string): InstanceType<typeof CacProduct> | undefined => {
    const prepared = prepare(name);
    if (!prepared || !parts) return undefined;
    if (last?.name !== name) {
      const { env, shelf } = prepared;
      last = {
        name,
        product: new CacProduct(
          env,
          shelf,
          parts.forProduct(env, shelf),
          memos.get(name) as CacMemo | undefined,
        ),
      };
    }
    return last.product;
  };
  return {
    products: cacProducts(root),
    read: async (name, choice = wholeProduct) => open(name)?.read(choice),
    memo: (name) => open(name)?.memo,
    *anticipate(name, isWanted) {
      const prepared = prepare(name);
      if (!prepared) return;
      prepared.env.prepare();
      yield;
      for (const rule of prepared.shelf.dirs.keys()) {
        if (isWanted(rule)) yield void prepared.shelf.rule(rule);
      }
    },
    recall(name, memo, answers) {
      memos.set(name, memo);
      known = answers;
    },
    answers: () => parts?.answers() ?? new Map(),
    ruleCount: (name) => open(name)?.ruleCount ?? 0,
    close: () => parts?.close(),
  };
}
