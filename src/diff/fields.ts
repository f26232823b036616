import { diffWordsWithSpace, structuredPatch } from 'diff';
import type {
  FieldChange,
  Hunk,
  LinesChange,
  ListChange,
  TextChange,
  ValueChange,
  WordPart,
} from './model.js';

/** Each of these gives the change of one field, or nothing where there is none. */

export function valueChange(field: string, old: Scalar, now: Scalar): ValueChange | undefined {
  const [before, after] = [shown(old), shown(now)];
  if (before === after) return undefined;
  return {
    kind: 'value',
    field,
    ...(before === undefined ? {} : { old: before }),
    ...(after === undefined ? {} : { new: after }),
  };
}

type Scalar = string | number | boolean | undefined;

const shown = (value: Scalar): string | undefined =>
  typeof value === 'boolean'
    ? value
      ? 'yes'
      : 'no'
    : value === undefined || value === ''
      ? undefined
      : String(value);

export function textChange(field: string, old: string, now: string): TextChange | undefined {
  if (old === now) return undefined;
  return { kind: 'text', field, old, new: now, words: wordParts(old, now) };
}

/** Beyond this many edits two texts have nothing to do with each other, and finding them takes too long. */
const maxEdits = 2000;

function wordParts(old: string, now: string): WordPart[] {
  const parts = diffWordsWithSpace(old, now, { maxEditLength: maxEdits });
  if (!parts) {
    return [
      { kind: 'removed', text: old },
      { kind: 'added', text: now },
    ];
  }
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** Order and repetition say nothing. */
export function listChange(
  field: string,
  old: readonly string[],
  now: readonly string[],
): ListChange | undefined {
  const [before, after] = [new Set(old), new Set(now)];
  const added = [...after].filter((each) => !before.has(each));
  const removed = [...before].filter((each) => !after.has(each));
  return added.length + removed.length === 0 ? undefined : { kind: 'list', field, added, removed };
}

/** Nothing on one side means that the whole was added or removed. */
export function linesChange(
  field: string,
  old: string | undefined,
  now: string | undefined,
): LinesChange | undefined {
  if (old === now) return undefined;
  const change = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
  const hunks = hunksOf(old ?? '', now ?? '');
  return hunks.length === 0 && change === 'changed' ? undefined : { kind: 'lines', field, change, hunks };
}

function hunksOf(old: string, now: string): Hunk[] {
  const patch = structuredPatch('', '', ended(old), ended(now), undefined, undefined, {
    context: 3,
    maxEditLength: 20_000,
  });
  if (!patch)
    return [{ oldStart: 1, newStart: 1, lines: [...linesOf('removed', old), ...linesOf('added', now)] }];
  return patch.hunks.map(({ oldStart, newStart, lines }) => ({
    oldStart,
    newStart,
    lines: lines.map((line) => ({
      kind: line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : 'same',
      text: line.slice(1),
    })),
  }));
}

const linesOf = (kind: 'added' | 'removed', text: string): Hunk['lines'] =>
  text.split('\n').map((line) => ({ kind, text: line }));

/** One line break at the end, and none that a Windows editor made: neither is a difference to people. */
const ended = (text: string): string => {
  const trimmed = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  return trimmed === '' ? '' : `${trimmed}\n`;
};

export const changes = (...found: readonly (FieldChange | undefined)[]): FieldChange[] =>
  found.filter((change) => change !== undefined);
