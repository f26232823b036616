import type { Report } from '../../diagnostics/diagnostic.js';
import type { Check, Ocil, Rule } from '../../model/benchmark.js';
import type { OvalItem } from '../../model/oval.js';
import type { PlacedElement } from '../../xml/nodes.js';
import type { CheckSource } from './check.js';
import type { Find, Found } from './datastream.js';
import { shortName } from './ids.js';
import type { BenchmarkReader } from './items.js';
import {
  brokenDocument,
  danglingReference,
  danglingSub,
  duplicateOvalId,
  missingDocument,
  unknownDefinition,
} from './messages.js';
import { isOcilSystem, isSceSystem, ovalSystem } from './namespaces.js';
import { type Questionnaires, readOcil, readQuestionnaires } from './ocil.js';
import { mergeOval, type OpenLibrary, openLibrary } from './oval.js';
import { plainOf } from './plain.js';
import { placeOf } from './scope.js';

/** Finds the content of checks, and gathers the OVAL that they lie in. */
export class Checks {
  readonly oval = openLibrary();
  readonly #reader: BenchmarkReader;
  readonly #find: Find;
  readonly #questionnaires = new Map<PlacedElement, Questionnaires>();
  readonly #merged = new Set<OpenLibrary>();
  readonly #missing = new Set<string>();
  readonly #valueIds = new Map<string, string>();

  constructor(reader: BenchmarkReader, find: Find) {
    this.#reader = reader;
    this.#find = find;
    for (const item of reader.items.values()) {
      if (item.kind !== 'value') continue;
      this.#valueIds.set(item.id, item.id);
      if (!this.#valueIds.has(item.name)) this.#valueIds.set(item.name, item.id);
    }
  }

  /** What a rule is checked by, all of it found. */
  link(sources: readonly CheckSource[]): Pick<Rule, 'checks' | 'ocil'> {
    const checks: Check[] = [];
    let ocil: Ocil | undefined;
    for (const source of sources) {
      if (isOcilSystem(source.system)) ocil ??= this.#ocil(source);
      else if (source.inline && !isAutomated(source)) ocil ??= { question: source.inline, clause: '' };
      else if (source.contents.length > 0) checks.push(this.#check(source));
    }
    return { checks, ...(ocil ? { ocil } : {}) };
  }

  #ocil(source: CheckSource): Ocil | undefined {
    for (const content of source.contents) {
      const found = this.#look(content.href, content.offset);
      if (found?.kind !== 'here' || found.element.name !== 'ocil:ocil') continue;
      let questionnaires = this.#questionnaires.get(found.element);
      if (!questionnaires) {
        questionnaires = readQuestionnaires(found.element);
        this.#questionnaires.set(found.element, questionnaires);
      }
      const text = questionnaires.get(content.name ?? '');
      if (text) return readOcil(text, (name) => this.#valueIds.get(name));
    }
    return source.inline && { question: source.inline, clause: '' };
  }

  #check(source: CheckSource): Check {
    const { system, selector, negate, multiCheck } = source;
    const { scope } = this.#reader;
    const exports = source.exports.filter(({ value, offset }) => {
      if (this.#reader.items.get(value)?.kind === 'value') return true;
      scope.report(danglingReference(placeOf(scope, offset), 'check-export', value));
      return false;
    });
    const common = {
      system,
      exports: exports.map(({ value, variable }) => ({ value, variable })),
      ...(selector === undefined ? {} : { selector }),
      ...(negate ? { negate } : {}),
      ...(multiCheck === undefined ? {} : { multiCheck }),
    };
    return { ...this.#content(source), ...common };
  }

  /** The first content that is here, else the first by name. */
  #content({ system, contents }: CheckSource): Pick<Check, 'kind' | 'name' | 'href'> {
    const { scope } = this.#reader;
    const named = contents[0] ?? { href: '', offset: 0 };
    const naming = named.name === undefined ? {} : { name: named.name };
    if (isSceSystem(system)) return { kind: 'sce', href: named.href, ...naming };
    if (system !== ovalSystem) return { kind: 'remote', href: named.href, ...naming };
    for (const { href, name, offset } of contents) {
      const found = this.#look(href, offset);
      if (found?.kind !== 'here') continue;
      const library = this.#library(found, href, offset);
      if (!library) continue;
      if (name === undefined) return { kind: 'oval' };
      if (library.definition.has(name)) return { kind: 'oval', name };
      scope.report(unknownDefinition(placeOf(scope, offset), name, href));
    }
    const elsewhere = this.#find(named.href);
    return { kind: 'remote', href: elsewhere?.kind === 'elsewhere' ? elsewhere.href : named.href, ...naming };
  }

  #library(found: Found & { kind: 'here' }, href: string, offset: number): OpenLibrary | undefined {
    const library = found.document.oval.get(found.element);
    const { scope } = this.#reader;
    if (!library) {
      if (!this.#missing.has(href)) scope.report(brokenDocument(placeOf(scope, offset), href));
      this.#missing.add(href);
      return undefined;
    }
    if (!this.#merged.has(library)) {
      this.#merged.add(library);
      mergeOval(this.oval, library, clashReporter(scope.report));
    }
    return library;
  }

  /** Follows a href, and says once what is not there. */
  #look(href: string, offset: number): Found | undefined {
    const found = this.#find(href);
    if (!found && !this.#missing.has(href)) {
      this.#missing.add(href);
      this.#reader.scope.report(missingDocument(placeOf(this.#reader.scope, offset), href));
    }
    return found;
  }
}

/** A system that only people know, such as those of DISA's STIGs, is a text to read, wherever it points. */
const isAutomated = ({ system, contents }: CheckSource): boolean =>
  contents.length > 0 && (system === ovalSystem || isSceSystem(system));

export const clashReporter =
  (report: Report) =>
  (first: OvalItem, second: OvalItem): void => {
    if (first.origin && second.origin) report(duplicateOvalId(second.origin, second.id, first.origin));
  };

/** Settles what items say of each other, now that all of them are known. */
export function settle({ scope, items }: BenchmarkReader): void {
  for (const { list, id, what, offset } of scope.pendingIds) {
    const item = items.get(id);
    if (item && item.kind !== 'value') list.push(id);
    else scope.report(danglingReference(placeOf(scope, offset), what, id));
  }
  for (const { id, title, offset, become } of scope.pendingValues) {
    const value = items.get(id);
    if (value?.kind !== 'value') {
      become(id === '' ? '' : shortName(id));
      scope.report(danglingSub(placeOf(scope, offset), id));
    } else if (title) become(plainOf(value.title));
  }
}
