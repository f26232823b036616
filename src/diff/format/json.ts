import type { BenchmarkDiff } from '../model.js';

/** The whole difference as JSON; `format` changes when the shape does. */
export const formatJson = (diff: BenchmarkDiff): string =>
  `${JSON.stringify({ format: 1, ...diff }, null, 2)}\n`;
