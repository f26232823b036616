/** All that a link to a view of the guide carries. */
export interface State {
  readonly view: ViewName;
  /** Anchor of the item in the drawer; empty for none. */
  readonly item: string;
  readonly query: string;
  readonly kinds: readonly string[];
  readonly severities: readonly string[];
  readonly platform: string;
  readonly check: string;
  readonly remediation: string;
  /** `all`, `selected`, `unselected`; empty: what the chosen profile selects, or all without a profile. */
  readonly selection: string;
  /** What the reader typed to find references: `CIS 5.2.x`. */
  readonly reference: string;
  /** Anchor of the Group that the list is limited to. */
  readonly group: string;
  readonly sort: string;
  /** Anchor of the chosen profile, `none`, or `tailoring`. */
  readonly profile: string;
  /** The two profiles that are compared. */
  readonly left: string;
  readonly right: string;
}

export type ViewName = 'list' | 'overview' | 'compare' | 'tailoring';

export const initial = (profile: string): State => ({
  view: 'list',
  item: '',
  query: '',
  kinds: [],
  severities: [],
  platform: '',
  check: '',
  remediation: '',
  selection: '',
  reference: '',
  group: '',
  sort: '',
  profile,
  left: '',
  right: '',
});
