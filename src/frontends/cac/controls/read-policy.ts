import type { Report } from '../../../diagnostics/diagnostic.js';
import {
  filePlace,
  type NodePlace,
  type Place,
  type Pointer,
  type SourceFile,
  valuePlace,
} from '../../../source/file.js';
import type { Environment } from '../environment.js';
import {
  badStatus,
  controlIdNotText,
  controlTwice,
  missingKey,
  notList,
  notMapping,
  policyInControl,
  unknownKey,
  unknownLevel,
} from '../messages.js';
import { isRecord } from '../product/product.js';
import { reportBadRefinement } from '../profiles/refinement.js';
import { parseSelection, SelectionSet } from '../profiles/selection.js';
import { readYaml11 } from '../yaml.js';
import { type Control, type Level, type Policy, statuses } from './policy.js';

/** A control's node, and where it stands. */
interface Source {
  readonly data: unknown;
  readonly file: SourceFile;
  readonly pointer: Pointer;
}

const controlKeys = new Set([
  ...['id', 'levels', 'notes', 'title', 'description', 'rationale', 'automated', 'status', 'mitigation'],
  ...['artifact_description', 'status_justification', 'fixtext', 'check', 'tickets', 'original_title'],
  ...['related_rules', 'rules', 'controls'],
]);

/** Reads a whole policy: its file and, where there is one, its folder of controls. */
export function readPolicy(env: Environment, source: SourceFile): Policy | undefined {
  const { report } = env;
  const file = env.expand(source);
  const data = file && readYaml11(file, report);
  if (!file || data === undefined) return undefined;
  if (!isRecord(data)) {
    report(notMapping(filePlace(file)));
    return undefined;
  }
  const reader = new PolicyReader(data, file, report);
  const folder = folderOf(source, data);
  const isFolder = env.root.isDirectory(folder);
  if ('controls' in data) reader.addAll({ data: data.controls, file, pointer: ['controls'] });
  else if (!isFolder) report(missingKey(filePlace(file), 'controls'));
  if (isFolder) {
    for (const { path, kind } of env.root.list(folder)) {
      if (kind === 'file' && path.endsWith('.yml')) reader.addFile(env, path);
    }
  }
  return reader.policy();
}

/** A policy's folder has the file's name without its extension, or the name that `controls_dir` gives. */
function folderOf(file: SourceFile, data: Readonly<Record<string, unknown>>): string {
  const named = data.controls_dir;
  if (typeof named !== 'string' || named === '') return file.path.replace(/\.[^./]*$/, '');
  return `${file.path.slice(0, file.path.lastIndexOf('/'))}/${named.replace(/\/+$/, '')}`;
}

class PolicyReader {
  readonly #controls = new Map<string, Control>();
  readonly #levels = new Map<string, Level>();
  #isIncomplete = false;
  readonly #defaultLevels: readonly string[];

  constructor(
    readonly data: Readonly<Record<string, unknown>>,
    readonly file: SourceFile,
    readonly report: Report,
  ) {
    for (const key of ['id', 'policy', 'title']) if (!(key in data)) report(missingKey(filePlace(file), key));
    this.#readLevels();
    const [first] = this.#levels.keys();
    this.#defaultLevels = [first ?? 'default'];
  }

  policy(): Policy {
    return {
      id: String(this.data.id),
      file: this.file,
      levels: this.#levels,
      controls: this.#controls,
      isIncomplete: this.#isIncomplete,
    };
  }

