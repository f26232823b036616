import type { ManualCheck, Naming } from '../../model/benchmark.js';
import type {
  CompiledRule,
  Content,
  GuardWording,
  RuleChoice,
  RuleNames,
  RuleSource,
} from '../../model/content.js';
import type { ReaderMemo } from '../memo.js';
import { PolicyLibrary } from './controls/library.js';
import { addControlReferences, type ControlReferences, controlReferences } from './controls/references.js';
import type { Environment } from './environment.js';
import { type DeclaringFile, declaringFiles } from './oval/static-files.js';
import type { ProductParts, ReadParts } from './parts.js';
import { profileSource } from './profiles/profile.js';
import { isForDataStream, readProfiles } from './profiles/read-profile.js';
import { type ResolvedProfile, resolveProfiles } from './profiles/resolve-profiles.js';
import { readBenchmark } from './tree/benchmark.js';
import { field, platformsOf } from './tree/common.js';
import { checkComponents } from './tree/components.js';
import { idsOf } from './tree/ids.js';
import { linkedReferences, ownReferences } from './tree/references.js';
import { ocilOf, ruleSource } from './tree/rule.js';
import type { RuleFile } from './tree/rule-file.js';
import { RuleShelf } from './tree/rule-shelf.js';
import { addStigReferences, readStig, type StigRules } from './tree/stig.js';
import { TreeReader } from './tree/tree.js';
import { ValueUses } from './tree/used-values.js';
import type { TextContext } from './tree/xhtml.js';

export { cacProducts, createEnvironment, isCacCheckout } from './environment.js';

/** The tree of a product, from listings alone. */
export const openShelf = (env: Environment): RuleShelf => new RuleShelf(env);

/** What the profiles and the controls of a product say of its rules, and what their folders hold. */
export interface CacMemo extends ReaderMemo {
  /** Names of the rules that some profile selects, hidden ones included, sorted. */
  readonly selected: readonly string[];
  readonly controlReferences: ControlReferences;
  readonly declaring: readonly DeclaringFile[];
}

/**
 * One product of a ComplianceAsCode checkout: the rules that its profiles select, with what those need, and nothing
 * else. Everything that is wrong with it is reported.
 */
export class CacProduct {
  readonly #env: Environment;
  readonly #readParts: ReadParts;
  readonly #shelf: RuleShelf;
  readonly #context: TextContext;
  readonly #tree: TreeReader;
  readonly #resolved: readonly ResolvedProfile[];
  readonly #memo: CacMemo;
  /** What stands before the items, once it was read. */
  #front: { readonly read: ReturnType<typeof readBenchmark> } | undefined;
  #stig: StigRules | undefined;

  /** @param memo of the same product; it is then read in parts only */
  constructor(env: Environment, shelf: RuleShelf, readParts: ReadParts, memo?: CacMemo) {
    this.#env = env;
    this.#readParts = readParts;
    this.#shelf = shelf;
    this.#context = { valuePrefix: idsOf(env).value, report: env.report };
    this.#tree = new TreeReader(shelf, env, idsOf(env), this.#context);
    if (memo) {
      this.#resolved = [];
      this.#memo = memo;
      return;
    }
    const policies = new PolicyLibrary(env);
    this.#resolved = resolveProfiles(readProfiles(env), policies, this.#shelf, env);
    this.#memo = {
      selected: selectedRules(this.#profiles),
      controlReferences: controlReferences(policies, env),
      declaring: declaringFiles(env, shelf.dirs),
      dependsOnRules: this.#resolved.some(({ file }) => Boolean(file.data.filter_rules)),
    };
  }

  get memo(): CacMemo {
    return this.#memo;
  }

