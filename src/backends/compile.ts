import type { Benchmark, Group, Reference, Rule } from '../model/benchmark.js';
import type { CompiledRule, RuleNames } from '../model/content.js';
import { childrenOf } from '../model/items.js';
import type { OvalItem } from '../model/oval.js';
import { reachedFrom } from '../model/oval-references.js';
import { type OvalPiece, ovalKey, type RulePieces } from '../model/pieces.js';
import type { RemediationPart } from '../model/remediation.js';
import { emptyText, type RichText } from '../model/text.js';
import { ByteStore } from '../text/chunks.js';
import { ocilPieces } from './ocil/pieces.js';
import { ovalPiece } from './oval/index.js';
import { commonSection } from './remediation/index.js';
import { bodyOf } from './remediation/parts.js';
import { rulePiece } from './xccdf/rule.js';

/** What is written: everything, or the data stream and the documents in it. */
export type Outputs = 'all' | 'datastream';

/** Rules, each compiled by itself, and the OVAL that they reach. Plain data, which threads can hand to each other. */
export interface CompiledRules {
  readonly rules: readonly CompiledRule[];
  readonly oval: readonly OvalPiece[];
  /** The memory that their texts stand in. */
  readonly blocks: readonly ArrayBuffer[];
}

/**
 * Compiles every rule of a benchmark: all that the back-ends write of it, and of the OVAL that it reaches. The rest of
 * the benchmark can then be put together without the rules' own texts.
 *
 * @param names what the rules name, by their names
 * @param outputs for which they are compiled
 */
export async function compileRules(
  benchmark: Benchmark,
  names: ReadonlyMap<string, RuleNames>,
  outputs: Outputs,
): Promise<CompiledRules> {
  const store = new ByteStore();
  // Loaded only where there is to be one: it is a third of all that a thread would load.
  const { compilerOfGuide } = outputs === 'all' ? await import('./guide/index.js') : {};
  const guide = compilerOfGuide?.(benchmark, store);
  const oval: OvalPiece[] = [];
  const keys = new Map<OvalItem, string>();
  const compileOval = (item: OvalItem): string => {
    let key = keys.get(item);
    if (key === undefined) {
      const shown = item.kind === 'definition' ? guide?.definition(item.id) : undefined;
      oval.push({ ...ovalPiece(item, benchmark, store), ...(shown ? { guide: shown } : {}) });
      key = ovalKey(item);
      keys.set(item, key);
    }
    return key;
  };
  const rules: CompiledRule[] = [];
  for (const [rule, groups] of rulesWithGroups(benchmark, [])) {
    const reached = Array.from(reachedFrom(benchmark.oval, definitionsOf(rule)), compileOval);
    const ocil = ocilPieces(rule, benchmark, store);
    const { platforms = [], values = [] } = names.get(rule.name) ?? {};
    rules.push(
      withPieces(rule, guide ? oneOfEach(rule.references) : [], {
        xccdf: rulePiece(rule, benchmark, groups.length, store),
        ...(ocil ? { ocil } : {}),
        ...(guide ? { guide: guide.rule(rule) } : {}),
        ...(outputs === 'all' ? scriptsOf(rule, store) : { sections: {}, bodies: {} }),
        values: guide?.valuesUsedBy(rule) ?? [],
        oval: reached,
        platforms: [...groups, rule].flatMap((item) => item.platforms),
        names: { platforms, values },
      }),
    );
  }
  return { rules, oval, blocks: store.blocks };
}

/** Every rule with the groups around it, outermost first. */
function* rulesWithGroups(
  parent: Benchmark | Group,
  groups: readonly Group[],
): Generator<readonly [Rule, readonly Group[]]> {
  for (const child of childrenOf(parent)) {
    if (child.kind === 'rule') yield [child, groups];
    else if (child.kind === 'group') yield* rulesWithGroups(child, [...groups, child]);
  }
}

const definitionsOf = ({ checks }: Rule): string[] =>
  checks.flatMap(({ kind, name }) => (kind === 'oval' && name !== undefined ? [name] : []));

function scriptsOf(rule: Rule, store: ByteStore): Pick<RulePieces, 'sections' | 'bodies'> {
  const sections: { bash?: Uint8Array; ansible?: Uint8Array } = {};
  const bodies: { bash?: readonly RemediationPart[]; ansible?: readonly RemediationPart[] } = {};
  for (const language of ['bash', 'ansible'] as const) {
    const body = bodyOf(rule, language);
    const text = commonSection(rule, language);
    if (text !== undefined) sections[language] = store.add(text);
    if (body) bodies[language] = text === undefined ? body.map(withoutOrigin) : [];
  }
  return { sections, bodies };
}

/** The first reference to each catalogue: that they are mentioned is all that a guide has still to know. */
function oneOfEach(references: readonly Reference[]): Reference[] {
  const seen = new Set<string>();
  return references.filter(({ href = '', text }) => text.trim() !== '' && !seen.has(href) && seen.add(href));
}

/**
 * A rule without the texts that its pieces stand for, and without the places of its sources.
 *
 * @param references those that others must know of: of all of them there are tens of thousands in a benchmark
 */
function withPieces(rule: Rule, references: readonly Reference[], pieces: RulePieces): CompiledRule {
  const { origin: _, fixText: __, ...rest } = rule;
  return {
    ...rest,
    references,
    title: textWithoutOrigins(rule.title),
    description: emptyText,
    rationale: emptyText,
    warnings: [],
    remediations: rule.remediations.map(({ origin: _place, ...remediation }) => ({
      ...remediation,
      parts: [],
    })),
    ...(rule.ocil ? { ocil: { ...rule.ocil, question: emptyText, clause: '' } } : {}),
    pieces,
  };
}

const withoutOrigin = <T>(part: T): T => {
  if (typeof part !== 'object' || part === null) return part;
  const { origin: _, ...rest } = part as T & { origin?: unknown };
  return rest as T;
};

const textWithoutOrigins = (text: RichText): RichText => ({
  ...text,
  children: text.children.map((child) =>
    child.type === 'element'
      ? { ...child, children: textWithoutOrigins({ type: 'root', children: child.children }).children as [] }
      : withoutOrigin(child),
  ),
});
