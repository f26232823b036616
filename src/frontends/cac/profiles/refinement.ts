import type { Report } from '../../../diagnostics/diagnostic.js';
import type { NodePlace } from '../../../source/file.js';
import { badRefinement, notRefinable } from '../messages.js';
import { refinable, type Selection } from './selection.js';

/** Reports a line that refines nothing that can be refined; tells whether it did. */
export function reportBadRefinement(
  line: string,
  selection: Selection | undefined,
  place: NodePlace,
  report: Report,
): boolean {
  if (!selection) {
    report(badRefinement(place, line));
    return true;
  }
  if (selection.kind !== 'refine' || refinable.includes(selection.property)) return false;
  report(notRefinable(place, selection.property, refinable));
  return true;
}
