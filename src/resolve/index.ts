import type { Report } from '../diagnostics/diagnostic.js';
import type { Benchmark, Check, Group, PlatformReference, Rule, Value } from '../model/benchmark.js';
import {
  type CompiledRule,
  type Content,
  type GroupSource,
  type ItemSource,
  isCompiled,
  type RuleSource,
  type Sourced,
} from '../model/content.js';
import { emptyOvalLibrary } from '../model/oval.js';
import type { Fact, Platform } from '../model/platform.js';
import { ansibleTags, guarded } from './guards.js';
import { linkToItself, unknownLink } from './messages.js';
import { checkExports, OvalLinker } from './oval.js';
import { PlatformResolver } from './platforms.js';
import { resolveProfiles } from './profiles.js';
import { checkReferences, checkValue } from './values.js';

const ovalSystem = 'http://oval.mitre.org/XMLSchema/oval-definitions-5';

/**
 * Links what a front-end read: names become ids, expressions become Platforms, selections become selectors,
 * checks find the OVAL and the Values that they need, remediations get their guards. Whatever names something
 * that does not exist is reported; the benchmark is complete only where nothing was.
 *
 * @param onMisfit told of each compiled rule that would be another one if it were compiled as part of this content
 */
export function resolve(
  content: Content,
  report: Report,
  onMisfit: (rule: CompiledRule) => void = () => {},
): Benchmark {
  const items = new Map<string, Exclude<ItemSource, Value>>();
  const values = new Map<string, Value>();
  index(content.children, items, values);
  const linker = new Linker(content, items, values, report, onMisfit);
  for (const value of content.platformOrder ?? []) linker.platforms.platform({ value });
  linker.namePlatforms(content.children, []);
  const children = content.children.map((child) => linker.item(child, []));
  const platforms = content.platforms.flatMap((source) => linker.platforms.reference(source) ?? []);
  const profiles = resolveProfiles(
    content.profiles,
    { items, values, broken: content.broken },
    (source) => linker.platforms.reference(source),
    report,
  );
  const facts = withProductFacts(linker.platforms.facts, content, platforms);
  return {
    id: content.id,
    name: content.name,
    naming: content.naming,
    productName: content.productName,
    title: content.title,
    description: content.description,
    notices: content.notices,
    frontMatter: content.frontMatter,
    rearMatter: content.rearMatter,
    status: content.status,
    version: content.version,
    ...(content.updateUrl === undefined ? {} : { updateUrl: content.updateUrl }),
    language: content.language,
    metadata: content.metadata,
    platforms,
    profiles,
    values: children.filter((child) => child.kind === 'value'),
    rules: children.filter((child) => child.kind === 'rule'),
    groups: children.filter((child) => child.kind === 'group'),
    platformDefinitions: linker.platforms.platforms,
    facts,
    oval: linker.oval.library,
    cpeOval: content.isPart ? emptyOvalLibrary : linkFacts(facts, content, report),
    ...(content.manualChecks === undefined ? {} : { manualChecks: content.manualChecks }),
    catalogues: content.catalogues,
  };
}

function index(
  children: readonly ItemSource[],
  items: Map<string, Exclude<ItemSource, Value>>,
  values: Map<string, Value>,
): void {
  for (const child of children) {
    if (child.kind === 'value') values.set(child.name, child);
    else items.set(child.name, child);
    if (child.kind === 'group') index(child.children, items, values);
  }
}

const holdsRule = ({ children }: GroupSource): boolean =>
  children.some((child) => child.kind === 'rule' || (child.kind === 'group' && holdsRule(child)));

const sourcesOf = ({ pieces }: CompiledRule): Sourced<string>[] =>
  pieces.names.platforms.map((value) => ({ value }));

/** What linking the items needs, and what it gathers on the way. */
class Linker {
  readonly platforms: PlatformResolver;
  readonly oval: OvalLinker;
  readonly #valueIds: ReadonlySet<string>;
  readonly #valueNames: readonly string[];
  readonly #valuePrefix: string;

  constructor(
    readonly content: Content,
    readonly items: ReadonlyMap<string, Exclude<ItemSource, Value>>,
    readonly values: ReadonlyMap<string, Value>,
    readonly report: Report,
    readonly onMisfit: (rule: CompiledRule) => void,
  ) {
    this.platforms = new PlatformResolver(content.facts, report);
    this.oval = new OvalLinker(content.oval, content.broken, report);
    this.#valueIds = new Set([...values.values()].map(({ id }) => id));
    this.#valueNames = [...values.keys()];
    this.#valuePrefix = `xccdf_${content.naming.reverseDns}_value_`;
  }

  /** Makes the Platforms of all rules, before groups without rules refer to them. */
  namePlatforms(children: readonly ItemSource[], inherited: readonly Sourced<string>[]): void {
    for (const child of children) {
      if (isCompiled(child)) this.#platformsOf([...inherited, ...sourcesOf(child)]);
      else if (child.kind === 'rule') this.#platformsOf([...inherited, ...child.platforms]);
      else if (child.kind === 'group') this.namePlatforms(child.children, [...inherited, ...child.platforms]);
    }
  }

