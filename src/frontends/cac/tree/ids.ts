import type { Environment } from '../environment.js';

/** What starts the id of each kind of item. */
export interface ItemIds {
  readonly benchmark: string;
  readonly profile: string;
  readonly group: string;
  readonly rule: string;
  readonly value: string;
}

export function idsOf({ constants: { vendor } }: Environment): ItemIds {
  const prefix = (kind: string): string => `xccdf_${vendor}.content_${kind}_`;
  return {
    benchmark: prefix('benchmark'),
    profile: prefix('profile'),
    group: prefix('group'),
    rule: prefix('rule'),
    value: prefix('value'),
  };
}
