import type { Element } from 'xast';
import { isExternal, type OvalItem, type OvalKind, type OvalLibrary } from '../../../model/oval.js';
import type { SourceFile } from '../../../source/file.js';
import { filePlace } from '../../../source/file.js';
import { childNamed, element } from '../../../xml/nodes.js';
import type { Environment } from '../environment.js';
import { readExtraOvals } from '../templates/extra-ovals.js';
import type { RuleTemplates } from '../templates/templates.js';
import type { Templatable, TemplateUse } from '../templates/use.js';
import { isCce } from '../tree/identifiers.js';
import { collectShorthands, inOrder, type Ordered } from './collect.js';
import { mergeShorthands } from './merge.js';
import { ovalRuleMissing } from './messages.js';
import { expandOval, readOval } from './read.js';
import type { Shorthand } from './shorthand.js';
import { type DeclaringFile, IdIndex, ruleOvalFiles, SharedOval, walkOrder } from './static-files.js';

/** A rule of the tree, as far as its checks and remediations depend on it. */
export interface CheckedRule {
  readonly id: string;
  readonly title: string;
  /** The folder of its `rule.yml`. */
  readonly folder: string;
  readonly template?: TemplateUse;
  /** Whether its checks are its own, and not a feed of somebody else's. */
  readonly isCheckedHere: boolean;
  /** Identifiers that count for the product: `cce` and others. */
  readonly identifiers: Readonly<Record<string, unknown>>;
}

export const sharedChecksFolder = 'shared/checks/oval';

/** An OVAL file in the folder of a rule. */
interface RuleOval {
  readonly id: string;
  readonly file: SourceFile;
}

/** Finds rules of the tree by their ids. */
export interface RuleLookup {
  get(id: string): CheckedRule | undefined;
  /** The folder of every rule of the tree, by its id. */
  readonly folders: ReadonlyMap<string, string>;
}

/** Where a definition came from stays visible once its id is translated. */
function withReferences(item: OvalItem, cce: string | undefined): OvalItem {
  const metadata = childNamed(item.element, 'metadata');
  if (!metadata) return item;
  const added = [element('reference', { ref_id: item.id, source: 'ssg' })];
  if (cce !== undefined) added.unshift(element('reference', { ref_id: cce, source: 'CCE' }));
  const description = metadata.children.length - 1;
  const changed: Element = {
    ...metadata,
    children: [...metadata.children.slice(0, description), ...added, ...metadata.children.slice(description)],
  };
  const children = item.element.children.map((child) => (child === metadata ? changed : child));
  return { ...item, element: { ...item.element, children } };
}

/**
 * The OVAL that checks rules: from their own folders, else made by their templates, else from the shared
 * checks, with everything that those definitions extend.
 */
export class RuleChecks {
  readonly #env: Environment;
  readonly #templates: RuleTemplates;
  readonly #rules: RuleLookup;
  readonly #extra: ReadonlyMap<string, Templatable>;
  readonly #shared: SharedOval;
  /** Files by the definitions that they were found for. */
  readonly #kept = new Map<string, Ordered | undefined>();

  /** @param rules every rule of the tree that counts for the product, since definitions extend those of other rules */
  constructor(env: Environment, templates: RuleTemplates, rules: RuleLookup) {
    this.#env = env;
    this.#templates = templates;
    this.#rules = rules;
    this.#extra = readExtraOvals(env);
    this.#shared = new SharedOval(env, [sharedChecksFolder]);
  }

