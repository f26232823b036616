import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ovalOwner } from '../backends/owners.js';
import { variableName } from '../backends/remediation/ansible/variables.js';
import type { ReaderMemo } from '../frontends/memo.js';
import type { Benchmark } from '../model/benchmark.js';
import { type CompiledRule, compiledRulesOf } from '../model/content.js';
import { valuesOf } from '../model/items.js';
import { viewProfile } from '../model/profile-view.js';
import { valuesIn } from '../model/text-values.js';
import { currentSignature } from '../source/inputs.js';
import { type Outline, outlineOf } from './outline.js';
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
    ...outputsOf(files, []),
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
    outline: rules.some(({ pieces }) => pieces.guide) ? outlineOf(benchmark) : undefined,
    summary: summaryOf(benchmark),
  };
}

/** What a build remembers that compiled only some rules and left the rest as it was. */
export function rewritten(
  record: BuildRecord,
  now: {
    readonly inputs: BuildInputs;
    readonly outputs: BuildRecord['outputs'];
    readonly rules: readonly CompiledRule[];
    readonly outline?: Outline;
    /** Files that were not written by the record. */
    readonly files?: WrittenFiles;
  },
): BuildRecord {
  const { inputs, outputs, rules, outline = record.outline, files = new Map() } = now;
  const written = outputsOf(files, record.owners);
  return {
    ...record,
    inputs,
    owners: written.owners,
    outputs: new Map([...outputs, ...written.outputs]),
    rules: new Map([...record.rules, ...rules.map((rule) => [rule.name, ruleRecord(rule)] as const)]),
    outline,
  };
}

/**
 * What was written, without the signatures that the files get when they are in their place.
 *
 * @param known owners of other files
 */
function outputsOf(files: WrittenFiles, known: readonly string[]): Pick<BuildRecord, 'outputs' | 'owners'> {
  const owners = new Map(known.map((owner, index) => [owner, index]));
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

export function ruleRecord(rule: CompiledRule): RuleRecord {
  const linked = isLinkedByHref(rule) ? undefined : linkedDigest(rule);
  return {
    ...(linked === undefined ? {} : { linked }),
    shown: shownDigest(rule),
    hasLinks: (rule.pieces.guide?.links ?? []).length > 0,
    oval: rule.pieces.oval.map(ovalOwner),
  };
}

/** Names of linked files are put into its texts: these are no stretches of its own. */
const isLinkedByHref = ({ checks }: CompiledRule): boolean => checks.some(({ href }) => href !== undefined);

/** Ids of the Values that the scripts of a rule tell. */
const valuesInScripts = ({ title, pieces }: CompiledRule): string[] => [
  ...valuesIn(title),
  ...Object.values(pieces.bodies).flatMap((parts) =>
    parts.flatMap((part) => (typeof part === 'string' ? [] : [part.value])),
  ),
];

/** What a rule is called and how it is sorted: nobody but the page of the guide repeats that of another rule. */
const shownOf = ({ title, severity, role, weight, version, identifiers, references }: CompiledRule) => ({
  title,
  severity,
  role,
  weight,
  version,
  identifiers,
  references,
});

const shownDigest = (rule: CompiledRule): string => digestOf(shownOf(rule));

function linkedDigest({ pieces, ...rule }: CompiledRule): string {
  const { ocil, guide, bodies, values, oval, platforms, names } = pieces;
  const references = Object.entries(bodies).map(([language, parts]) => [
    language,
    parts.filter((part) => typeof part !== 'string'),
  ]);
  const { title, identifiers } = rule;
  // Values that a title tells stand in the scripts; catalogues of identifiers, at the top of the benchmark.
  const told = [valuesIn(title), [...new Set(identifiers.map(({ system }) => system))]];
  const others = { ...rule, ...shownOf({} as CompiledRule) };
  return digestOf([others, told, ocil?.values, guide?.links, references, values, oval, platforms, names]);
}

const digestOf = (data: unknown): string =>
  createHash('sha256').update(JSON.stringify(data)).digest('base64');
