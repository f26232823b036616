import { expect, test } from 'vitest';
import { countOf, noneTaken, partsFor, takeAll } from '../../src/build/shares.js';

test('threads take their own parts first, then what others have not come to, each once', () => {
  const taken = noneTaken(5);
  expect(countOf(taken)).toBe(5);
  const first = partsFor(0, 2, taken);
  const second = partsFor(1, 2, taken);
  const next = (parts: Generator<number>) => parts.next().value;
  expect(next(first)).toBe(0);
  expect(next(second)).toBe(2);
  expect(next(second)).toBe(3);
  expect(next(second)).toBe(4);
  expect(next(second)).toBe(1);
  expect(next(first)).toBeUndefined();
  expect(next(second)).toBeUndefined();
});

test('after a mistake there is nothing left to take', () => {
  const taken = noneTaken(4);
  const parts = partsFor(0, 1, taken);
  expect(parts.next().value).toBe(0);
  takeAll(taken);
  expect([...parts]).toEqual([]);
});
