import type { GroupSource } from '../../../model/content.js';
import { emptyText, plainText } from '../../../model/text.js';
import { filePlace } from '../../../source/file.js';
import type { Environment } from '../environment.js';
import { groupSchema } from '../schema/group.js';
import { field, namesOf, platformsOf, warningsOf } from './common.js';
import type { Folder } from './folders.js';
import { type ItemFile, readItem, type Unusable } from './read-item.js';
import type { TextContext } from './xhtml.js';

export const readGroup = (env: Environment, folder: Folder): ItemFile | Unusable =>
  readItem(env, `${folder.path}/group.yml`, groupSchema, { id: folder.name });

/** A group without its children. */
export const groupSource = (
  item: ItemFile,
  name: string,
  prefix: string,
  context: TextContext,
): GroupSource => ({
  kind: 'group',
  id: prefix + name,
  name,
  title: plainText(String(item.data.title)),
  description: field(item, 'description', context),
  rationale: emptyText,
  warnings: warningsOf(item, context),
  platforms: platformsOf(item),
  requires: namesOf(item, 'requires'),
  conflicts: namesOf(item, 'conflicts'),
  references: [],
  children: [],
  selected: true,
  origin: filePlace(item.file),
});