  /**
   * @param wanted ids of the rules whose checks are wanted
   * @param held ids of all rules that the benchmark holds
   * @param declaring the files of rules that declare external variables
   */
  async load(
    wanted: Iterable<string>,
    held: ReadonlySet<string>,
    declaring: readonly DeclaringFile[],
  ): Promise<OvalLibrary> {
    const own = new Set(wanted);
    const files = await collectShorthands(
      own,
      (ids) => this.#findKept(ids, own),
      (missing) => this.#findItems(missing),
    );
    const library = mergeShorthands(
      inOrder([...files, ...(await this.#earlierVariables(files, declaring))]),
      this.#env.report,
    );
    const definition = new Map<string, OvalItem>();
    for (const [id, item] of library.definition) {
      const rule = held.has(id) ? this.#rules.get(id) : undefined;
      const cce = rule?.isCheckedHere ? rule.identifiers.cce : undefined;
      definition.set(id, withReferences(item, typeof cce === 'string' && isCce(cce) ? cce : undefined));
    }
    return { ...library, definition };
  }

  /** What checks of other rules define is asked for again and again; what the rules themselves define, once. */
  async #findKept(ids: readonly string[], own: ReadonlySet<string>): Promise<(Ordered | undefined)[]> {
    const wanted = ids.filter((id) => own.has(id) || !this.#kept.has(id));
    const found = await this.#find(wanted);
    const now = new Map(wanted.map((id, at) => [id, found[at]]));
    for (const [id, file] of now) if (!own.has(id)) this.#kept.set(id, file);
    return ids.map((id) => (now.has(id) ? now.get(id) : this.#kept.get(id)));
  }

  async #find(ids: readonly string[]): Promise<(Ordered | undefined)[]> {
    const found = await this.#findByName(ids);
    const longer = ids.map((id, at) => (found[at] ? undefined : this.#nameWithin(id)));
    if (longer.every((name) => name === undefined)) return found;
    const others = await this.#findByName(longer.flatMap((name) => name ?? []));
    let next = 0;
    return found.map((file, at) => {
      const name = longer[at];
      if (name === undefined) return file;
      if (this.#env.broken.has(name)) this.#env.broken.add(ids[at] as string);
      return others[next++];
    });
  }

  /** A file may define more than the definition that it is named for, under longer ids: the rule that it is for. */
  #nameWithin(id: string): string | undefined {
    for (let cut = id.lastIndexOf('_'); cut > 0; cut = id.lastIndexOf('_', cut - 1)) {
      const name = id.slice(0, cut);
      if (this.#extra.has(name) || this.#rules.get(name)) return name;
    }
    return undefined;
  }

  /** The files that are named for definitions. */
  async #findByName(ids: readonly string[]): Promise<(Ordered | undefined)[]> {
    const templated = ids.map((id) => this.#templatable(id));
    const own = ids.map((id) => this.#fromRuleFolder(id));
    const requests = templated.flatMap((templatable, at) =>
      templatable && !own[at] ? [{ templatable, language: 'oval' as const }] : [],
    );
    const made = await this.#templates.make(requests);
    const texts = new Map(requests.map(({ templatable }, at) => [templatable.id, made[at]]));
    return ids.map(
      (id, at) => own[at] ?? readOval(this.#env, `2 ${id}`, texts.get(id)) ?? this.#fromShared(id),
    );
  }

  /** Files that define what is missing, from the shared checks or the folders of other rules. */
  async #findItems(missing: ReadonlyMap<OvalKind, ReadonlySet<string>>): Promise<Ordered[]> {
    const ids = new Set([...missing.values()].flatMap((set) => [...set]));
    const found = this.#shared
      .filesDefining(ids)
      .flatMap((file) => readOval(this.#env, `3 ${file.path}`, expandOval(this.#env, file)) ?? []);
    for (const { shorthand } of found) for (const { id } of shorthand.items) ids.delete(id);
    if (ids.size === 0) return found;
    this.#ids ??= new IdIndex(this.#ruleFiles, ({ file }) => file.text);
    return [...found, ...this.#ids.defining(ids).flatMap(({ id }) => this.#fromRuleFolder(id) ?? [])];
  }

  /**
   * Of an external variable that several files declare, the first counts, even where nothing reaches its
   * file: declarations by other rules, before those that were found.
   */
  async #earlierVariables(
    files: readonly Ordered[],
    declaring: readonly DeclaringFile[],
  ): Promise<Ordered[]> {
    const first = firstDeclarations(files);
    if (first.size === 0) return [];
    const loaded = new Set(files.map(({ order }) => order));
    const others = [...this.#mentions(first, loaded, declaring), ...(await this.#namesakes(first, loaded))];
    return others.map(({ order, shorthand }) => {
      const items = shorthand.items.filter((item) => isExternal(item) && first.has(item.id));
      return { order, shorthand: { ...shorthand, items } };
    });
  }

  /** Files in the folders of other rules that mention one of the variables, and stand before its declaration. */
  #mentions(
    first: ReadonlyMap<string, string>,
    loaded: ReadonlySet<string>,
    declaring: readonly DeclaringFile[],
  ): Ordered[] {
    const mention = new RegExp(`\\b(?:${[...first.keys()].map(escapeRegExp).join('|')})\\b`, 'g');
    return declaring.flatMap(({ rule, path }) => {
      const order = `1 ${walkOrder(this.#rules.folders.get(rule) ?? '')}`;
      if (loaded.has(order)) return [];
      const text = this.#env.root.read(path)?.text ?? '';
      const isEarlier = [...text.matchAll(mention)].some(([name]) => order < (first.get(name) ?? ''));
      return isEarlier ? (this.#fromRuleFolder(rule) ?? []) : [];
    });
  }

  /** The same of templates, whose variables nobody sees in a text: those of rules that are named as one is. */
  async #namesakes(first: ReadonlyMap<string, string>, loaded: ReadonlySet<string>): Promise<Ordered[]> {
    const ids = new Set<string>();
    for (const [variable, order] of first) {
      for (const id of this.#rulesNamedAs(variable.replace(/^var_/, ''))) {
        if (`2 ${id}` < order && !loaded.has(`2 ${id}`)) ids.add(id);
      }
    }
    const requests = [...ids].flatMap((id) => {
      const templatable = this.#namesakesMade.has(id) ? undefined : this.#templatable(id);
      return templatable ? [{ templatable, language: 'oval' as const }] : [];
    });
    const made = await this.#templates.make(requests);
    for (const [at, { templatable }] of requests.entries()) {
      const { id } = templatable;
      this.#namesakesMade.set(id, readOval(this.#env, `2 ${id}`, made[at]));
    }
    return [...ids].flatMap((id) => this.#namesakesMade.get(id) ?? []);
  }

  /** Of rules that are wanted for their variables alone. */
  readonly #namesakesMade = new Map<string, Ordered | undefined>();
  #ruleNames: string | undefined;

  /** Rules whose names hold a word. */
  #rulesNamedAs(word: string): string[] {
    // One text of all names is searched many times faster than each of them.
    this.#ruleNames ??= [...this.#rules.folders.keys()].map((id) => `${id}\n`).join('');
    const names = this.#ruleNames;
    const found: string[] = [];
    for (let at = names.indexOf(word); at >= 0 && at < names.length; ) {
      const end = names.indexOf('\n', at);
      found.push(names.slice(names.lastIndexOf('\n', at - 1) + 1, end));
      at = names.indexOf(word, end + 1);
    }
    return found;
  }

  #allRuleFiles: readonly RuleOval[] | undefined;
  #ids: IdIndex<RuleOval> | undefined;

  /** The OVAL files in the folders of rules that count for the product. */
  get #ruleFiles(): readonly RuleOval[] {
    this.#allRuleFiles ??= [...this.#rules.folders].flatMap(([id, folder]) =>
      ruleOvalFiles(this.#env, folder).map((file) => ({ id, file })),
    );
    return this.#allRuleFiles;
  }

  #templatable(id: string): Templatable | undefined {
    const rule = this.#rules.get(id);
    const templatable = rule?.template
      ? { id, title: rule.title, template: rule.template }
      : this.#extra.get(id);
    return templatable && this.#templates.makes({ templatable, language: 'oval' }) ? templatable : undefined;
  }

  #fromRuleFolder(id: string): Ordered | undefined {
    const rule = this.#rules.get(id);
    if (!rule) return undefined;
    const context = { rule_id: id, rule_title: rule.title, products: [this.#env.product.id] };
    for (const file of ruleOvalFiles(this.#env, rule.folder)) {
      const found = readOval(this.#env, `1 ${walkOrder(rule.folder)}`, expandOval(this.#env, file, context));
      if (found) {
        this.#checkId(id, found.shorthand);
        return found;
      }
      // A file that counts less would say something else than the one that is wrong.
      if (this.#env.broken.has(id)) return undefined;
    }
    return undefined;
  }

  /** A file in the folder of a rule defines what checks that rule. */
  #checkId(id: string, { file, items }: Shorthand): void {
    const definitions = items.filter(({ kind }) => kind === 'definition').map((item) => item.id);
    if (definitions.includes(id)) return;
    const place = items.find(({ kind }) => kind === 'definition')?.origin ?? filePlace(file);
    this.#env.report(ovalRuleMissing(id, definitions, place));
  }

  #fromShared(id: string): Ordered | undefined {
    for (const file of this.#shared.filesFor(id)) {
      const found = readOval(this.#env, `3 ${file.path}`, expandOval(this.#env, file));
      if (found) return found;
    }
    return undefined;
  }
}

const escapeRegExp = (text: string): string => text.replace(/[^\w]/g, '\\$&');

/** Where each external variable is first declared. */
function firstDeclarations(files: readonly Ordered[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { order, shorthand } of files) {
    for (const item of shorthand.items) {
      if (!isExternal(item)) continue;
      const known = first.get(item.id);
      if (known === undefined || order < known) first.set(item.id, order);
    }
  }
  return first;
}
