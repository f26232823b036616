import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changedSince, mergeInputs } from '../../src/source/inputs.js';
import { ContentRoot } from '../../src/source/root.js';
import { temporaryFolder } from '../support/cli.js';

function inputsOf(dir: string) {
  const root = ContentRoot.open(dir, (problem) => {
    throw new Error(problem.message);
  });
  root?.read('a/one.yml');
  if (!root) throw new Error('there is no root');
  return root.inputs;
}

test('what two readers met in different states counts as changed', () => {
  const dir = temporaryFolder();
  mkdirSync(join(dir, 'a'));
  writeFileSync(join(dir, 'a/one.yml'), 'first');
  const before = inputsOf(dir);
  expect(changedSince(mergeInputs([before, inputsOf(dir)]), dir)).toEqual([]);
  writeFileSync(join(dir, 'a/one.yml'), 'second words');
  writeFileSync(join(dir, 'a/two.yml'), '');
  const after = inputsOf(dir);
  expect(changedSince(after, dir)).toEqual([]);
  expect(changedSince(mergeInputs([before, after]), dir)).toEqual(['a/one.yml', 'a']);
});
