import type { Element } from 'xast';
import type { Report } from '../diagnostics/diagnostic.js';
import type { CheckExport, Value } from '../model/benchmark.js';
import type { Sourced } from '../model/content.js';
import type { OvalItem, OvalKind, OvalLibrary } from '../model/oval.js';
import { type OvalReference, referencesOf } from '../model/oval-references.js';
import { type Place, spanPlace } from '../source/file.js';
import { localName, offsetOf } from '../xml/nodes.js';
import { danglingOval, exportType, extendCycle, unknownDefinition, unknownVariable } from './messages.js';

/** Where an element inside an item stands, as exactly as its reader told. */
function placeIn({ origin }: OvalItem, element: Element): Place | undefined {
  const start = offsetOf(element);
  if (origin?.kind !== 'span' || start === undefined) return origin;
  return spanPlace(origin.file, start, start + element.name.length + 1);
}

/** The parts of a library that some definitions reach, gathered as they are asked for. */
export class OvalLinker {
  readonly #all: OvalLibrary;
  readonly #broken: ReadonlySet<string>;
  readonly #report: Report;
  readonly #reached: Record<OvalKind, Map<string, OvalItem>> = {
    definition: new Map(),
    test: new Map(),
    object: new Map(),
    state: new Map(),
    variable: new Map(),
  };
  readonly #references = new Map<OvalItem, readonly OvalReference[]>();
  readonly #checked = new Set<OvalItem>();

  /** @param broken ids of items that exist but could not be read: what mentions them is not at fault */
  constructor(all: OvalLibrary, broken: ReadonlySet<string>, report: Report) {
    this.#all = all;
    this.#broken = broken;
    this.#report = report;
  }

  /** What has been reached so far. */
  get library(): OvalLibrary {
    return this.#reached;
  }

  /**
   * Takes in a definition with all that it mentions, and tells the external variables among that, in the
   * order of their first mention. Reports what does not exist, and definitions that extend each other in a
   * circle. Nothing where the definition itself does not exist.
   */
  link({ value: name, place }: Sourced<string>): readonly OvalItem[] | undefined {
    const definition = this.#all.definition.get(name);
    if (!definition) {
      if (!this.#broken.has(name))
        this.#report(unknownDefinition(name, [...this.#all.definition.keys()], place));
      return undefined;
    }
    this.#checkCycle(definition, []);
    const externals: OvalItem[] = [];
    const seen = new Set<OvalItem>([definition]);
    // A set grows while it is walked, so this reaches everything, each item once.
    for (const item of seen) {
      this.#reached[item.kind].set(item.id, item);
      if (item.kind === 'variable' && localName(item.element) === 'external_variable') externals.push(item);
      for (const reference of this.#referencesOf(item)) {
        const target = this.#all[reference.kind].get(reference.id);
        if (target) seen.add(target);
      }
    }
    return externals;
  }

  /** The mentions of an item; those that lead nowhere are reported when they are first met. */
  #referencesOf(item: OvalItem): readonly OvalReference[] {
    let references = this.#references.get(item);
    if (!references) {
      references = referencesOf(item.element);
      this.#references.set(item, references);
      for (const { kind, id, element } of references) {
        if (this.#all[kind].has(id) || this.#broken.has(id)) continue;
        this.#report(danglingOval(item, kind, id, [...this.#all[kind].keys()], placeIn(item, element)));
      }
    }
    return references;
  }

  #checkCycle(definition: OvalItem, path: readonly OvalItem[]): void {
    const start = path.indexOf(definition);
    if (start >= 0) {
      this.#report(extendCycle(path.slice(start)));
      return;
    }
    if (this.#checked.has(definition)) return;
    for (const { kind, id } of this.#referencesOf(definition)) {
      const target = kind === 'definition' ? this.#all.definition.get(id) : undefined;
      if (target) this.#checkCycle(target, [...path, definition]);
    }
    this.#checked.add(definition);
  }
}

/** The OVAL datatypes that a Value of a type can give to a variable. */
const datatypes: Readonly<Record<Value['type'], readonly string[]>> = {
  string: [
    'string',
    'version',
    'evr_string',
    'binary',
    'ios_version',
    'ipv4_address',
    'ipv6_address',
    'fileset_revision',
  ],
  number: ['int', 'float', 'string'],
  boolean: ['boolean', 'string'],
};

/** Binds each external variable to the Value of its name; reports what has none, or one of another type. */
export function checkExports(
  externals: readonly OvalItem[],
  values: ReadonlyMap<string, Value>,
  broken: ReadonlySet<string>,
  report: Report,
): CheckExport[] {
  // Last name first, as ComplianceAsCode orders them: the order has no meaning, and so both are comparable.
  const ordered = [...externals].sort((a, b) => (a.id < b.id ? 1 : -1));
  return ordered.flatMap((variable) => {
    const value = values.get(variable.id);
    if (!value) {
      if (!broken.has(variable.id)) report(unknownVariable(variable, [...values.keys()]));
      return [];
    }
    const datatype = variable.element.attributes['datatype'] ?? 'string';
    if (!datatypes[value.type].includes(datatype)) report(exportType(variable, datatype, value));
    return [{ value: value.id, variable: variable.id }];
  });
}