  /** Links an item; `inherited` are the platforms of the groups around it. */
  item(source: ItemSource, inherited: readonly Sourced<string>[]): Value | Rule | Group {
    if (isCompiled(source)) return this.#compiled(source, inherited);
    const nameOf = (id: string): string =>
      id.startsWith(this.#valuePrefix) ? id.slice(this.#valuePrefix.length) : id;
    checkReferences(source, this.#valueIds, nameOf, this.#valueNames, this.content.broken, this.report);
    if (source.kind === 'value') {
      checkValue(source, this.report);
      return source;
    }
    if (source.kind === 'rule') return this.#rule(source, inherited);
    const { children, ...group } = source;
    return {
      ...group,
      platforms: holdsRule(source) ? this.#references(source.platforms) : this.#known(source.platforms),
      requires: this.#links('requires', source),
      conflicts: this.#links('conflicts', source),
      children: children.map((child) => this.item(child, [...inherited, ...source.platforms])),
    };
  }

  /** Its Platforms, and those of the groups around it, are called here as they were, or others named them first. */
  #compiled(rule: CompiledRule, inherited: readonly Sourced<string>[]): Rule {
    const platforms = this.#references([...inherited, ...sourcesOf(rule)]);
    if (JSON.stringify(platforms) !== JSON.stringify(rule.pieces.platforms)) this.onMisfit(rule);
    return rule;
  }

  #rule(source: RuleSource, inherited: readonly Sourced<string>[]): Rule {
    const { definition, otherChecks, ...rule } = source;
    const guard = {
      inherited: this.#platformsOf(inherited),
      own: this.#platformsOf(source.platforms),
      facts: this.platforms.facts,
      wording: this.content.guardWording,
    };
    const tags = ansibleTags(source, this.content.catalogues);
    return {
      ...rule,
      platforms: this.#references(source.platforms),
      requires: this.#links('requires', source),
      conflicts: this.#links('conflicts', source),
      remediations: source.remediations.map((remediation) => guarded(remediation, guard, tags, this.report)),
      checks: [...(definition ? this.#ovalCheck(definition) : []), ...otherChecks],
    };
  }

  #platformsOf(sources: readonly Sourced<string>[]): Platform[] {
    return sources.flatMap((source) =>
      source.value.startsWith('cpe:') ? [] : (this.platforms.platform(source) ?? []),
    );
  }

  #references(sources: readonly Sourced<string>[]): PlatformReference[] {
    return sources.flatMap((source) => this.platforms.reference(source) ?? []);
  }

  /** Nobody asks where a group without rules applies, so it brings no Platforms of its own. */
  #known(sources: readonly Sourced<string>[]): PlatformReference[] {
    return sources.flatMap((source) => {
      const platform = this.platforms.known(source);
      return platform ? [{ kind: 'platform' as const, id: platform.id }] : [];
    });
  }

  #links(kind: 'requires' | 'conflicts', source: RuleSource | GroupSource): string[] {
    return source[kind].flatMap(({ value: name, place }) => {
      const target = this.items.get(name);
      if (!target) {
        const elsewhere = this.content.elsewhere?.get(name);
        if (elsewhere !== undefined) return [elsewhere];
        if (!this.content.broken.has(name))
          this.report(unknownLink(kind, name, [...this.items.keys()], place));
      } else if (target === source) this.report(linkToItself(kind, name, place));
      else return [target.id];
      return [];
    });
  }

  #ovalCheck(definition: Sourced<string>): Check[] {
    const externals = this.oval.link(definition);
    if (!externals) return [];
    const exports = checkExports(externals, this.values, this.content.broken, this.report);
    return [{ kind: 'oval', system: ovalSystem, name: definition.value, exports }];
  }
}

/** The facts that the benchmark's own CPE names stand for, beside those that expressions name. */
function withProductFacts(
  used: ReadonlyMap<string, Fact>,
  { facts }: Content,
  platforms: readonly PlatformReference[],
): ReadonlyMap<string, Fact> {
  const all = new Map<string, Fact>();
  const wanted = new Set(platforms.flatMap((each) => (each.kind === 'cpe' ? [each.name] : [])));
  for (const name of facts.names) {
    const fact = wanted.size > 0 ? facts.fact(name, undefined, undefined) : undefined;
    if (fact && wanted.has(fact.cpe)) all.set(fact.id, fact);
  }
  for (const [id, fact] of used) all.set(id, fact);
  return all;
}

function linkFacts(
  facts: ReadonlyMap<string, Fact>,
  { oval, cpeOval = oval, broken }: Content,
  report: Report,
) {
  const linker = new OvalLinker(cpeOval, broken, report);
  for (const { definition, origin } of facts.values()) {
    if (definition !== undefined) linker.link({ value: definition, ...(origin ? { place: origin } : {}) });
  }
  return linker.library;
}