  #readLevels(): void {
    const { levels } = this.data;
    if (levels === undefined) {
      this.#levels.set('default', { id: 'default', inheritsFrom: [] });
      return;
    }
    const list = this.#list(levels, valuePlace(this.file, ['levels']));
    list.forEach((level, index) => {
      const place = valuePlace(this.file, ['levels', index]);
      if (!isRecord(level) || level.id === undefined) {
        this.report(missingKey(place, 'id'));
        return;
      }
      const parents =
        level.inherits_from === undefined || level.inherits_from === null ? [] : level.inherits_from;
      const at = valuePlace(this.file, ['levels', index, 'inherits_from']);
      const inheritsFrom = this.#list(parents, at).map((parent, at) => ({
        id: String(parent),
        place: valuePlace(this.file, ['levels', index, 'inherits_from', at]),
      }));
      this.#levels.set(String(level.id), { id: String(level.id), inheritsFrom });
    });
    for (const { inheritsFrom } of this.#levels.values()) {
      for (const { id, place } of inheritsFrom) this.#checkLevel(id, place);
    }
  }

  #checkLevel(id: string, place: Place): void {
    if (!this.#levels.has(id)) this.report(unknownLevel(place, id, [...this.#levels.keys()]));
  }

  #list(data: unknown, place: NodePlace): readonly unknown[] {
    if (Array.isArray(data)) return data;
    if (data !== null) this.report(notList(place));
    return [];
  }

  /** Adds the controls of a file of the policy's folder. */
  addFile(env: Environment, path: string): void {
    const source = env.root.read(path);
    const file = source && env.expand(source);
    const data = file && readYaml11(file, this.report);
    if (!file || data === undefined) this.#isIncomplete = true;
    else if (isRecord(data) && 'controls' in data) {
      this.addAll({ data: data.controls, file, pointer: ['controls'] });
    } else this.report(missingKey(filePlace(file), 'controls'));
  }

  /** Adds a list of controls with everything that is nested in them; gives the controls of the list itself. */
  addAll({ data, file, pointer }: Source): Control[] {
    return this.#list(data, valuePlace(file, pointer)).flatMap((item, index) => {
      return this.#add({ data: item, file, pointer: [...pointer, index] }) ?? [];
    });
  }

  #add({ data, file, pointer }: Source): Control | undefined {
    const place = valuePlace(file, pointer);
    if (!isRecord(data)) {
      this.report(notMapping(place));
      this.#isIncomplete = true;
      return undefined;
    }
    for (const key in data) {
      if (!controlKeys.has(key))
        this.report(
          unknownKey({ ...valuePlace(file, [...pointer, key]), target: 'key' }, key, [...controlKeys]),
        );
    }
    const { id } = data;
    if (typeof id !== 'string') {
      this.#isIncomplete = true;
      this.report(
        id === undefined ? missingKey(place, 'id') : controlIdNotText(valuePlace(file, [...pointer, 'id'])),
      );
      return undefined;
    }
    const selections = this.#selections(data.rules, file, [...pointer, 'rules']);
    const takesIn: { name: string; place: Place }[] = [];
    this.#list(data.controls ?? [], valuePlace(file, [...pointer, 'controls'])).forEach((item, index) => {
      const at = [...pointer, 'controls', index];
      if (typeof item === 'string') takesIn.push({ name: item, place: valuePlace(file, at) });
      else {
        const nested = this.#add({ data: item, file, pointer: at });
        if (nested) takesIn.push({ name: nested.id, place: nested.place });
      }
    });
    const control: Control = {
      id,
      place: valuePlace(file, [...pointer, 'id']),
      status: this.#status(data.status, valuePlace(file, [...pointer, 'status'])),
      levels: this.#controlLevels(data.levels, file, [...pointer, 'levels']),
      selections,
      takesIn,
    };
    const earlier = this.#controls.get(id);
    if (earlier) {
      this.#isIncomplete = true;
      this.report(controlTwice(control.place, id, earlier.place));
    } else this.#controls.set(id, control);
    return control;
  }

  #status(status: unknown, place: NodePlace): string {
    if (status === undefined || status === null) return 'pending';
    if (!statuses.includes(String(status))) this.report(badStatus(place, String(status), statuses));
    return String(status);
  }

  #controlLevels(data: unknown, file: SourceFile, pointer: Pointer): readonly string[] {
    if (data === undefined) return this.#defaultLevels;
    const levels = this.#list(data, valuePlace(file, pointer)).map(String);
    for (const [index, level] of levels.entries()) {
      this.#checkLevel(level, valuePlace(file, [...pointer, index]));
    }
    return levels;
  }

  #selections(data: unknown, file: SourceFile, pointer: Pointer): SelectionSet {
    const set = new SelectionSet();
    if (data === undefined) return set;
    this.#list(data, valuePlace(file, pointer)).forEach((line, index) => {
      const place = valuePlace(file, [...pointer, index]);
      const selection = parseSelection(String(line));
      if (selection?.kind === 'policy') this.report(policyInControl(place));
      else if (!reportBadRefinement(String(line), selection, place, this.report) && selection)
        set.add(selection, place);
    });
    return set;
  }
}
