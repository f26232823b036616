import type { Guide } from './guide.js';
import { itemAt } from './guide.js';
import { type Chosen, noProfile } from './profiles.js';
import { hasReference, referencePattern } from './references.js';
import type { State } from './state.js';

type Test = (index: number) => boolean;

/** Whether an item passes everything that the reader filters by, the search apart. */
export function filterOf(state: State, guide: Guide, chosen: Chosen): Test {
  const tests: Test[] = [];
  const { items } = guide;
  const rule = (test: (index: number) => boolean): void => {
    tests.push((index) => items[index]?.kind === 'rule' && test(index));
  };
  if (state.kinds.length > 0) tests.push((index) => state.kinds.includes(itemAt(guide, index).kind));
  if (state.severities.length > 0) rule((index) => state.severities.includes(chosen.severityOf(index)));
  const selection =
    state.selection || ([noProfile, 'tailoring'].includes(state.profile) ? 'all' : 'selected');
  if (selection === 'selected') tests.push(chosen.isShown);
  if (selection === 'unselected') tests.push((index) => !chosen.isShown(index));
  if (state.group !== '') {
    const group = guide.byAnchor.get(state.group) ?? -1;
    tests.push((index) => guide.isInside(index, group));
  }
  if (state.platform !== '') tests.push(platformTest(guide, state.platform));
  if (state.check !== '') rule(checkTest(guide, state.check));
  if (state.remediation !== '') rule(remediationTest(guide, state.remediation));
  if (state.reference.trim() !== '') tests.push(referenceTest(guide, state.reference));
  return (index) => tests.every((test) => test(index));
}

function platformTest(guide: Guide, words: string): Test {
  const platform = guide.platforms.indexOf(words);
  const own = (index: number): boolean => {
    const item = itemAt(guide, index);
    return item.kind !== 'value' && (item.platforms?.includes(platform) ?? false);
  };
  return (index) => own(index) || guide.ancestors(index).some(own);
}

const checkTest =
  (guide: Guide, wanted: string): Test =>
  (index) => {
    const item = itemAt(guide, index);
    if (item.kind !== 'rule') return false;
    switch (wanted) {
      case 'automated':
        return item.checked === true;
      case 'manual':
        return item.checked !== true && item.manual === true;
      default:
        return item.checked !== true && item.manual !== true;
    }
  };

function remediationTest(guide: Guide, wanted: string): Test {
  const language = guide.languages.findIndex(({ key }) => key === wanted);
  return (index) => {
    const item = itemAt(guide, index);
    const has = item.kind === 'rule' ? (item.remediations ?? []) : [];
    if (wanted === 'yes') return has.length > 0;
    if (wanted === 'no') return has.length === 0;
    return has.includes(language);
  };
}

function referenceTest(guide: Guide, written: string): Test {
  const matches = referencePattern(guide, written);
  const wanted = new Set(guide.references.flatMap((_, index) => (matches(index) ? [index] : [])));
  return (index) => hasReference(guide, index, wanted);
}
