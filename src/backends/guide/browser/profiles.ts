import type { Profile } from '../../../model/benchmark.js';
import { type ProfileView, viewProfile } from '../../../model/profile-view.js';
import type { RuleData } from '../guide-data.js';
import type { Choice } from './fields.js';
import { type Guide, itemAt } from './guide.js';
import { skeletonOf } from './skeleton.js';

/** What a profile makes of the benchmark, by index of the items. */
export interface Chosen {
  readonly title: string;
  readonly view: ProfileView;
  isSelected(index: number): boolean;
  /** Whether the item itself is selected, whatever its Groups and what it requires. */
  isOn(index: number): boolean;
  valueOf(index: number): string;
  severityOf(index: number): RuleData['severity'];
  roleOf(index: number): NonNullable<RuleData['role']>;
  /** The selected Rules. */
  readonly rules: readonly number[];
  /** Whether an item is part of what the profile shows: selected, or a Value that a selected Rule uses. */
  isShown(index: number): boolean;
}

/** The profiles of the page: those of the benchmark, none, and the reader's own tailoring. */
export interface Profiles {
  /** `none`, anchors of profiles, `tailoring` where there is one. */
  readonly choices: readonly Choice[];
  get(name: string): Chosen;
  /** Gives or takes away the reader's own profile. */
  setTailoring(title: string, profile: Profile | undefined): void;
}

/** The name of the choice of no profile. */
export const noProfile = 'none';

export function createProfiles(guide: Guide): Profiles {
  const skeleton = skeletonOf(guide);
  const cache = new Map<string, Chosen>();
  let tailoring: { readonly title: string; readonly profile: Profile } | undefined;

  const find = (name: string): { readonly title: string; readonly profile: Profile | undefined } => {
    if (name === 'tailoring' && tailoring) return tailoring;
    const index = guide.profiles.findIndex(({ anchor }) => anchor === name);
    const title = guide.profiles[index]?.title ?? 'No profile';
    return { title, profile: skeleton.profiles[index] };
  };

  return {
    get choices() {
      const own = tailoring ? [{ value: 'tailoring', label: `${tailoring.title} (your tailoring)` }] : [];
      return [
        { value: noProfile, label: 'No profile (the benchmark’s defaults)' },
        ...guide.profiles.map(({ anchor, title, tailored }) => ({
          value: anchor,
          label: tailored ? `${title} (tailored)` : title,
        })),
        ...own,
      ];
    },
    get(name) {
      let chosen = cache.get(name);
      if (!chosen) {
        const { title, profile } = find(name);
        chosen = chosenOf(guide, title, viewProfile(skeleton, profile));
        cache.set(name, chosen);
      }
      return chosen;
    },
    setTailoring(title, profile) {
      tailoring = profile && { title, profile };
      cache.delete('tailoring');
    },
  };
}

function chosenOf(guide: Guide, title: string, view: ProfileView): Chosen {
  const idOf = (index: number): string => itemAt(guide, index).id;
  const isSelected = (index: number): boolean => view.isSelected(idOf(index));
  const selects = new Map(
    view.chain.flatMap((each) => each.selects.map(({ idref, selected }) => [idref, selected])),
  );
  const rules = guide.rules.filter(isSelected);
  const used = new Set(rules.flatMap((index) => (itemAt(guide, index) as RuleData).values ?? []));
  return {
    title,
    view,
    isSelected,
    isOn: (index) => {
      const item = itemAt(guide, index);
      return selects.get(item.id) ?? (item.kind === 'value' || (item.selected ?? true));
    },
    valueOf: (index) => view.valueOf(idOf(index)),
    severityOf: (index) => view.severityOf(idOf(index)),
    roleOf: (index) => view.roleOf(idOf(index)),
    rules,
    isShown: (index) => (itemAt(guide, index).kind === 'value' ? used.has(index) : isSelected(index)),
  };
}
