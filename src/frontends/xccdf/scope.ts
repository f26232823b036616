import type { Report } from '../../diagnostics/diagnostic.js';
import { type Place, type SourceFile, spanPlace } from '../../source/file.js';
import type { PlacedElement } from '../../xml/nodes.js';

/** A reference to a Value in a text, to be settled when all Values are known. */
export interface PendingValue {
  readonly id: string;
  /** `sub/@use` asks for the title of the Value, not for its value. */
  readonly title: boolean;
  readonly offset: number;
  /** Puts a text in the place of the reference. */
  become(text: string): void;
}

/** An id that one item says of another, to be settled when all items are known. */
export interface PendingId {
  readonly list: string[];
  readonly id: string;
  /** As messages call it: `requires`. */
  readonly what: string;
  readonly offset: number;
}

/** What the readers of one benchmark share. */
export interface Scope {
  readonly file: SourceFile;
  readonly report: Report;
  /** The language that texts are read in: `xml:lang` of the benchmark. */
  readonly language: string;
  /** Texts that a `sub` may name: XCCDF `plain-text`. */
  readonly plainTexts: Map<string, string>;
  readonly pendingValues: PendingValue[];
  readonly pendingIds: PendingId[];
}

export const placeOf = (scope: { readonly file: SourceFile }, offset: number): Place => {
  const end = scope.file.text.indexOf('>', offset);
  return spanPlace(scope.file, offset, end < 0 ? offset : end + 1);
};

/** Child elements of that name, in order. */
export function all(parent: PlacedElement, name: string): PlacedElement[] {
  const found: PlacedElement[] = [];
  for (const child of parent.children) {
    if (child.type === 'element' && child.name === name) found.push(child);
  }
  return found;
}

export function first(parent: PlacedElement, name: string): PlacedElement | undefined {
  for (const child of parent.children) {
    if (child.type === 'element' && child.name === name) return child;
  }
  return undefined;
}

/** `xs:boolean`, with a default where it is absent. */
export function flag(value: string | undefined, absent: boolean): boolean {
  if (value === undefined) return absent;
  return value === 'true' || value === '1';
}

/** The object without the keys that are undefined, which the model's types forbid. */
export function present<T extends object>(optional: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(optional)) if (value !== undefined) kept[key] = value;
  return kept as { [K in keyof T]?: Exclude<T[K], undefined> };
}
