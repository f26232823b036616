import type { State, ViewName } from './state.js';

/** Names in the address, short since people send them around. */
const names = {
  view: 'view',
  query: 'q',
  kinds: 'kind',
  severities: 'severity',
  platform: 'platform',
  check: 'check',
  remediation: 'fix',
  selection: 'show',
  reference: 'ref',
  group: 'group',
  sort: 'sort',
  profile: 'profile',
  left: 'a',
  right: 'b',
} satisfies Record<Exclude<keyof State, 'item'>, string>;

const keys = Object.keys(names) as (keyof typeof names)[];
const views: readonly string[] = ['list', 'overview', 'compare', 'tailoring'] satisfies ViewName[];

/** `#rule-postfix?q=mail&severity=high`: the item first, so that the plain link to it works without the script. */
export function toHash(state: State, defaults: State): string {
  const parameters = new URLSearchParams();
  for (const key of keys) {
    const value = textOf(state[key]);
    if (value !== textOf(defaults[key])) parameters.set(names[key], value);
  }
  const query = parameters.toString();
  return `#${state.item}${query === '' ? '' : `?${query}`}`;
}

/** What an address says; what it does not say, or says wrongly, is as in `defaults`. */
export function fromHash(hash: string, defaults: State): State {
  const [item = '', query = ''] = split(hash.replace(/^#/, ''));
  const parameters = new URLSearchParams(query);
  const state: Record<string, unknown> = { ...defaults, item: decode(item) };
  for (const key of keys) {
    const value = parameters.get(names[key]);
    if (value === null) continue;
    state[key] = Array.isArray(defaults[key]) ? value.split(',').filter((word) => word !== '') : value;
  }
  if (!views.includes(String(state.view))) state.view = defaults.view;
  return state as unknown as State;
}

const textOf = (value: string | readonly string[]): string =>
  typeof value === 'string' ? value : value.join(',');

function split(hash: string): [string, string] {
  const mark = hash.indexOf('?');
  return mark < 0 ? [hash, ''] : [hash.slice(0, mark), hash.slice(mark + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