  /** The content with the rules that are wanted; nothing where the benchmark itself cannot be read. */
  async read(choice: RuleChoice): Promise<Content | undefined> {
    const env = this.#env;
    const shelf = this.#shelf;
    const context = this.#context;
    const ids = idsOf(env);
    this.#front ??= { read: readBenchmark(env, context) };
    const front = this.#front.read;
    const held = new Set(this.#memo.selected);
    const compiled = new Map([...choice.compiled].filter(([name]) => held.has(name)));
    const files = this.#memo.selected.flatMap((name) =>
      choice.isWanted(name) && !compiled.has(name) ? (shelf.rule(name) ?? []) : [],
    );
    const parts = await this.#readParts({
      rules: files,
      held,
      declaring: this.#memo.declaring,
      expressions: expressionsOf(files, compiled, shelf),
      isPart: choice.isPart,
    });
    this.#stig ??= readStig(env);
    const fromElsewhere = { controls: this.#memo.controlReferences, stig: this.#stig };
    const own = ruleSources(files, parts, fromElsewhere, env, ids.rule, context);
    const rules = new Map<string, RuleSource | CompiledRule>([...own, ...compiled]);
    if (!choice.isPart) checkComponents(this.#filesOf(rules.keys()), env);
    const profiles = choice.isPart ? [] : this.#profiles;
    const names = namesOf(own, parts, ids.value);
    const tree = this.#tree.read(rules, usedValues(names, compiled, profiles));
    await env.validations.report(env.report);
    if (!front) return undefined;
    return {
      id: `${ids.benchmark}${String(env.product.properties.benchmark_id)}`,
      name: env.product.id,
      productName: env.product.fullName,
      naming: namingOf(env),
      ...front,
      version: env.release,
      updateUrl: env.constants.latestUri,
      language: 'en-US',
      platforms: parts.platforms,
      children: tree.children,
      ruleNames: names,
      isPart: choice.isPart,
      platformOrder: choice.platforms ?? [],
      broken: env.broken,
      manualChecks: choice.isPart ? [] : manualChecksElsewhere(this.#resolved, rules, shelf, context),
      elsewhere: new Map([
        ...rulesElsewhere(own, shelf, ids.rule),
        ...this.#memo.selected.flatMap((name) => (rules.has(name) ? [] : [[name, ids.rule + name] as const])),
      ]),
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

  /** How many rules the benchmark may hold. */
  get ruleCount(): number {
    return this.#memo.selected.length;
  }

  /** The paths of the files of rules, by their names. */
  #filesOf(names: Iterable<string>): Map<string, string> {
    return new Map(
      [...names].flatMap((name) => {
        const dir = this.#shelf.dirs.get(name);
        return dir === undefined ? [] : [[name, `${dir}/rule.yml`] as const];
      }),
    );
  }

  get #profiles(): ResolvedProfile[] {
    return this.#resolved.filter(({ file }) => isForDataStream(file));
  }
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

function selectedRules(profiles: readonly ResolvedProfile[]): string[] {
  const names = new Set<string>();
  for (const { selections } of profiles) for (const name of selections.selected.keys()) names.add(name);
  return [...names].sort();
}

/** Every platform expression that reaches one of the rules. */
function expressionsOf(
  files: readonly RuleFile[],
  compiled: ReadonlyMap<string, CompiledRule>,
  shelf: RuleShelf,
): string[] {
  const inherited = [...files.map(({ id }) => id), ...compiled.keys()].flatMap((id) =>
    shelf.inheritedPlatforms(id),
  );
  return [
    ...[...files.flatMap(platformsOf), ...inherited].map(({ value }) => value),
    ...[...compiled.values()].flatMap(({ pieces }) => pieces.names.platforms),
  ].filter((value) => !value.startsWith('cpe:'));
}

function ruleSources(
  files: readonly RuleFile[],
  parts: ProductParts,
  { controls, stig }: { readonly controls: ControlReferences; readonly stig: StigRules },
  env: Environment,
  idPrefix: string,
  context: TextContext,
): Map<string, RuleSource> {
  const out = new Map<string, RuleSource>();
  for (const file of files) {
    const references = ownReferences(file, env);
    addControlReferences(references, file, controls, env);
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
  rules: ReadonlyMap<string, unknown>,
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

/** What each rule names. */
function namesOf(
  rules: ReadonlyMap<string, RuleSource>,
  { oval }: ProductParts,
  valuePrefix: string,
): Map<string, RuleNames> {
  const uses = new ValueUses(oval, valuePrefix);
  return new Map(
    [...rules].map(([name, rule]) => [
      name,
      { platforms: rule.platforms.map(({ value }) => value), values: [...uses.of(rule)] },
    ]),
  );
}

/** Names of the Values that rules use or profiles set. */
function usedValues(
  names: ReadonlyMap<string, RuleNames>,
  compiled: ReadonlyMap<string, CompiledRule>,
  profiles: readonly ResolvedProfile[],
): Set<string> {
  const used = new Set<string>();
  for (const { values } of names.values()) for (const name of values) used.add(name);
  for (const { pieces } of compiled.values()) for (const name of pieces.names.values) used.add(name);
  for (const { selections } of profiles) for (const name of selections.values.keys()) used.add(name);
  return used;
}
