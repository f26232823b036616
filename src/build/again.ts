import { basename, dirname } from 'node:path';
import type { CompiledRules, Outputs } from '../backends/compile.js';
import { guidePagePath } from '../backends/guide/index.js';
import { ovalOwner } from '../backends/owners.js';
import { Diagnostics } from '../diagnostics/diagnostic.js';
import type { CompiledRule, RuleChoice } from '../model/content.js';
import type { OvalPiece } from '../model/pieces.js';
import { changedSince, type Inputs } from '../source/inputs.js';
import { relinked } from './outline.js';
import { writeStaged } from './output.js';
import { compileChosen } from './parts.js';
import {
  type BuildInputs,
  mergeBuildInputs,
  openReader,
  type ReadOptions,
  type RecordingReader,
} from './read.js';
import type { BuildRecord } from './record.js';
import { rewritten, ruleRecord } from './remember.js';
import type { FormerOutput } from './splice.js';

/** What has to be written after some rules were edited. */
export interface Edited {
  readonly rules: CompiledRules;
  /** Whether the guide says something new of them beyond their own entries. */
  readonly isShownElsewhere: boolean;
  /** What a build would have read. */
  readonly inputs: BuildInputs;
}

/** More rules than these are faster compiled with all others, in several threads. */
const mostRules = 50;

/**
 * Compiles what was edited since a build, if nothing but the folders of some rules was, and if what others must know
 * of these rules stayed the same: then all else in the output is as it was, and they take the place of what they were.
 *
 * Nothing where more than that changed, or where it is wrong: the product must be compiled as a whole.
 *
 * @param former the output of that build, as it is today
 */
export async function compileEdited(
  options: ReadOptions,
  product: string,
  record: BuildRecord,
  former: FormerOutput,
): Promise<Edited | undefined> {
  if (changedSince(record.inputs.templates, options.templates).length > 0) return undefined;
  const changed = changedSince(record.inputs.content, options.content);
  if (changed.some((path) => record.inputs.declaring.includes(path))) return undefined;
  if (record.memo?.dependsOnRules && changed.some((path) => path.endsWith('/rule.yml'))) return undefined;
  const edited = rulesOf(changed, record);
  if (!edited || edited.size > mostRules) return undefined;
  const diagnostics = new Diagnostics();
  const trusted = withoutChanged(record.inputs, new Set(changed));
  const reader = await openReader(options, diagnostics, trusted);
  try {
    if (!reader) return undefined;
    if (record.memo) reader.recall?.(product, record.memo);
    const rules = await compileWithDependents(
      reader,
      product,
      edited,
      record,
      former,
      options.outputs ?? 'all',
      diagnostics,
    );
    const inputs = reader.inputs();
    const declares = inputs.declaring.some((path) => changed.includes(path));
    return rules && !declares
      ? {
          rules,
          isShownElsewhere: rules.rules.some((rule) => isShownAnew(rule, record)),
          inputs: mergeBuildInputs([trusted, inputs]),
        }
      : undefined;
  } finally {
    reader?.close();
  }
}

/**
 * Writes what was edited into the output of the build before, beside its place.
 *
 * @returns what this build remembers
 */
export function writeEdited(
  staged: string,
  edited: Edited,
  record: BuildRecord,
  former: FormerOutput,
): BuildRecord {
  const { rules, inputs, isShownElsewhere } = edited;
  const path = `${record.summary.name}/${guidePagePath}`;
  const guide =
    record.outline && isShownElsewhere ? relinked(record.outline, rules, former.stretches(path)) : undefined;
  const outputs = former.write(staged, rules, guide && path);
  const page = guide && writeStaged(staged, { path, content: guide.page });
  return rewritten(record, {
    inputs,
    outputs,
    rules: rules.rules,
    ...(guide && page ? { outline: guide.outline, files: new Map([[path, page]]) } : {}),
  });
}

/** The rules whose folders changes lie in; nothing where one lies elsewhere, or in the folder of an unknown rule. */
function rulesOf(changed: readonly string[], { inputs, rules }: BuildRecord): Set<string> | undefined {
  const { files, probes } = inputs.content;
  const isRuleFolder = (path: string): boolean =>
    files.has(`${path}/rule.yml`) || probes.get(`${path}/rule.yml`) === true;
  const names = new Set<string>();
  for (const path of changed) {
    let folder = path;
    while (folder !== '.' && !isRuleFolder(folder)) folder = dirname(folder);
    const name = basename(folder);
    if (folder === '.' || !rules.has(name)) return undefined;
    names.add(name);
  }
  return names;
}

/** With the rules that show OVAL of the edited ones. */
async function compileWithDependents(
  reader: RecordingReader,
  product: string,
  edited: ReadonlySet<string>,
  record: BuildRecord,
  former: FormerOutput,
  outputs: Outputs,
  diagnostics: Diagnostics,
): Promise<CompiledRules | undefined> {
  if (edited.size === 0) return { rules: [], oval: [], blocks: [] };
  const rules = await compileSome(reader, product, edited, record, outputs, diagnostics);
  if (!rules) return undefined;
  const changed = former.changed(new Map(rules.oval.map((piece) => [ovalOwner(piece), piece.xml])));
  const isShownElsewhere = rules.oval.some(
    (piece) => changed.has(ovalOwner(piece)) && !isForItself(piece, record),
  );
  if (isShownElsewhere) return undefined;
  const dependents = dependentsOf(changed, record);
  const all = new Set([...edited, ...dependents]);
  if (all.size === edited.size) return rules;
  return all.size > mostRules ? undefined : compileSome(reader, product, all, record, outputs, diagnostics);
}

/** Whether all that shows an item of OVAL are the rules that reach it. */
const isForItself = ({ kind, id, precedence }: OvalPiece, { extended }: BuildRecord): boolean =>
  precedence === undefined && !(kind === 'definition' && extended.has(id));

function dependentsOf(changed: ReadonlySet<string>, { rules }: BuildRecord): string[] {
  if (changed.size === 0) return [];
  return [...rules].flatMap(([name, { oval }]) => (oval.some((owner) => changed.has(owner)) ? [name] : []));
}

/** Compiles rules that others see as they did before; nothing where they do not, or where something is wrong. */
async function compileSome(
  reader: RecordingReader,
  product: string,
  names: ReadonlySet<string>,
  record: BuildRecord,
  outputs: Outputs,
  diagnostics: Diagnostics,
): Promise<CompiledRules | undefined> {
  const choice: RuleChoice = {
    isWanted: (name) => names.has(name),
    compiled: new Map(),
    isPart: true,
    platforms: record.platforms,
  };
  const compiled = await compileChosen(reader, product, choice, outputs, diagnostics);
  const fits = compiled?.rules.every((rule) => {
    const before = record.rules.get(rule.name);
    return before?.linked !== undefined && before.linked === ruleRecord(rule).linked;
  });
  return fits && compiled?.rules.length === names.size ? compiled : undefined;
}

function isShownAnew(rule: CompiledRule, { rules }: BuildRecord): boolean {
  const before = rules.get(rule.name);
  const now = ruleRecord(rule);
  return before?.shown !== now.shown || before.hasLinks || now.hasLinks;
}

const withoutChanged = (inputs: BuildInputs, changed: ReadonlySet<string>): BuildInputs => {
  const kept = <T>(map: ReadonlyMap<string, T>): Map<string, T> =>
    new Map([...map].filter(([path]) => !changed.has(path)));
  const { files, folders, probes } = inputs.content;
  return {
    ...inputs,
    content: { files: kept(files), folders: kept(folders), probes: kept(probes) } satisfies Inputs,
  };
};
