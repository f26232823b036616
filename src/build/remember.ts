import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { ownerByKey } from '../backends/owners.js';
import { variableName } from '../backends/remediation/ansible/variables.js';
import type { Benchmark } from '../model/benchmark.js';
import { type CompiledRule, compiledRulesOf } from '../model/content.js';
import { itemsOf, valuesOf } from '../model/items.js';
import { viewProfile } from '../model/profile-view.js';
import { valuesIn } from '../model/text-values.js';
import { currentSignature } from '../source/inputs.js';
import type { Segment } from './output.js';
import { type Known, platformOrder } from './parts.js';
import type { BuildRecord, OutputRecord, RuleRecord } from './record.js';
import { summaryOf } from './summary.js';

/** What was written of a file, by its path below the output folder. */
export type WrittenFiles = ReadonlyMap<string, readonly Segment[]>;

/**
 * The record of a build.
 *
 * @returns nothing where the names of two Values become the same name for Ansible, so that one depends on the other
 */
export function recordOf(
  benchmark: Benchmark,
  { inputs, memo, answers }: Known,
  files: WrittenFiles,
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
    rules: new Map(
      [...itemsOf(benchmark)].flatMap((item, index) =>
        item.kind === 'rule' && item.pieces
          ? [[item.name, { ...digestsOf({ ...item, pieces: item.pieces }), item: index }] as const]
          : [],
      ),
    ),
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
    answers: serialize(answers),
    summary: summaryOf(benchmark),
  };
}

/** What a build remembers that compiled only some rules and left the rest as it was. */
export const rewritten = (
  record: BuildRecord,
  rules: readonly CompiledRule[],
  now: Pick<BuildRecord, 'inputs' | 'outputs' | 'answers'>,
): BuildRecord => {
  const before = (name: string): RuleRecord => record.rules.get(name) as RuleRecord;
  return {
    ...record,
    ...now,
    rules: new Map([
      ...record.rules,
      ...rules.map((rule) => [rule.name, { ...before(rule.name), ...digestsOf(rule) }] as const),
    ]),
  };
};

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

/** What a rule is recorded by, wherever it stands. */
export const digestsOf = (rule: CompiledRule): Omit<RuleRecord, 'item'> => ({
  ...(standsAlone(rule) ? { linked: linkedDigest(rule) } : {}),
  own: digestOf(rule.pieces.guide?.own ?? null),
  oval: rule.pieces.oval.map(ownerByKey),
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

/**
 * Of everything but the texts of a rule, and but for what only they and the data of the guide say of it: its title,
 * its severity, its references.
 */
function linkedDigest({ pieces, ...rule }: CompiledRule): string {
  const { ocil, bodies, values, oval, platforms, names } = pieces;
  const {
    title,
    severity: _,
    role: __,
    weight: ___,
    version: ____,
    identifiers,
    references,
    ...others
  } = rule;
  const inBodies = Object.entries(bodies).map(([language, parts]) => [
    language,
    parts.filter((part) => typeof part !== 'string'),
  ]);
  // Values that a title tells stand in scripts, and every catalogue that somebody names, in documents.
  const catalogues = [references.map(({ href }) => href), identifiers.map(({ system }) => system)];
  const named = [valuesIn(title), ...catalogues.map((uris) => [...new Set(uris)].sort())];
  return digestOf([others, named, ocil?.values, inBodies, values, oval, platforms, names]);
}

const digestOf = (data: unknown): string =>
  createHash('sha256').update(JSON.stringify(data)).digest('base64');
