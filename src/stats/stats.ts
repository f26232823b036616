import type { Benchmark, Rule, RuleSeverity } from '../model/benchmark.js';
import { itemsOf, rulesOf } from '../model/items.js';
import type { Scenario } from '../model/scenario.js';

/** How much of a catalogue the rules name. */
export interface CatalogueStats {
  readonly title: string;
  /** Rules that name at least one of its requirements. */
  readonly rules: number;
  /** Different requirements that rules name. */
  readonly requirements: number;
}

/** What a benchmark holds, in figures. */
export interface Stats {
  readonly product: string;
  readonly groups: number;
  readonly rules: number;
  readonly values: number;
  readonly profiles: number;
  /** Rules that have each of these. */
  readonly with: {
    readonly check: number;
    readonly bash: number;
    readonly ansible: number;
    readonly ocil: number;
    readonly scenarios: number;
  };
  readonly scenarios: number;
  readonly severities: Readonly<Record<RuleSeverity, number>>;
  /** By the short key that authors write; catalogues that no rule names are there as well. */
  readonly catalogues: Readonly<Record<string, CatalogueStats>>;
}

/** Counts what a benchmark holds, and the scenarios that its rules are tried on. */
export function statsOf(benchmark: Benchmark, scenarios: readonly Scenario[]): Stats {
  const rules = rulesOf(benchmark);
  const ofProduct = scenarios.filter(
    ({ products }) => products.length === 0 || products.some(({ value }) => value === benchmark.name),
  );
  const tried = new Set(ofProduct.map(({ rule }) => rule));
  const count = (has: (rule: Rule) => boolean): number => rules.filter(has).length;
  const inLanguage = (language: string): number =>
    count(({ remediations }) => remediations.some((each) => each.language === language));
  const severity = (level: RuleSeverity): number => count((rule) => rule.severity === level);
  return {
    product: benchmark.name,
    groups: [...itemsOf(benchmark)].filter(({ kind }) => kind === 'group').length,
    rules: rules.length,
    values: [...itemsOf(benchmark)].filter(({ kind }) => kind === 'value').length,
    profiles: benchmark.profiles.length,
    with: {
      check: count(({ checks }) => checks.length > 0),
      bash: inLanguage('bash'),
      ansible: inLanguage('ansible'),
      ocil: count(({ ocil }) => ocil !== undefined),
      scenarios: count(({ name }) => tried.has(name)),
    },
    scenarios: ofProduct.length,
    severities: {
      high: severity('high'),
      medium: severity('medium'),
      low: severity('low'),
      info: severity('info'),
      unknown: severity('unknown'),
    },
    catalogues: Object.fromEntries(
      [...benchmark.catalogues].flatMap(([href, { key, title, url }]) =>
        url === undefined ? [] : [[key, { title, ...coverage(rules, href) }]],
      ),
    ),
  };
}

function coverage(rules: readonly Rule[], href: string): Omit<CatalogueStats, 'title'> {
  const named = rules.map(({ references }) => references.filter((each) => each.href === href));
  return {
    rules: named.filter((each) => each.length > 0).length,
    requirements: new Set(named.flat().map(({ text }) => text)).size,
  };
}
