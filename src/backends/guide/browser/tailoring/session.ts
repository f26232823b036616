import type { Guide } from '../guide.js';
import { type Chosen, noProfile, type Profiles } from '../profiles.js';
import { profileOfTailoring, type Tailoring } from './model.js';
import { keep, restore } from './storage.js';
import { type History, redo, start, step, undo } from './undo.js';

/** Owns the reader's tailoring: every change is a step that can be taken back, and is kept in the browser. */
export interface Session {
  readonly tailoring: Tailoring | undefined;
  /** What the base profile makes of the benchmark. */
  readonly base: Chosen;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly isKept: boolean;
  begin(tailoring: Tailoring): void;
  change(edit: (tailoring: Tailoring, base: Chosen) => Tailoring): void;
  undo(): void;
  redo(): void;
  discard(): void;
}

export function createSession(guide: Guide, profiles: Profiles, onChange: () => void): Session {
  let history: History<Tailoring> | undefined;
  let kept = true;

  function apply(next: History<Tailoring> | undefined, tell = true): void {
    history = next;
    const tailoring = next?.present;
    profiles.setTailoring(tailoring?.title ?? '', tailoring && profileOfTailoring(tailoring, guide));
    kept = keep(guide, tailoring);
    if (tell) onChange();
  }

  const stored = restore(guide);
  if (stored) apply(start(stored), false);

  return {
    get tailoring() {
      return history?.present;
    },
    get base() {
      return profiles.get(history?.present.base ?? noProfile);
    },
    get canUndo() {
      return (history?.past.length ?? 0) > 0;
    },
    get canRedo() {
      return (history?.future.length ?? 0) > 0;
    },
    get isKept() {
      return kept;
    },
    begin: (tailoring) => apply(start(tailoring)),
    change(edit) {
      if (history) apply(step(history, edit(history.present, this.base)));
    },
    undo: () => apply(history && undo(history)),
    redo: () => apply(history && redo(history)),
    discard: () => apply(undefined),
  };
}
