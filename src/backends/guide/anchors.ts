import type { Profile } from '../../model/benchmark.js';
import type { AnyItem } from '../../model/items.js';

/**
 * The address of each item and profile in the page: `rule-<name>`.
 *
 * The prefix keeps names of foreign files from being taken for something of the page (`location`, `cookie`);
 * what does not belong into an address becomes `_`, and a second item of that name gets a number.
 */
export function anchorsOf(
  items: readonly AnyItem[],
  profiles: readonly Profile[],
): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const taken = new Set<string>();
  const add = (id: string, wanted: string): void => {
    let anchor = wanted;
    for (let n = 2; taken.has(anchor); n++) anchor = `${wanted}~${n}`;
    taken.add(anchor);
    anchors.set(id, anchor);
  };
  for (const item of items) add(item.id, `${item.kind}-${addressable(item.name)}`);
  for (const profile of profiles) add(profile.id, `profile-${addressable(profile.name)}`);
  return anchors;
}

const addressable = (name: string): string => name.replace(/[^\w.-]/g, '_');
