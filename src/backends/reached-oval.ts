import type { Benchmark } from '../model/benchmark.js';
import { rulesOf } from '../model/items.js';
import type { OvalPiece } from '../model/pieces.js';

/** Several files show the OVAL of one benchmark. */
const known = new WeakMap<Benchmark, readonly OvalPiece[]>();

/** The OVAL of rules that were compiled, each item once, in the order in which their checks reach it. */
export function reachedPieces(benchmark: Benchmark): readonly OvalPiece[] {
  let pieces = known.get(benchmark);
  if (!pieces) {
    pieces = findReached(benchmark);
    known.set(benchmark, pieces);
  }
  return pieces;
}

function findReached(benchmark: Benchmark): OvalPiece[] {
  const { ovalPieces } = benchmark;
  if (!ovalPieces) return [];
  const reached = new Set<OvalPiece>();
  for (const { pieces } of rulesOf(benchmark)) {
    for (const key of pieces?.oval ?? []) {
      const piece = ovalPieces.get(key);
      if (piece) reached.add(piece);
    }
  }
  return [...reached];
}
