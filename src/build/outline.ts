import { deserialize, serialize } from 'node:v8';
import type { CompiledRules } from '../backends/compile.js';
import { guidePage } from '../backends/guide/index.js';
import { guideStretches } from '../backends/owners.js';
import type { Benchmark, Group, Rule, Value } from '../model/benchmark.js';
import type { CompiledRule } from '../model/content.js';
import { childrenOf } from '../model/items.js';
import { emptyOvalLibrary } from '../model/oval.js';
import type { RulePieces } from '../model/pieces.js';
import { type Chunks, owned } from '../text/chunks.js';

/** A benchmark without what stands in its files: as much of it as the page of the guide must know of its rules. */
export type Outline = Uint8Array;

const nothing = new Uint8Array();

/** @param benchmark whose rules are compiled */
export const outlineOf = (benchmark: Benchmark): Outline =>
  serialize(
    withoutOrigins({
      ...withRules(benchmark, (rule) => rule.pieces && { ...rule, pieces: bare(rule.pieces) }),
      cpeOval: emptyOvalLibrary,
      ovalPieces: new Map(
        [...(benchmark.ovalPieces ?? [])].map(([key, piece]) => [key, { ...piece, xml: nothing }]),
      ),
    }),
  );

/** Without what stands in files as it is. */
function bare({ guide, ocil: _, ...pieces }: RulePieces): RulePieces {
  const hasLinks = guide !== undefined && guide.links.length > 0;
  return {
    ...pieces,
    xccdf: nothing,
    bodies: {},
    ...(guide ? { guide: { ...guide, row: nothing, entry: hasLinks ? guide.entry : nothing } } : {}),
  };
}

/** A benchmark with some of its rules compiled anew, and its page. */
export interface Relinked {
  readonly outline: Outline;
  readonly page: Chunks;
}

/**
 * Puts the page of a guide together again, where what it says of some rules beyond their own entries is new: their
 * titles, severities, identifiers, references.
 *
 * @param former the stretches of the page as it was, by their owners
 */
export function relinked(
  outline: Outline,
  edited: CompiledRules,
  former: ReadonlyMap<string, Uint8Array>,
): Relinked {
  const rules = new Map(edited.rules.map((rule) => [rule.name, rule]));
  const before = deserialize(outline) as Benchmark;
  const benchmark = withRules(before, (rule) => {
    const compiled = rules.get(rule.name) ?? written(rule as CompiledRule, former);
    for (const [owner, bytes] of guideStretches(compiled)) owned(bytes, owner);
    return compiled;
  });
  return { outline: outlineOf(benchmark), page: guidePage(benchmark) };
}

/** A rule with its row and its entry as they stand in the page. */
function written(rule: CompiledRule, former: ReadonlyMap<string, Uint8Array>): CompiledRule {
  const { guide } = rule.pieces;
  if (!guide) return rule;
  const [row, entry] = [...guideStretches(rule)].map(([owner, bytes]) =>
    bytes.length > 0 ? bytes : (former.get(owner) ?? bytes),
  );
  return {
    ...rule,
    pieces: { ...rule.pieces, guide: { ...guide, row: row ?? nothing, entry: entry ?? nothing } },
  };
}

/** The benchmark with other rules in the place of its own, wherever they stand. */
function withRules(benchmark: Benchmark, other: (rule: Rule) => Rule | undefined): Benchmark {
  const item = <T extends Value | Rule | Group>(old: T): T => {
    if (old.kind === 'rule') return (other(old) ?? old) as T;
    return old.kind === 'group' ? { ...old, children: childrenOf(old).map(item) } : old;
  };
  return { ...benchmark, rules: benchmark.rules.map(item), groups: benchmark.groups.map(item) };
}

/** Plain data without the places of its sources, which hold whole files. */
function withoutOrigins<T>(data: T): T {
  if (Array.isArray(data)) return data.map(withoutOrigins) as T;
  if (data instanceof Map) return new Map([...data].map(([key, value]) => [key, withoutOrigins(value)])) as T;
  if (typeof data !== 'object' || data === null || ArrayBuffer.isView(data)) return data;
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) if (key !== 'origin') out[key] = withoutOrigins(value);
  return out as T;
}
