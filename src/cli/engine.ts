import { setFlagsFromString } from 'node:v8';

/**
 * A run takes a few seconds, in which V8 spends a fifth of the processors on optimising functions that are soon no
 * longer called. It is told to wait longer before it does. The flag is one of V8 11, that of Node.js 20; another V8
 * goes on as it thinks best.
 */
export function tuneEngine(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=500000');
}
