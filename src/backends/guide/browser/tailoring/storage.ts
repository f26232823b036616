import type { Guide } from '../guide.js';
import type { Tailoring } from './model.js';

const keyOf = (guide: Guide): string => `scapc-guide-tailoring ${guide.id}`;

/** What is kept in the browser; undefined where nothing is, or storage is forbidden, or it is not ours. */
export function restore(guide: Guide): Tailoring | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(guide)) ?? 'null');
    return isTailoring(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a tailoring, or forgets it. Returns whether the browser lets us. */
export function keep(guide: Guide, tailoring: Tailoring | undefined): boolean {
  try {
    if (tailoring) localStorage.setItem(keyOf(guide), JSON.stringify(tailoring));
    else localStorage.removeItem(keyOf(guide));
    return true;
  } catch {
    return false;
  }
}

/** Another page under `file://` shares the storage, so what is read is looked at. */
function isTailoring(value: unknown): value is Tailoring {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  return (
    ['name', 'title', 'base'].every((key) => typeof record[key] === 'string') &&
    ['selects', 'values', 'severities', 'roles'].every(
      (key) => typeof record[key] === 'object' && record[key] !== null,
    )
  );
}
