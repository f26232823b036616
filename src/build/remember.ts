import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ovalOwner } from '../backends/owners.js';
import { variableName } from '../backends/remediation/ansible/variables.js';
import type { ReaderMemo } from '../frontends/memo.js';
import type { Benchmark, Rule } from '../model/benchmark.js';
import { type CompiledRule, compiledRulesOf } from '../model/content.js';
import { valuesOf } from '../model/items.js';
import { viewProfile } from '../model/profile-view.js';
import { valuesIn } from '../model/text-values.js';
import { currentSignature } from '../source/inputs.js';
import type { Segment } from './output.js';
import { platformOrder } from './parts.js';
import type { BuildInputs } from './read.js';
import type { BuildRecord, OutputRecord, RuleRecord } from './record.js';
import { summaryOf } from './summary.js';

/** What was written of a file, by its path below the output folder. */
export type WrittenFiles = ReadonlyMap<string, readonly Segment[]>;

/**
 * The record of a build.
 *
 * @param benchmark whose rules are compiled
 * @returns nothing where the names of two Values become the same name for Ansible, so that one depends on the other
 */
export function recordOf(
  benchmark: Benchmark,
  files: WrittenFiles,
  inputs: BuildInputs,
  memo: ReaderMemo | undefined,
): BuildRecord | undefined {
  const rules = compiledRulesOf(benchmark);
  const told = new Set(rules.flatMap(valuesInScripts));
  const valueNames = new Map(
    valuesOf(benchmark).flatMap(({ id, name }) => (told.has(id) ? [[id, name] as const] : [])),
  );
  const variables = new Set([...valueNames.values()].map(variableName));
  if (variables.size < valueNames.size) return undefined;
  return {
    inputs,
    ...outputsOf(files),
    rules: new Map(rules.map((rule) => [rule.name, ruleRecord(rule)])),
    extended: new Set(
      [...(benchmark.ovalPieces?.values() ?? [])].flatMap(({ guide }) => guide?.extends ?? []),
    ),
    profiles: new Map(
      benchmark.profiles.map((profile) => {
        const view = viewProfile(benchmark, profile);
        return [profile.name, new Map([...valueNames.keys()].map((id) => [id, view.valueOf(id)]))];
      }),
    ),
    valueNames,
    platforms: platformOrder(benchmark),
    memo,
    summary: summaryOf(benchmark),
  };
}

/** What was written, without the signatures that the files get when they are in their place. */
function outputsOf(files: WrittenFiles): Pick<BuildRecord, 'outputs' | 'owners'> {
  const owners = new Map<string, number>();
  const outputs = new Map(
    [...files].map(([path, segments]) => [path, outputRecord(segments, owners)] as const),
  );
  return { outputs, owners: [...owners.keys()] };
}

/** The record of a build whose output is in its place. */
export const inPlace = (record: BuildRecord, out: string): BuildRecord => ({
  ...record,
  outputs: new Map(
    [...record.outputs].map(([path, output]) => [
      path,
      { ...output, signature: currentSignature(join(out, path)) },
    ]),
  ),
});

function outputRecord(segments: readonly Segment[], owners: Map<string, number>): OutputRecord {
  const numbers = new Uint32Array(segments.length * 3);
  segments.forEach(({ owner, offset, length }, at) => {
    let index = owners.get(owner);
    if (index === undefined) {
      index = owners.size;
      owners.set(owner, index);
    }
    numbers.set([index, offset, length], at * 3);
  });
  return { signature: '', segments: numbers };
}

export const ruleRecord = (rule: CompiledRule): RuleRecord => ({
  ...(standsAlone(rule) ? { digest: digestOf(rule) } : {}),
  oval: rule.pieces.oval.map(ovalOwner),
});

/** Titles of others are put into its texts, and names of linked files: these are no stretches of its own. */
const standsAlone = ({ checks, pieces }: CompiledRule): boolean =>
  (pieces.guide?.links ?? []).length === 0 && checks.every(({ href }) => href === undefined);

/** Ids of the Values that the scripts of a rule tell. */
const valuesInScripts = ({ title, pieces }: CompiledRule): string[] => [
  ...valuesIn(title),
  ...Object.values(pieces.bodies).flatMap((parts) =>
    parts.flatMap((part) => (typeof part === 'string' ? [] : [part.value])),
  ),
];

/** Changes with whatever others must know of a rule: with all but its texts. */
function digestOf({ pieces, ...rule }: CompiledRule): string {
  const { ocil, guide, bodies, values, oval, names } = pieces;
  const references = Object.entries(bodies).map(([language, parts]) => [
    language,
    parts.filter((part) => typeof part !== 'string'),
  ]);
  const outside = [rule satisfies Rule, ocil?.values, guide?.links, references, values, oval, names];
  return createHash('sha256').update(JSON.stringify(outside)).digest('base64');
}
