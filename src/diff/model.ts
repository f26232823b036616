/** What differs between two benchmarks, as plain data: formatters need nothing else. */
export interface BenchmarkDiff {
  readonly a: Side;
  readonly b: Side;
  readonly benchmark: readonly FieldChange[];
  readonly rules: ItemsDiff;
  readonly groups: ItemsDiff;
  readonly values: ItemsDiff;
  readonly profiles: ProfilesDiff;
  readonly platforms: PlatformsDiff;
}

/** One of the two benchmarks. */
export interface Side {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly items: { readonly rules: number; readonly groups: number; readonly values: number };
}

export interface ItemsDiff {
  /** In document order of B. */
  readonly added: readonly ItemName[];
  /** In document order of A. */
  readonly removed: readonly ItemName[];
  /** In document order of B; what moved may have changed too. */
  readonly moved: readonly ItemMove[];
  readonly changed: readonly ItemChange[];
}

/** An item as messages name it. */
export interface ItemName {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** Only rules. */
  readonly severity?: string;
}

/** An item that stands in another group than before; the benchmark itself is a group without a name. */
export interface ItemMove extends ItemName {
  readonly from: string;
  readonly to: string;
}

export interface ItemChange extends ItemName {
  readonly fields: readonly FieldChange[];
}

/** One field that changed. */
export type FieldChange = ValueChange | TextChange | ListChange | LinesChange;

/** A single value; absent on the side that has none. */
export interface ValueChange {
  readonly kind: 'value';
  readonly field: string;
  readonly old?: string;
  readonly new?: string;
}

/** A text for people, word by word. */
export interface TextChange {
  readonly kind: 'text';
  readonly field: string;
  readonly old: string;
  readonly new: string;
  readonly words: readonly WordPart[];
}

export interface WordPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A list whose order says nothing. */
export interface ListChange {
  readonly kind: 'list';
  readonly field: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** A script, or the logic of a check, line by line. */
export interface LinesChange {
  readonly kind: 'lines';
  readonly field: string;
  /** All of it is new, all of it is gone, or some lines differ. */
  readonly change: 'added' | 'removed' | 'changed';
  readonly hunks: readonly Hunk[];
}

/** Lines that differ, with up to three lines around them; line numbers count from 1. */
export interface Hunk {
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly HunkLine[];
}

export interface HunkLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface ProfilesDiff {
  readonly added: readonly ItemName[];
  readonly removed: readonly ItemName[];
  readonly changed: readonly ProfileChange[];
}

/** What a profile does, everything that it extends included. */
export interface ProfileChange extends ItemName {
  readonly fields: readonly FieldChange[];
  /** Names of rules that it selects now and did not before, and the other way round. */
  readonly selected: readonly string[];
  readonly unselected: readonly string[];
  /** Values that it gives. */
  readonly values: readonly ProfileSetting[];
  /** Severities, roles and weights that it gives: `sshd_timeout severity`. */
  readonly refinements: readonly ProfileSetting[];
}

export interface ProfileSetting {
  readonly name: string;
  readonly old?: string;
  readonly new?: string;
}

export interface PlatformsDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly ValueChange[];
}
