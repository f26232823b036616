import type { Benchmark, PlatformReference, Profile, Rule } from '../../model/benchmark.js';
import { type AnyItem, itemsOf } from '../../model/items.js';
import { type ProfileView, viewProfile } from '../../model/profile-view.js';
import type { Chunk } from '../../text/chunks.js';
import { anchorsOf } from './anchors.js';
import { catalogueFinder, type ShownCatalogue } from './catalogues.js';
import type { GuideOptions } from './options.js';
import { platformWords } from './platforms.js';
import { escapeExpression } from './templates.js';
import { plainTextOf } from './text/plain-text.js';
import type { ShowValue } from './text/rich-text.js';

/** What every part of the page needs to know while it is written. */
export interface GuideContext {
  readonly benchmark: Benchmark;
  /** In document order, a parent before its children. */
  readonly items: readonly AnyItem[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly profiles: readonly Profile[];
  /** The profile that texts, values and severities are written with. */
  readonly profile: Profile | undefined;
  /** Ids of the profiles that come from a tailoring file. */
  readonly tailored: ReadonlySet<string>;
  readonly view: ProfileView;
  readonly showValue: ShowValue;
  readonly anchorOf: (id: string) => string;
  readonly titleOf: (id: string) => string;
  /** The title of an item as it stands in a link, escaped. */
  readonly linkTitle: (id: string) => Chunk;
  readonly platformWords: (reference: PlatformReference) => string;
  /** Ids of the Values that a rule uses, in the order of their items. */
  readonly valuesUsedBy: (rule: Rule) => readonly string[];
  readonly dataStream: string;
  readonly catalogueOf: (uri: string) => ShownCatalogue;
  /** The catalogues that something named so far, by their URIs. */
  readonly catalogues: ReadonlyMap<string, ShownCatalogue>;
}

export function contextOf(benchmark: Benchmark, options: GuideOptions): GuideContext {
  const items = [...itemsOf(benchmark)];
  const profiles = [...benchmark.profiles, ...(options.tailoring ?? [])];
  const whole = options.tailoring ? { ...benchmark, profiles } : benchmark;
  const wanted = options.profile ?? options.tailoring?.[0]?.id;
  const profile = profiles.find(({ id, name }) => id === wanted || name === wanted);
  const view = viewProfile(whole, profile);
  const indexOf = new Map(items.map((item, index) => [item.id, index]));
  const anchors = anchorsOf(items, profiles);
  const showValue = valuesOf(items, anchors, view);
  const titles = titlesOf(items, showValue);
  const { find, found } = catalogueFinder(benchmark);
  return {
    benchmark: whole,
    catalogueOf: find,
    catalogues: found,
    items,
    indexOf,
    profiles,
    profile,
    tailored: new Set(options.tailoring?.map(({ id }) => id)),
    view,
    showValue,
    anchorOf: (id) => anchors.get(id) ?? '',
    titleOf: (id) => titles.get(id) ?? '',
    linkTitle(id) {
      const item = items[indexOf.get(id) ?? -1];
      const compiled = item?.kind === 'rule' ? item.pieces?.guide?.title : undefined;
      return compiled ?? escapeExpression(titles.get(id) ?? '');
    },
    platformWords: onceEach((reference) => platformWords(reference, whole)),
    valuesUsedBy: onceEach((rule) => rule.pieces?.values ?? valuesUsedBy(rule, indexOf)),
    dataStream: options.dataStream ?? `${benchmark.naming.prefix}-${benchmark.name}-ds.xml`,
  };
}

/** A function that works each answer out once. */
function onceEach<Key extends object, Answer>(answer: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    let found = known.get(key);
    if (found === undefined) {
      found = answer(key);
      known.set(key, found);
    }
    return found;
  };
}

/** The value in force for each Value, looked up once; a Value that chooses nothing is shown by its title. */
function valuesOf(
  items: readonly AnyItem[],
  anchors: ReadonlyMap<string, string>,
  view: ProfileView,
): ShowValue {
  const shown = new Map<string, string>();
  for (const item of items) if (item.kind === 'value') shown.set(item.id, view.valueOf(item.id));
  return (id) => ({ anchor: anchors.get(id) ?? '', value: shown.get(id) ?? id });
}

const titlesOf = (items: readonly AnyItem[], showValue: ShowValue): ReadonlyMap<string, string> =>
  new Map(items.map((item) => [item.id, plainTextOf(item.title, showValue) || item.name]));

/** The Values that a rule's texts, checks and remediations use, in the order of their items. */
function valuesUsedBy(rule: Rule, indexOf: ReadonlyMap<string, number>): string[] {
  const used = new Map<number, string>();
  const add = (id: string): void => {
    const index = indexOf.get(id);
    if (index !== undefined) used.set(index, id);
  };
  for (const check of rule.checks) for (const { value } of check.exports) add(value);
  for (const { parts } of rule.remediations)
    for (const part of parts) if (typeof part !== 'string') add(part.value);
  const texts = [rule.description, rule.rationale, ...rule.warnings.map(({ text }) => text)];
  if (rule.ocil) texts.push(rule.ocil.question);
  if (rule.fixText) texts.push(rule.fixText);
  for (const text of texts) eachReference(text, add);
  return [...used].sort(([a], [b]) => a - b).map(([, id]) => id);
}

function eachReference(node: { readonly type: string }, found: (id: string) => void): void {
  if (node.type === 'valueReference') found((node as unknown as { value: string }).value);
  else if ('children' in node)
    for (const child of node.children as { type: string }[]) eachReference(child, found);
}
