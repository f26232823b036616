import type { RuleData } from '../guide-data.js';
import { type Bar, barChart } from './bars.js';
import { byId, h } from './dom.js';
import { entryNodes } from './entries.js';
import { type Guide, itemAt, ruleAt } from './guide.js';
import { type Chosen, noProfile, type Profiles } from './profiles.js';
import type { State } from './state.js';
import type { Store } from './store.js';
import { showValues } from './values.js';

const severities = ['high', 'medium', 'low', 'info', 'unknown'] as const;

/** A look at the benchmark, or at a profile, before reading it. */
export function createOverview(guide: Guide, store: Store, profiles: Profiles): { show(state: State): void } {
  const node = byId('overview');
  return {
    show(state) {
      const chosen = profiles.get(state.profile);
      const whole = state.profile === noProfile;
      const rules = whole ? guide.rules : chosen.rules;
      const link = (change: Partial<State>): string => store.linkTo({ view: 'list', item: '', ...change });
      node.replaceChildren(
        h(
          'h2',
          { id: 'overview-title', tabindex: '-1' },
          `Overview: ${whole ? 'the whole benchmark' : chosen.title}`,
        ),
        h('p', {}, selection(guide, chosen, whole)),
        h(
          'div',
          { class: 'cards' },
          card(barChart('Rules by severity', 'Rules', bySeverity(rules, chosen, link))),
          card(barChart('Checked and repaired automatically', 'Rules', byAutomation(guide, rules, link))),
          card(barChart('Rules by group', 'Rules', byGroup(guide, rules, link))),
          card(
            barChart(
              whole
                ? 'References of the rules, by catalogue'
                : 'Coverage of catalogues: references that selected rules carry',
              'References',
              byCatalogue(guide, rules, link),
            ),
          ),
        ),
        about(state, guide, chosen),
      );
    },
  };
}

type Link = (change: Partial<State>) => string;

const card = (content: HTMLElement): HTMLElement =>
  h('div', { class: 'pf-v6-c-card' }, h('div', { class: 'pf-v6-c-card__body' }, content));

function selection(guide: Guide, chosen: Chosen, whole: boolean): string {
  const [all, selected] = [guide.rules.length, chosen.rules.length];
  return whole
    ? `${all} rules; selected where no profile is chosen: ${selected}.`
    : `${selected} of ${all} rules are selected.`;
}

const bySeverity = (rules: readonly number[], chosen: Chosen, link: Link): Bar[] =>
  severities.map((severity) => ({
    label: severity.charAt(0).toUpperCase() + severity.slice(1),
    count: rules.filter((rule) => chosen.severityOf(rule) === severity).length,
    tone: severity,
    href: link({ severities: [severity], kinds: ['rule'] }),
  }));

function byAutomation(guide: Guide, rules: readonly number[], link: Link): Bar[] {
  const of = rules.length;
  const count = (test: (rule: RuleData) => boolean): number =>
    rules.filter((rule) => test(ruleAt(guide, rule))).length;
  return [
    {
      label: 'Checked automatically',
      count: count(({ checked }) => checked === true),
      of,
      href: link({ check: 'automated' }),
    },
    {
      label: 'Checked by hand only',
      count: count(({ checked, manual }) => !checked && manual === true),
      of,
      href: link({ check: 'manual' }),
    },
    {
      label: 'Repaired automatically',
      count: count(({ remediations }) => remediations !== undefined),
      of,
      href: link({ remediation: 'yes' }),
    },
    ...guide.languages.map(({ key, title }, index) => ({
      label: `… by ${title}`,
      count: count(({ remediations }) => remediations?.includes(index) ?? false),
      of,
      href: link({ remediation: key }),
    })),
  ];
}

/** A level of Groups that tells something: below a lone one, and below each of few, where all rules lie deeper. */
function byGroup(guide: Guide, rules: readonly number[], link: Link): Bar[] {
  const below = (parent: number): number[] =>
    guide.items.flatMap((item, index) => (item.kind === 'group' && item.parent === parent ? [index] : []));
  const opened = (group: number): number[] => {
    const holdsRules = guide.children[group]?.some((child) => itemAt(guide, child).kind === 'rule');
    const groups = below(group);
    return holdsRules || groups.length === 0 ? [group] : groups;
  };
  let groups = below(-1);
  for (let next = groups; groups.length === 1; groups = next) {
    next = groups.flatMap(opened);
    if (next[0] === groups[0]) break;
  }
  const inner = groups.length < 4 ? groups.flatMap(opened) : groups;
  return inner
    .map((group) => ({
      label: itemAt(guide, group).title,
      count: rules.filter((rule) => guide.isInside(rule, group)).length,
      href: link({ group: itemAt(guide, group).anchor }),
    }))
    .filter(({ count }) => count > 0);
}

function byCatalogue(guide: Guide, rules: readonly number[], link: Link): Bar[] {
  const carried = new Set(rules.flatMap((rule) => ruleAt(guide, rule).references ?? []));
  return guide.catalogues.map(({ key, title }, catalogue) => {
    const all = guide.references.flatMap((reference, index) =>
      reference.catalogue === catalogue ? [index] : [],
    );
    return {
      label: title,
      count: all.filter((index) => carried.has(index)).length,
      of: all.length,
      href: link({ reference: `${key}:*`, kinds: ['rule'] }),
    };
  });
}

/** What the profile, and then the benchmark, say of themselves. */
function about(state: State, guide: Guide, chosen: Chosen): HTMLElement {
  const profile = entryNodes(state.profile);
  profile.querySelector('details')?.remove();
  const benchmark = entryNodes('about');
  for (const part of [profile, benchmark]) showValues(part, guide, chosen);
  return h(
    'div',
    { class: 'about' },
    profile.childElementCount > 0 && h('section', {}, h('h3', {}, 'About this profile'), profile),
    h('section', {}, h('h3', {}, 'About this benchmark'), benchmark),
  );
}
