import { ansiblePlaybook, bashScript } from '../backends/remediation/index.js';
import { shellWord } from '../backends/remediation/shell-word.js';
import { timestampOf } from '../backends/timestamp.js';
import { writeTailoring } from '../backends/xccdf/index.js';
import type { TestableBenchmark } from '../build/read.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Benchmark, Group, Profile, Rule, Select, SetValue, Value } from '../model/benchmark.js';
import { childrenOf, rulesOf, valuesOf } from '../model/items.js';
import { type ProfileView, viewProfile } from '../model/profile-view.js';
import type { RemediationLanguage } from '../model/remediation.js';
import type { Scenario } from '../model/scenario.js';
import { plainText } from '../model/text.js';
import { asString } from '../text/chunks.js';
import { dataStreamOf } from './data-stream.js';
import { unknownScenarioProduct, unknownScenarioProfile, unknownScenarioValue } from './messages.js';
import { onlyRules } from './only-rules.js';
import type { Proof } from './proof.js';

/** The last part of the id of the profile that scenarios are scanned with. */
const profileName = 'scapc_scenario';

/** Makes the scenarios of a product ready to run; reports what they name and what does not exist. */
export function planProofs(
  { benchmark, scenarios, products }: TestableBenchmark,
  chosen: ReadonlySet<string>,
  report: Report,
): Proof[] {
  const rules = new Map(rulesOf(benchmark).map((rule) => [rule.name, planRule(benchmark, rule)]));
  return scenarios.flatMap((scenario) => {
    const plan = rules.get(scenario.rule);
    if (!plan || !chosen.has(scenario.rule) || !isFor(scenario, benchmark, products, report)) return [];
    const proof = planProof(benchmark, plan, scenario, report);
    return proof ? [proof] : [];
  });
}

/** What all scenarios of a rule share. */
interface RulePlan {
  readonly rule: Rule;
  readonly selects: readonly Select[];
  readonly dataStream: () => string;
}

function planRule(benchmark: Benchmark, rule: Rule): RulePlan {
  const selects = [
    ...[...neededBy(benchmark, rule)].map((idref) => ({ idref, selected: true })),
    ...rule.conflicts.map((idref) => ({ idref, selected: false })),
  ];
  let text: string | undefined;
  const dataStream = (): string => {
    text ??= dataStreamOf(onlyRules(benchmark, new Set(selects.map(({ idref }) => idref))));
    return text;
  };
  return { rule, selects, dataStream };
}

function isFor(
  scenario: Scenario,
  benchmark: Benchmark,
  products: readonly string[],
  report: Report,
): boolean {
  for (const { value, place } of scenario.products)
    if (!products.includes(value) && place) report(unknownScenarioProduct(place, value, products));
  return scenario.products.length === 0 || scenario.products.some(({ value }) => value === benchmark.name);
}

function planProof(
  benchmark: Benchmark,
  { rule, selects, dataStream }: RulePlan,
  scenario: Scenario,
  report: Report,
): Proof | undefined {
  const base = baseProfile(benchmark, scenario, report);
  const setValues = settingsOf(benchmark, scenario, report);
  if (base === 'unknown' || !setValues) return undefined;
  const profile: Profile = {
    id: `xccdf_${benchmark.naming.reverseDns}_profile_${profileName}`,
    name: profileName,
    title: plainText(`The scenario ${scenario.name} of ${rule.name}`),
    description: plainText('Selects one rule.'),
    ...(base ? { extends: base.id } : {}),
    platforms: [],
    references: [],
    selects,
    setValues,
    refineValues: [],
    refineRules: [],
  };
  const view = { ...viewProfile(benchmark, profile), rules: [rule] };
  const script = scriptOf(scenario, benchmark, view, report);
  if (script === undefined) return undefined;
  const has = (language: RemediationLanguage): boolean =>
    scenario.unrepairable === undefined && rule.remediations.some((fix) => fix.language === language);
  return {
    benchmark,
    rule,
    scenario,
    profile,
    script,
    dataStream,
    tailoring: writeTailoring(benchmark, profile, timestampOf(undefined, benchmark.status.date)),
    ...(has('bash') ? { bash: asString(bashScript(benchmark, profile, view)) } : {}),
    ...(has('ansible') ? { ansible: asString(ansiblePlaybook(benchmark, profile, view)) } : {}),
  };
}

function baseProfile(
  { profiles }: Benchmark,
  { profile }: Scenario,
  report: Report,
): Profile | undefined | 'unknown' {
  if (!profile) return undefined;
  const found = profiles.find(({ name }) => name === profile.value);
  if (found) return found;
  const known = profiles.map(({ name }) => name);
  if (profile.place) report(unknownScenarioProfile(profile.place, profile.value, known));
  return 'unknown';
}

/** What a scenario sets Values to: the option of that name, or the word itself. */
function settingsOf(benchmark: Benchmark, scenario: Scenario, report: Report): SetValue[] | undefined {
  const values = valuesOf(benchmark);
  const settings = scenario.variables.map(({ name, value, place }) => {
    const found = values.find((each) => each.name === name);
    if (!found) report(unknownScenarioValue(place, name, namesOf(values)));
    return found && { idref: found.id, value: optionValue(found, value) };
  });
  return settings.every((setting) => setting !== undefined) ? settings : undefined;
}

function optionValue({ options }: Value, word: string): string {
  const selector = word === 'default' ? undefined : word;
  return options.find((option) => option.selector === selector)?.value ?? word;
}

const namesOf = (values: readonly Value[]): string[] => values.map(({ name }) => name);

/** The scenario's script with the values that the profile has. */
function scriptOf(
  { script }: Scenario,
  benchmark: Benchmark,
  view: ProfileView,
  report: Report,
): string | undefined {
  const values = valuesOf(benchmark);
  let missing = false;
  const text = script
    .map((part) => {
      if (typeof part === 'string') return part;
      if (values.some(({ id }) => id === part.value)) return shellWord(view.valueOf(part.value));
      const name = part.value.slice(part.value.indexOf('_value_') + '_value_'.length);
      report(unknownScenarioValue(part.origin, name, namesOf(values)));
      missing = true;
      return '';
    })
    .join('');
  return missing ? undefined : text;
}

/** Ids of the rule, what it requires, and the Groups around all of these. */
function neededBy(benchmark: Benchmark, rule: Rule): ReadonlySet<string> {
  const around = new Map<string, readonly (Group | Rule)[]>();
  const walk = (parent: Benchmark | Group, path: readonly Group[]): void => {
    for (const child of childrenOf(parent)) {
      if (child.kind === 'value') continue;
      around.set(child.id, [...path, child]);
      if (child.kind === 'group') walk(child, [...path, child]);
    }
  };
  walk(benchmark, []);
  const needed = new Set<string>();
  const add = (id: string): void => {
    for (const item of around.get(id) ?? []) {
      if (needed.has(item.id)) continue;
      needed.add(item.id);
      item.requires.forEach(add);
    }
  };
  add(rule.id);
  return needed;
}
