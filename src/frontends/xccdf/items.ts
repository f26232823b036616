import type { Report } from '../../diagnostics/diagnostic.js';
import type { AnyItem } from '../../model/items.js';
import type { SourceFile } from '../../source/file.js';
import { type PlacedElement, textOf } from '../../xml/nodes.js';
import { readGroup } from './group.js';
import { duplicateId, missingId } from './messages.js';
import { type RuleDraft, readRule } from './rule.js';
import { placeOf, type Scope } from './scope.js';
import { readValue } from './value.js';

/**
 * Collects the items of one benchmark while its document is parsed: an item is read when its element ends,
 * so that its subtree is garbage before the next one stands.
 */
export class BenchmarkReader {
  readonly scope: Scope;
  /** Every Group, Rule and Value by its id; a Group after its children. */
  readonly items = new Map<string, AnyItem>();
  readonly drafts: RuleDraft[] = [];
  /** What a `cluster-id` stands for (NIST IR 7275r4, 6.4.1). */
  readonly clusters = new Map<string, string[]>();
  readonly #children = new Map<PlacedElement, AnyItem[]>();
  readonly #offsets = new Map<string, number>();

  constructor(benchmark: PlacedElement, file: SourceFile, report: Report) {
    this.scope = {
      file,
      report,
      language: benchmark.attributes['xml:lang'] ?? 'en',
      plainTexts: new Map(),
      pendingValues: [],
      pendingIds: [],
    };
  }

  /** The children of a benchmark or group, in document order. */
  childrenOf(parent: PlacedElement): readonly AnyItem[] {
    return this.#children.get(parent) ?? [];
  }

  add(element: PlacedElement, parent: PlacedElement, end: number): void {
    const { id } = element.attributes;
    if (element.name === 'xccdf:plain-text') {
      this.scope.plainTexts.set(id ?? '', textOf(element));
      return;
    }
    if (parent.name !== 'xccdf:Benchmark' && parent.name !== 'xccdf:Group') return;
    if (id === undefined || id === '') {
      this.scope.report(missingId(placeOf(this.scope, element.offset), element.name.slice('xccdf:'.length)));
      return;
    }
    const known = this.#offsets.get(id);
    if (known !== undefined) {
      const first = placeOf(this.scope, known);
      this.scope.report(duplicateId(placeOf(this.scope, element.offset), id, first));
      return;
    }
    this.#offsets.set(id, element.offset);
    const item = this.#read(element, end);
    this.items.set(id, item);
    const siblings = this.#children.get(parent);
    if (siblings) siblings.push(item);
    else this.#children.set(parent, [item]);
    this.#addToCluster(element, id);
  }

  #read(element: PlacedElement, end: number): AnyItem {
    if (element.name === 'xccdf:Value') return readValue(element, end, this.scope);
    if (element.name === 'xccdf:Group') {
      const group = readGroup(element, end, this.childrenOf(element), this.scope);
      this.#children.delete(element);
      return group;
    }
    const draft = readRule(element, end, this.scope);
    this.drafts.push(draft);
    return draft.rule;
  }

  #addToCluster({ attributes }: PlacedElement, id: string): void {
    const cluster = attributes['cluster-id'];
    if (cluster === undefined || cluster === '') return;
    const members = this.clusters.get(cluster);
    if (members) members.push(id);
    else this.clusters.set(cluster, [id]);
  }
}
