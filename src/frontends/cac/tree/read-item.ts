import { filePlace, type SourceFile } from '../../../source/file.js';
import type { Environment, Properties } from '../environment.js';
import { emptyItem, notMapping } from '../messages.js';
import { isRecord } from '../product/product.js';
import type { Schema } from '../schema/fits.js';
import { readYaml11 } from '../yaml.js';

/** A file of the tree as read: its text after expansion, and its data. */
export interface ItemFile {
  readonly file: SourceFile;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A file that counts for nothing: it says that its documentation is not complete, or cannot be used. */
export type Unusable = 'incomplete' | 'broken';

/** Reads, expands and validates one file; reports why it is broken. */
export function readItem(
  env: Environment,
  path: string,
  schema: Schema,
  context: Properties,
): ItemFile | Unusable {
  const source = env.root.read(path);
  const file = source && env.expand(source, context);
  const data = file && readYaml11(file, env.report);
  if (!file || data === undefined) return 'broken';
  if (!isRecord(data)) {
    env.report(data === null ? emptyItem(filePlace(file)) : notMapping(filePlace(file)));
    return 'broken';
  }
  if (data.documentation_complete === 'false') return 'incomplete';
  return env.validations.check(schema, data, file) ? { file, data } : 'broken';
}
