import type { Report } from '../../diagnostics/diagnostic.js';
import type { ManualCheck, Naming } from '../../model/benchmark.js';
import type { Content, GuardWording, RuleSource } from '../../model/content.js';
import type { ContentRoot } from '../../source/root.js';
import { PolicyLibrary } from './controls/library.js';
import { addControlReferences, controlReferences } from './controls/references.js';
import { type BuildSettings, createEnvironment, type Environment } from './environment.js';
import type { ProductParts, ReadParts } from './parts.js';
import { profileSource } from './profiles/profile.js';
import { isForDataStream, readProfiles } from './profiles/read-profile.js';
import { type ResolvedProfile, resolveProfiles } from './profiles/resolve-profiles.js';
import { readBenchmark } from './tree/benchmark.js';
import { field } from './tree/common.js';
import { checkComponents } from './tree/components.js';
import { idsOf } from './tree/ids.js';
import { linkedReferences, ownReferences } from './tree/references.js';
import { ocilOf, ruleSource } from './tree/rule.js';
import type { RuleFile } from './tree/rule-file.js';
import { RuleShelf } from './tree/rule-shelf.js';
import { addStigReferences, readStig } from './tree/stig.js';
import { readTree } from './tree/tree.js';
import { ValueUses } from './tree/used-values.js';
import type { TextContext } from './tree/xhtml.js';

export { cacProducts, isCacCheckout } from './environment.js';

/**
 * Reads one product of a ComplianceAsCode checkout: the rules that its profiles select, with what those need,
 * and nothing else. Everything that is wrong with it is reported.
 */
export async function readCac(
  root: ContentRoot,
  productId: string,
  settings: BuildSettings,
  report: Report,
  readParts: ReadParts,
): Promise<Content | undefined> {
  const env = createEnvironment(root, productId, settings, report);
  if (!env) return undefined;
  const ids = idsOf(env);
  const context: TextContext = { valuePrefix: ids.value, report };
  const front = readBenchmark(env, context);
  const shelf = new RuleShelf(env);
  const policies = new PolicyLibrary(env);
  const resolved = resolveProfiles(readProfiles(env), policies, shelf, env);
  const profiles = resolved.filter(({ file }) => isForDataStream(file));
  const files = selectedRules(profiles, shelf);
  checkComponents(files, env);
  const parts = await readParts(env, files, shelf);
  const rules = ruleSources(files, parts, policies, env, ids.rule, context);
  const tree = readTree(shelf, rules, usedValues(rules, profiles, parts, ids.value), env, ids, context);
  await env.validations.report(report);
  if (!front) return undefined;
  return {
    id: `${ids.benchmark}${String(env.product.properties.benchmark_id)}`,
    name: productId,
    productName: env.product.fullName,
    naming: namingOf(env),
    ...front,
    version: env.release,
    updateUrl: env.constants.latestUri,
    language: 'en-US',
    platforms: parts.platforms,
    children: tree.children,
    broken: env.broken,
    manualChecks: manualChecksElsewhere(resolved, rules, shelf, context),
    elsewhere: rulesElsewhere(rules, shelf, ids.rule),
    profiles: profiles
      .filter(({ file }) => !file.hidden)
      .map((profile) =>
        profileSource(
          profile,
          tree.emptyGroups(profile.selections.selected),
          ids.profile,
          parts.facts,
          env,
          context,
        ),
      ),
    facts: parts.facts,
    guardWording,
    oval: parts.oval,
    cpeOval: parts.cpeOval,
  };
}

/** The words that builds of a checkout put around remediations, which people's scripts may look for. */
const guardWording: GuardWording = {
  bash: {
    comment: 'Remediation is applicable only in certain platforms',
    notApplicable: 'Remediation is not applicable, nothing was done',
  },
  taskStyle: 'libyaml',
  packageFacts: { name: 'Gather the package facts', module: 'package_facts', manager: 'auto' },
};

/** Data streams of checkouts are made, and named, by OpenSCAP. */
const namingOf = ({ constants }: Environment): Naming => ({
  prefix: 'ssg',
  reverseDns: `${constants.vendor}.content`,
  ovalNamespace: 'ssg',
  dataStreamReverseDns: 'org.open-scap',
  style: 'SCAP_1.2',
});

/** The rules that some profile selects, hidden ones included; no others are read. */
function selectedRules(profiles: readonly ResolvedProfile[], shelf: RuleShelf): RuleFile[] {
  const names = new Set<string>();
  for (const { selections } of profiles) for (const name of selections.selected.keys()) names.add(name);
  return [...names].sort().flatMap((name) => shelf.rule(name) ?? []);
}

function ruleSources(
  files: readonly RuleFile[],
  parts: ProductParts,
  policies: PolicyLibrary,
  env: Environment,
  idPrefix: string,
  context: TextContext,
): Map<string, RuleSource> {
  const fromControls = controlReferences(policies, env);
  const stig = readStig(env);
  const out = new Map<string, RuleSource>();
  for (const file of files) {
    const references = ownReferences(file, env);
    addControlReferences(references, file, fromControls, env);
    addStigReferences(references, stig);
    const definition = parts.definition(file);
    const source = ruleSource(
      file,
      {
        idPrefix,
        references: linkedReferences(references, file, env),
        scripts: parts.scripts(file),
        remediations: parts.remediations(file),
        ...(definition ? { definition } : {}),
      },
      env,
      context,
    );
    out.set(file.id, source);
  }
  return out;
}

/** Manual checks of the rules that only profiles for other scanners select; they are not part of the benchmark. */
function manualChecksElsewhere(
  resolved: readonly ResolvedProfile[],
  rules: ReadonlyMap<string, RuleSource>,
  shelf: RuleShelf,
  context: TextContext,
): ManualCheck[] {
  const others = resolved.filter(({ file }) => !isForDataStream(file));
  const names = new Set(others.flatMap(({ selections }) => [...selections.selected.keys()]));
  return [...names].sort().flatMap((name) => {
    const file = rules.has(name) ? undefined : shelf.rule(name);
    const ocil = file && ocilOf(file);
    return file && ocil ? [{ name, title: field(file, 'title', context), ocil }] : [];
  });
}

/** Rules that rules of the benchmark require or conflict with, which the benchmark itself does not hold. */
function rulesElsewhere(
  rules: ReadonlyMap<string, RuleSource>,
  shelf: RuleShelf,
  idPrefix: string,
): Map<string, string> {
  const out = new Map<string, string>();
  for (const { requires, conflicts } of rules.values()) {
    for (const { value: name } of [...requires, ...conflicts]) {
      if (!rules.has(name) && shelf.existsAnywhere(name)) out.set(name, idPrefix + name);
    }
  }
  return out;
}

/** Names of the Values that rules use or profiles set. */
function usedValues(
  rules: ReadonlyMap<string, RuleSource>,
  profiles: readonly ResolvedProfile[],
  { oval }: ProductParts,
  valuePrefix: string,
): Set<string> {
  const uses = new ValueUses(oval, valuePrefix);
  const used = new Set<string>();
  for (const rule of rules.values()) for (const name of uses.of(rule)) used.add(name);
  for (const { selections } of profiles) for (const name of selections.values.keys()) used.add(name);
  return used;
}
