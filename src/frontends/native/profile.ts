import type { ProfileSource } from '../../model/content.js';
import { plainText } from '../../model/text.js';
import type { ProfileData } from '../../schema/profile.js';
import { filePlace } from '../../source/file.js';
import { sourced, sourcedList } from './items.js';
import { itemId, readDocument, richText, type Scope } from './scope.js';

const ending = '.profile';

/** Reads every `<name>.profile` of the product, by name; those that cannot be read go to `broken`. */
export function readProfiles(scope: Scope, broken: Set<string>): ProfileSource[] {
  return scope.root.list(scope.product.profiles_root).flatMap(({ kind, name, path }) => {
    if (kind !== 'file' || !name.endsWith(ending)) return [];
    const id = name.slice(0, -ending.length);
    const profile = readProfile(scope, path, id);
    if (!profile) broken.add(id);
    return profile ? [profile] : [];
  });
}

function readProfile(scope: Scope, path: string, name: string): ProfileSource | undefined {
  const document = readDocument<ProfileData>(scope, 'profile', path);
  if (!document) return undefined;
  const { file, data } = document;
  return {
    id: itemId(scope, 'profile', name),
    name,
    title: plainText(data.title),
    description: richText(scope, file, ['description'], data.description),
    ...(data.extends === undefined ? {} : { extends: sourced(file, ['extends'], data.extends) }),
    references: data.reference === undefined ? [] : [{ href: data.reference, text: data.reference }],
    platforms: [],
    selections: sourcedList(file, 'selections', data.selections),
    origin: filePlace(file),
  };
}
