/** The upper layers of a root, by what they lie over. */
const places: readonly (readonly [layer: string, path: string])[] = [
  ['upper/', '/'],
  ['kernel/', '/proc/sys/'],
];

/** Reads what `LIST_CHANGES` prints: by the path in the root, what is there now. */
export function readChanges(listing: string): ReadonlyMap<string, string> {
  const changes = new Map<string, string>();
  for (const record of listing.split('\0')) {
    const [path, about] = record.startsWith('upper/') || record.startsWith('kernel/') ? fields(record) : [];
    if (path !== undefined && about !== undefined) {
      changes.set(inRoot(path), about.startsWith('c ') ? 'removed' : about.trim());
      continue;
    }
    const [, digest, file] = /^([0-9a-f]{64}) [ *]([\s\S]*)$/.exec(record) ?? [];
    if (digest !== undefined && file !== undefined)
      changes.set(inRoot(file), `${changes.get(inRoot(file)) ?? ''} ${digest}`.trim());
  }
  return changes;
}

/** A path may hold tabs, what stands behind the last one of `find` may not: a link target that does is cut. */
function fields(record: string): readonly [string, string] | readonly [] {
  const [, path, about] = /^([\s\S]*?)\t([a-zA-Z] [0-7]+ \d+:\d+ [\s\S]*)$/.exec(record) ?? [];
  return path === undefined || about === undefined ? [] : [path, about];
}

function inRoot(path: string): string {
  const place = places.find(([layer]) => path.startsWith(layer));
  return place ? place[1] + path.slice(place[0].length) : path;
}
