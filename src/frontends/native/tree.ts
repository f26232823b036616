import type { Item } from '../../model/benchmark.js';
import type { Content, GroupSource, ItemSource, RuleChoice, RuleNames } from '../../model/content.js';
import type { BenchmarkData } from '../../schema/benchmark.js';
import type { GroupData } from '../../schema/group.js';
import { namePattern } from '../../schema/parts.js';
import { filePlace, type Place, type SourceFile, valuePlace } from '../../source/file.js';
import type { Entry } from '../../source/root.js';
import { isForProduct } from './for-product.js';
import { readItem, sourcedList } from './items.js';
import { badName, idTwice, noGroupFile, orderUnknown, strayFile } from './messages.js';
import type { OvalCollector } from './oval.js';
import { readRule } from './rule.js';
import { itemId, once, readDocument, type Scope } from './scope.js';
import { readValue } from './value.js';

type Child = ItemSource;

const validName = new RegExp(namePattern);

/** Reads the tree below the benchmark's folder; every name stands once in it. */
export class TreeReader {
  /** The paths of items by their names. */
  readonly #names = new Map<string, string>();
  /** Names of what exists but could not be read. */
  readonly broken = new Set<string>();
  /** What the rules that were read name. */
  readonly ruleNames = new Map<string, RuleNames>();

  constructor(
    readonly scope: Scope,
    readonly oval: OvalCollector,
    readonly choice: RuleChoice,
  ) {}

  /** The id of a rule that is in another part. */
  get elsewhere(): NonNullable<Content['elsewhere']> {
    return {
      get: (name) => {
        const path = this.choice.isPart ? this.scope.folders.pathOf(name) : undefined;
        return path !== undefined && isForProduct(this.scope, 'rule', path)
          ? itemId(this.scope, 'rule', name)
          : undefined;
      },
    };
  }

  /** The children of a folder, in document order: Values, Rules, Groups, each by name, unless `order` says otherwise. */
  children(folder: string, file: SourceFile, data: GroupData | BenchmarkData): Child[] {
    const { rules, others } = this.scope.folders.in(folder);
    const { isPart, isWanted } = this.choice;
    const values = others.flatMap((entry) => (entry.kind === 'file' ? (this.#file(entry) ?? []) : []));
    // Most rules are in another part, which finds out whether they are for the product.
    const wanted = isPart ? rules.filter(({ name }) => isWanted(name)) : rules;
    const read = wanted.flatMap((entry) => this.#ruleIn(entry) ?? []);
    const groups = others.flatMap((entry) =>
      entry.kind === 'directory' ? (this.#groupIn(entry) ?? []) : [],
    );
    return this.#ordered([...values, ...read, ...groups], file, data.order ?? [], folder);
  }

  #ruleIn({ path, name }: Entry): Child | undefined {
    const compiled = this.choice.compiled.get(name);
    if (!compiled && !isForProduct(this.scope, 'rule', path)) return undefined;
    return this.#claim('rule', name, `${path}/rule.yml`) ? (compiled ?? this.#rule(path, name)) : undefined;
  }

  #groupIn({ path, name }: Entry): Child | undefined {
    const { root, report } = this.scope;
    const groupPath = `${path}/group.yml`;
    if (!root.isFile(groupPath)) {
      report(noGroupFile(this.#place(path), name));
      return undefined;
    }
    if (!isForProduct(this.scope, 'group', path)) return undefined;
    const claimed = this.#claim('group', name, groupPath);
    const document = readDocument<GroupData>(this.scope, 'group', groupPath);
    if (!document || !claimed) {
      this.broken.add(name);
      // What lies below is read all the same, so that one run shows every mistake.
      this.children(path, { path: groupPath, text: '' }, { title: '', description: '' });
      return undefined;
    }
    return this.#group(path, name, document.file, document.data);
  }

  #rule(path: string, name: string): Child | undefined {
    const rule = this.#orBroken(name, readRule(this.scope, path, name, this.oval));
    // Every Value of the product is in the benchmark, whoever uses it.
    if (rule) this.ruleNames.set(name, { platforms: rule.platforms.map(({ value }) => value), values: [] });
    return rule;
  }

  #group(path: string, name: string, file: SourceFile, data: GroupData): GroupSource {
    return {
      kind: 'group',
      ...(once(this.scope, file.path, () => readItem(this.scope, 'group', name, file, data)) as Item),
      rationale: { type: 'root', children: [] },
      platforms: sourcedList(file, 'platforms', data.platforms),
      requires: [],
      conflicts: [],
      references: [],
      selected: true,
      children: this.children(path, file, data),
    };
  }

  #file({ path, name }: Entry): Child | undefined {
    if (name === 'group.yml' || name === 'benchmark.yml') return undefined;
    if (!name.endsWith('.var')) {
      if (!name.startsWith('.') && !name.endsWith('.md'))
        this.scope.report(strayFile(this.#place(path), name));
      return undefined;
    }
    const id = name.slice(0, -'.var'.length);
    return this.#claim('value', id, path)
      ? this.#orBroken(
          id,
          once(this.scope, path, () => readValue(this.scope, path, id)),
        )
      : undefined;
  }

  #orBroken<T>(name: string, item: T | undefined): T | undefined {
    if (item === undefined) this.broken.add(name);
    return item;
  }

  #place(path: string): Place {
    return filePlace(this.scope.root.read(path) ?? { path: this.scope.root.label(path), text: '' });
  }

  /** Takes a name for an item; reports a name that is taken or that is none. */
  #claim(kind: Child['kind'], name: string, path: string): boolean {
    if (!validName.test(name)) {
      this.scope.report(badName(this.#place(path), name));
      return false;
    }
    const first = this.#names.get(name);
    if (first !== undefined) {
      this.scope.report(idTwice(kind, name, this.#place(path), this.#place(first)));
      return false;
    }
    this.#names.set(name, path);
    return true;
  }

  #ordered(children: Child[], file: SourceFile, order: readonly string[], folder: string): Child[] {
    if (order.length === 0) return children;
    const rank = new Map(order.map((name, i) => [name, i]));
    const known = this.scope.root.list(folder).map(({ name }) => name.replace(/\.var$/, ''));
    order.forEach((name, i) => {
      if (!known.includes(name)) this.scope.report(orderUnknown(valuePlace(file, ['order', i]), name, known));
    });
    const place = (child: Child): number => rank.get(child.name) ?? order.length;
    return [...children].sort((a, b) => place(a) - place(b));
  }
}
