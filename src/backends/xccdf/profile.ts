import type { Element } from 'xast';
import type { Profile } from '../../model/benchmark.js';
import { element } from '../../xml/nodes.js';
import { platformElements } from './platform.js';
import { referenceElement } from './reference.js';
import { statusElement } from './status.js';
import { htmlElement, textElement } from './text.js';

/**
 * A choice of rules and values: `Profile` (NIST IR 7275r4, 6.4.6). Title and description replace those of
 * a profile that it extends, which `override` says; without it they would stand beside each other.
 */
export const profileElement = (profile: Profile): Element =>
  element('Profile', { id: profile.id, extends: profile.extends }, [
    profile.status && statusElement(profile.status),
    profile.version === undefined ? undefined : element('version', {}, [profile.version]),
    textElement('title', profile.title, { override: 'true' }),
    htmlElement('description', profile.description, { override: 'true' }),
    ...profile.references.map(referenceElement),
    ...platformElements(profile.platforms),
    ...profile.selects.map(({ idref, selected }) => element('select', { idref, selected: String(selected) })),
    ...profile.setValues.map(({ idref, value }) => element('set-value', { idref }, [value])),
    ...profile.refineValues.map(({ idref, selector, operator }) =>
      element('refine-value', { idref, selector, operator }),
    ),
    ...profile.refineRules.map(({ idref, weight, selector, severity, role }) =>
      element('refine-rule', { idref, weight: weight?.toString(), selector, severity, role }),
    ),
  ]);
