import type { CompiledRule } from '../model/content.js';
import { type OvalPiece, ovalKey } from '../model/pieces.js';
import type { CompiledRules } from './compile.js';

/** The compiled rules of a whole benchmark. */
export interface MergedRules {
  readonly rules: ReadonlyMap<string, CompiledRule>;
  /** By `ovalKey`. */
  readonly oval: ReadonlyMap<string, OvalPiece>;
}

/**
 * Rules that were compiled in several parts, by name. Nothing where two parts hold different OVAL under one id: the
 * content is wrong then, and only who reads it as a whole can say where.
 */
export function mergeRules(parts: readonly CompiledRules[]): MergedRules | undefined {
  const oval = new Map<string, OvalPiece>();
  for (const part of parts) {
    for (const piece of part.oval) {
      const key = ovalKey(piece);
      const known = oval.get(key);
      const chosen = known ? sameItem(known, piece) : piece;
      if (!chosen) return undefined;
      oval.set(key, chosen);
    }
  }
  return { rules: new Map(parts.flatMap(({ rules }) => rules.map((rule) => [rule.name, rule]))), oval };
}

/** One item from two parts. Only the part with the rules that extend a definition knows what the guide says of it. */
function sameItem(a: OvalPiece, b: OvalPiece): OvalPiece | undefined {
  if (a.precedence !== undefined && b.precedence !== undefined) return a.precedence <= b.precedence ? a : b;
  if (Buffer.compare(a.xml, b.xml) !== 0) return undefined;
  return a.guide?.logic === '' ? b : a;
}
