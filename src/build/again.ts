import { basename, dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { CompiledRules, Outputs } from '../backends/compile.js';
import { guidePagePath, restatedData } from '../backends/guide/index.js';
import { guideDataOwner, ovalOwner } from '../backends/owners.js';
import { Diagnostics } from '../diagnostics/diagnostic.js';
import type { Answers } from '../frontends/memo.js';
import type { RuleChoice } from '../model/content.js';
import type { OvalPiece, OwnData } from '../model/pieces.js';
import { changedSince, type Inputs } from '../source/inputs.js';
import { asString, encode } from '../text/chunks.js';
import { compileChosen } from './parts.js';
import {
  type BuildInputs,
  mergeBuildInputs,
  openReader,
  type ReadOptions,
  type RecordingReader,
} from './read.js';
import type { BuildRecord } from './record.js';
import { digestsOf } from './remember.js';
import type { FormerOutput } from './splice.js';

/** What has to be written after some rules were edited. */
export interface Edited {
  readonly rules: CompiledRules;
  /** The data of the guide, where it says something new of them. */
  readonly data?: Uint8Array;
  /** As `BuildRecord` has them. */
  readonly answers: Uint8Array;
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
    let known: Answers | undefined;
    if (record.memo) {
      reader.recall?.(product, record.memo, () => {
        known = deserialize(record.answers) as Answers;
        return known;
      });
    }
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
    if (!rules || declares) return undefined;
    const data = dataOf(rules, product, record, former);
    const now = reader.answers?.();
    return {
      rules,
      ...(data ? { data } : {}),
      inputs: mergeBuildInputs([trusted, inputs]),
      answers: known && now && now.size > known.size ? serialize(now) : record.answers,
    };
  } finally {
    reader?.close();
  }
}

/** The rules whose folders changes lie in; nothing where one lies elsewhere, or in the folder of an unknown rule. */
function rulesOf(changed: readonly string[], { inputs, rules }: BuildRecord): Set<string> | undefined {
  const { files, probes } = inputs.content;
  const isRuleFolder = (path: string): boolean =>
    files.has(`${path}/rule.yml`) || probes.get(`${path}/rule.yml`) === 'file';
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
    return before?.linked !== undefined && before.linked === digestsOf(rule).linked;
  });
  return fits && compiled?.rules.length === names.size ? compiled : undefined;
}

/** The data of the guide with what it says of rules; nothing where it says that already. */
function dataOf(
  { rules }: CompiledRules,
  product: string,
  record: BuildRecord,
  former: FormerOutput,
): Uint8Array | undefined {
  const own = new Map<number, OwnData>();
  for (const rule of rules) {
    const before = record.rules.get(rule.name);
    const { guide } = rule.pieces;
    if (before && guide && before.own !== digestsOf(rule).own) own.set(before.item, guide.own);
  }
  if (own.size === 0) return undefined;
  const data = former.stretch(`${product}/${guidePagePath}`, guideDataOwner);
  return data && encode(restatedData(asString([data]), own));
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
