import { type GuideData, type ItemData, type RuleData, type StoredItem, usualId } from '../guide-data.js';
import { byId } from './dom.js';

/** The data of the page with what follows from it. */
export interface Guide extends Omit<GuideData, 'items'> {
  readonly items: readonly ItemData[];
  readonly byAnchor: ReadonlyMap<string, number>;
  readonly indexOfId: ReadonlyMap<string, number>;
  readonly children: readonly (readonly number[])[];
  /** The Groups around an item, the outermost first. */
  ancestors(index: number): readonly number[];
  isInside(index: number, group: number): boolean;
  readonly rules: readonly number[];
  /** The Rules that use a Value. */
  usersOf(value: number): readonly number[];
}

/** The data, completed with what the list says. */
export function readGuide(): Guide {
  const data = JSON.parse(byId('guide-data').textContent ?? '') as GuideData;
  const links = byId('list').querySelectorAll<HTMLAnchorElement>(':scope > li > a');
  const items = data.items.map((item, index) => complete(item, links[index], data));
  return deriveGuide({ ...data, items });
}

function complete(
  item: StoredItem,
  link: HTMLAnchorElement | undefined,
  { reverseDns }: GuideData,
): ItemData {
  const anchor = link?.hash.slice(1) ?? '';
  return {
    ...item,
    anchor,
    title: link?.textContent ?? '',
    id: item.id ?? usualId(item.kind, anchor, reverseDns),
  };
}

function deriveGuide(data: Omit<GuideData, 'items'> & Pick<Guide, 'items'>): Guide {
  const { items } = data;
  const children: number[][] = items.map(() => []);
  const users = new Map<number, number[]>();
  items.forEach((item, index) => {
    children[item.parent]?.push(index);
    if (item.kind !== 'rule') return;
    for (const value of item.values ?? []) {
      const list = users.get(value);
      if (list) list.push(index);
      else users.set(value, [index]);
    }
  });
  const ancestors = (index: number): number[] => {
    const parent = items[index]?.parent ?? -1;
    return parent < 0 ? [] : [...ancestors(parent), parent];
  };
  return {
    ...data,
    items,
    byAnchor: new Map(items.map(({ anchor }, index) => [anchor, index])),
    indexOfId: new Map(items.map(({ id }, index) => [id, index])),
    children,
    ancestors,
    isInside(index, group) {
      for (let at = index; at >= 0; at = items[at]?.parent ?? -1) if (at === group) return true;
      return false;
    },
    rules: items.flatMap(({ kind }, index) => (kind === 'rule' ? [index] : [])),
    usersOf: (value) => users.get(value) ?? [],
  };
}

export const ruleAt = (guide: Guide, index: number): RuleData => guide.items[index] as RuleData;

export const itemAt = (guide: Guide, index: number): ItemData => guide.items[index] as ItemData;
