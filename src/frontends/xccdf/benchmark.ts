import type { Report } from '../../diagnostics/diagnostic.js';
import type {
  Benchmark,
  Group,
  Metadata,
  Notice,
  Profile,
  Rule,
  Status,
  Value,
} from '../../model/benchmark.js';
import type { AnyItem } from '../../model/items.js';
import type { OvalLibrary } from '../../model/oval.js';
import type { Fact, Platform } from '../../model/platform.js';
import type { PlacedElement } from '../../xml/nodes.js';
import { cataloguesOf } from './catalogue.js';
import type { Chosen, Find } from './datastream.js';
import { readDictionary } from './dictionary.js';
import { benchmarkOf } from './document.js';
import { namingOf, shortName } from './ids.js';
import { platformsOf } from './item.js';
import type { BenchmarkReader } from './items.js';
import { Checks, clashReporter, settle } from './link.js';
import { danglingReference, duplicateId, extendsCircle, missingDocument } from './messages.js';
import { mergeOval, openLibrary } from './oval.js';
import { plainOf } from './plain.js';
import { type FactCheck, readPlatforms } from './platform.js';
import { readProfile } from './profile.js';
import { description } from './prose.js';
import { referencesOf } from './reference.js';
import { all, first, placeOf, present, type Scope } from './scope.js';
import { localized, richText, words } from './text.js';

/** A benchmark, all of whose parts are here, as the model (NIST IR 7275r4, 6.3). */
export function readBenchmark(chosen: Chosen, report: Report): Benchmark {
  const { benchmark: element, document, find } = chosen;
  const reader = benchmarkOf(document, element, report);
  const { scope } = reader;
  const header = readHeader(element, scope);
  const checks = new Checks(reader, find);
  for (const draft of reader.drafts) Object.assign(draft.rule, checks.link(draft.checks));
  const profiles = readProfiles(element, reader);
  const platforms = readApplicability(chosen, scope, report);
  settle(reader);
  const children = reader.childrenOf(element) as readonly (Value | Rule | Group)[];
  const ofKind = <K extends AnyItem['kind']>(kind: K) =>
    children.filter((item): item is Extract<AnyItem, { kind: K }> => item.kind === kind);
  const [values, rules, groups] = [ofKind('value'), ofKind('rule'), ofKind('group')];
  const benchmark = {
    ...header,
    naming: namingOf(header.id, checks.oval.definition.keys()),
    profiles,
    values,
    rules,
    groups,
    ...platforms,
    oval: checks.oval,
    catalogues: cataloguesOf(referencesOf(element), reader.items.values()),
  };
  dropDanglingPlatforms(benchmark, reader);
  // Kinds that stand mixed at the top have an order that three lists cannot say.
  const isMixed = [...values, ...rules, ...groups].some((item, index) => item !== children[index]);
  return isMixed ? { ...benchmark, children } : benchmark;
}

function readHeader(element: PlacedElement, scope: Scope) {
  const id = element.attributes['id'] ?? '';
  const title = localized(element, 'xccdf:title', scope);
  const version = first(element, 'xccdf:version');
  return {
    id,
    name: shortName(id),
    productName: productName(plainOf(title)) || shortName(id),
    title,
    description: description(localized(element, 'xccdf:description', scope)),
    notices: all(element, 'xccdf:notice').map(
      (notice): Notice => ({ id: notice.attributes['id'] ?? '', text: richText(notice, scope) }),
    ),
    frontMatter: localized(element, 'xccdf:front-matter', scope),
    rearMatter: localized(element, 'xccdf:rear-matter', scope),
    status: statusOf(element),
    version: words(version),
    ...present({ updateUrl: version?.attributes['update'] }),
    language: scope.language,
    metadata: metadataOf(element),
    platforms: platformsOf(element),
  };
}

