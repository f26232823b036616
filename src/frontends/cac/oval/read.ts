import { posix } from 'node:path';
import type { SourceFile } from '../../../source/file.js';
import type { Environment, Properties } from '../environment.js';
import { affectedProduct, isAffected } from './affected.js';
import type { Ordered } from './collect.js';
import { readShorthand } from './shorthand.js';
import { idsIn } from './static-files.js';

/** The text of a file of OVAL; where it cannot be made, nobody is told of what the file would define. */
export function expandOval(
  env: Environment,
  source: SourceFile,
  context?: Properties,
): SourceFile | undefined {
  const file = env.expand(source, context);
  if (file) return file;
  markBroken(env, source);
  // A definition may have the name of its file, or of its rule, by the template.
  env.broken.add(posix.basename(source.path, '.xml'));
  if (typeof context?.rule_id === 'string') env.broken.add(context.rule_id);
  return undefined;
}

/** What an expanded text defines, if one of its definitions is for the product; nothing where it is wrong (reported). */
export function readOval(env: Environment, order: string, file: SourceFile | undefined): Ordered | undefined {
  if (!file) return undefined;
  const shorthand = readShorthand(file, affectedProduct(env), env.report);
  if (!shorthand) markBroken(env, file);
  return shorthand && isAffected(shorthand, env) ? { order, shorthand } : undefined;
}

function markBroken({ broken }: Environment, { text }: SourceFile): void {
  for (const id of idsIn(text)) broken.add(id);
}
