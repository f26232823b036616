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

/** A group of which nothing but its name is known: it stands for one that cannot be read. */
export const bareGroup = (name: string, prefix: string): GroupSource => ({
  kind: 'group',
  id: prefix + name,
  name,
  title: plainText(name),
  description: emptyText,
  rationale: emptyText,
  warnings: [],
  platforms: [],
  requires: [],
  conflicts: [],
  references: [],
  children: [],
  selected: true,
});

/** A group without its children. */
export const groupSource = (
  item: ItemFile,
  name: string,
  prefix: string,
  context: TextContext,
): GroupSource => ({
  ...bareGroup(name, prefix),
  title: plainText(String(item.data.title)),
  description: field(item, 'description', context),
  warnings: warningsOf(item, context),
  platforms: platformsOf(item),
  requires: namesOf(item, 'requires'),
  conflicts: namesOf(item, 'conflicts'),
  origin: filePlace(item.file),
});