/** What a title names: content calls its benchmarks "Guide to the Secure Configuration of Debian 11". */
const productName = (title: string): string =>
  title
    .replace(/^\s*Guide to the Secure Configuration of\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The latest of the statuses; one without a date counts as older (NIST IR 7275r4, 6.2.8). */
function statusOf(element: PlacedElement): Status {
  let latest: Status | undefined;
  for (const child of all(element, 'xccdf:status')) {
    const status: Status = { value: words(child), ...present({ date: child.attributes['date'] }) };
    if (!latest || (status.date ?? '') >= (latest.date ?? '')) latest = status;
  }
  return latest ?? { value: 'incomplete' };
}

function metadataOf(element: PlacedElement): Metadata {
  const texts = (name: string): string[] =>
    all(element, 'xccdf:metadata').flatMap((metadata) => all(metadata, `dc:${name}`).map(words));
  const [publisher] = texts('publisher');
  const [creator] = texts('creator');
  const [source] = texts('source');
  return { ...present({ publisher, creator, source }), contributors: texts('contributor') };
}

function readProfiles(element: PlacedElement, { scope, items, clusters }: BenchmarkReader): Profile[] {
  const named = {
    selectable(id: string): readonly string[] {
      const item = items.get(id);
      if (item) return item.kind === 'value' ? [] : [id];
      return clusters.get(id) ?? [];
    },
    isValue: (id: string) => items.get(id)?.kind === 'value',
    isRule: (id: string) => items.get(id)?.kind === 'rule',
  };
  const profiles = new Map<string, Profile>();
  const elements = new Map<string, PlacedElement>();
  for (const child of all(element, 'xccdf:Profile')) {
    const id = child.attributes['id'] ?? '';
    const known = elements.get(id);
    if (known) {
      scope.report(duplicateId(placeOf(scope, child.offset), id, placeOf(scope, known.offset)));
      continue;
    }
    elements.set(id, child);
    profiles.set(id, readProfile(child, named, scope));
  }
  return [...profiles.values()].map((profile) => withSoundExtends(profile, profiles, elements, scope));
}

/** Reports and takes out an `extends` that leads nowhere or back to itself. */
function withSoundExtends(
  profile: Profile,
  profiles: ReadonlyMap<string, Profile>,
  elements: ReadonlyMap<string, PlacedElement>,
  scope: Scope,
): Profile {
  const { extends: base, ...rest } = profile;
  if (base === undefined) return profile;
  const place = (id: string) => placeOf(scope, elements.get(id)?.offset ?? 0);
  if (!profiles.has(base)) {
    scope.report(danglingReference(place(profile.id), 'extends', base));
    return rest;
  }
  const chain: string[] = [];
  let next: string | undefined = base;
  while (next !== undefined && next !== profile.id && !chain.includes(next)) {
    chain.push(next);
    next = profiles.get(next)?.extends;
  }
  if (next !== profile.id) return profile;
  const related = chain.map((id) => ({ message: `by way of \`${id}\``, place: place(id) }));
  scope.report(extendsCircle(place(profile.id), profile.id, related));
  return rest;
}

interface Applicability {
  readonly platformDefinitions: ReadonlyMap<string, Platform>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly cpeOval: OvalLibrary;
}

/** Platforms, the facts that they are made of, and the OVAL that decides those. */
function readApplicability(
  { benchmark, find, dictionaries }: Chosen,
  scope: Scope,
  report: Report,
): Applicability {
  const facts = new Map<string, Fact>();
  const wanted: { check: FactCheck; find: Find }[] = [];
  for (const dictionary of dictionaries) {
    const read = readDictionary(dictionary.element);
    for (const [id, fact] of read.facts) if (!facts.has(id)) facts.set(id, fact);
    for (const check of read.checks) wanted.push({ check, find: dictionary.find });
  }
  const checks: FactCheck[] = [];
  const platformDefinitions = readPlatforms(benchmark, { facts, checks });
  for (const check of checks) wanted.push({ check, find });

  const cpeOval = openLibrary();
  const seen = new Set<string>();
  for (const { check, find: follow } of wanted) {
    if (seen.has(check.href)) continue;
    seen.add(check.href);
    const found = follow(check.href) ?? find(check.href);
    const library = found?.kind === 'here' ? found.document.oval.get(found.element) : undefined;
    if (library) mergeOval(cpeOval, library, clashReporter(report));
    else report(missingDocument(placeOf(scope, benchmark.offset), check.href));
  }
  for (const fact of facts.values()) facts.set(fact.id, explained(fact, cpeOval));
  return { platformDefinitions, facts, cpeOval };
}

/** A fact that no dictionary names has the title of its definition. */
function explained(fact: Fact, cpeOval: OvalLibrary): Fact {
  if (fact.cpe !== '' || fact.definition === undefined) return fact;
  const metadata = cpeOval.definition
    .get(fact.definition)
    ?.element.children.find((child) => child.type === 'element' && child.name === 'metadata');
  const title = metadata?.type === 'element' ? words(first(metadata as PlacedElement, 'title')) : '';
  return title === '' ? fact : { ...fact, title };
}

/** An item cannot apply to a platform that is not there. */
function dropDanglingPlatforms(benchmark: Benchmark, { scope, items }: BenchmarkReader): void {
  const { platformDefinitions } = benchmark;
  for (const holder of [benchmark, ...benchmark.profiles, ...items.values()]) {
    if (!('platforms' in holder)) continue;
    const isMissing = (reference: Benchmark['platforms'][number]): boolean =>
      reference.kind === 'platform' && !platformDefinitions.has(reference.id);
    if (!holder.platforms.some(isMissing)) continue;
    const start = 'origin' in holder && holder.origin?.kind === 'span' ? holder.origin.start : 0;
    for (const reference of holder.platforms) {
      if (reference.kind !== 'platform' || !isMissing(reference)) continue;
      const at = Math.max(start, scope.file.text.indexOf(`#${reference.id}`, start));
      scope.report(danglingReference(placeOf(scope, at), 'platform', reference.id));
    }
    Object.assign(holder, { platforms: holder.platforms.filter((reference) => !isMissing(reference)) });
  }
}
