import type { Report } from '../../diagnostics/diagnostic.js';
import type { Benchmark, Profile } from '../../model/benchmark.js';
import { itemsOf } from '../../model/items.js';
import type { SourceFile } from '../../source/file.js';
import { readDocument } from './document.js';
import { duplicateId, notATailoring, unknownBase } from './messages.js';
import { readProfile } from './profile.js';
import { all, placeOf, type Scope } from './scope.js';

/**
 * Reads an XCCDF tailoring file (NIST IR 7275r4, 6.7) as profiles of the benchmark that it changes. What names
 * something that the benchmark does not have is reported and left out.
 *
 * @returns the profiles, or nothing where the file is no tailoring; then an error was reported
 */
export function readTailoring(file: SourceFile, benchmark: Benchmark, report: Report): Profile[] | undefined {
  const document = readDocument(file, report);
  if (!document) return undefined;
  const { root } = document;
  const scope: Scope = {
    file,
    report,
    language: benchmark.language,
    plainTexts: new Map(),
    pendingValues: [],
    pendingIds: [],
  };
  if (root.name !== 'xccdf:Tailoring') {
    report(notATailoring(placeOf(scope, root.offset)));
    return undefined;
  }
  const kinds = new Map([...itemsOf(benchmark)].map(({ id, kind }) => [id, kind]));
  const named = {
    selectable: (id: string) => (kinds.has(id) && kinds.get(id) !== 'value' ? [id] : []),
    isValue: (id: string) => kinds.get(id) === 'value',
    isRule: (id: string) => kinds.get(id) === 'rule',
  };
  const bases = new Set(benchmark.profiles.map(({ id }) => id));
  const seen = new Map<string, number>();
  return all(root, 'xccdf:Profile').flatMap((element) => {
    const profile = readProfile(element, named, scope);
    const before = seen.get(profile.id);
    seen.set(profile.id, element.offset);
    if (before !== undefined) {
      report(duplicateId(placeOf(scope, element.offset), profile.id, placeOf(scope, before)));
      return [];
    }
    if (profile.extends === undefined || bases.has(profile.extends)) return [profile];
    report(unknownBase(placeOf(scope, element.offset), profile.extends, [...bases]));
    return [];
  });
}
