import { changes, listChange, textChange, valueChange } from './fields.js';
import type { FieldChange, PlatformsDiff, Side } from './model.js';
import { type Looked, platformNames } from './side.js';

/** What the benchmark says of itself. */
export function benchmarkChanges(a: Looked, b: Looked): FieldChange[] {
  const [old, now] = [a.benchmark, b.benchmark];
  const notices = ({ benchmark, textOf }: Looked) =>
    benchmark.notices.map(({ id, text }) => `${id}: ${textOf(text)}`).join('\n');
  return changes(
    valueChange('id', old.id, now.id),
    textChange('title', a.textOf(old.title), b.textOf(now.title)),
    valueChange('version', old.version, now.version),
    valueChange('status', old.status.value, now.status.value),
    valueChange('status date', old.status.date, now.status.date),
    valueChange('language', old.language, now.language),
    textChange('description', a.textOf(old.description), b.textOf(now.description)),
    textChange('notices', notices(a), notices(b)),
    textChange('front matter', a.textOf(old.frontMatter), b.textOf(now.frontMatter)),
    textChange('rear matter', a.textOf(old.rearMatter), b.textOf(now.rearMatter)),
    listChange('platforms', platformNames(old.platforms), platformNames(now.platforms)),
    valueChange('update URL', old.updateUrl, now.updateUrl),
    valueChange('publisher', old.metadata.publisher, now.metadata.publisher),
    valueChange('creator', old.metadata.creator, now.metadata.creator),
    valueChange('source', old.metadata.source, now.metadata.source),
    listChange('contributors', old.metadata.contributors, now.metadata.contributors),
  );
}

/** Platforms by id; what an expression means is what it says of its facts. */
export function diffPlatforms(a: Looked, b: Looked): PlatformsDiff {
  const [before, after] = [a.benchmark.platformDefinitions, b.benchmark.platformDefinitions];
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
    changed: [...after].flatMap(([id, { source }]) => {
      const old = before.get(id);
      return (old && valueChange(id, old.source, source)) ?? [];
    }),
  };
}

export function sideOf({ benchmark, items, textOf }: Looked): Side {
  const count = (kind: string) => items.filter((item) => item.kind === kind).length;
  return {
    id: benchmark.id,
    title: textOf(benchmark.title),
    version: benchmark.version,
    items: { rules: count('rule'), groups: count('group'), values: count('value') },
  };
}
