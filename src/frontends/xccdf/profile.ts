import type { Profile, RefineRule, RefineValue, Select, SetValue } from '../../model/benchmark.js';
import { spanPlace } from '../../source/file.js';
import { type PlacedElement, textOf } from '../../xml/nodes.js';
import { shortName } from './ids.js';
import { platformsOf } from './item.js';
import { danglingReference } from './messages.js';
import { description } from './prose.js';
import { referencesOf } from './reference.js';
import { roleOf, severityOf, weightOf } from './rule.js';
import { all, first, flag, placeOf, present, type Scope } from './scope.js';
import { localized, words } from './text.js';

/** What a profile's settings may name. */
export interface Named {
  /** The Groups and Rules that an id or a cluster id stands for; empty where there are none. */
  selectable(id: string): readonly string[];
  isValue(id: string): boolean;
  isRule(id: string): boolean;
}

/** XCCDF `Profile` (NIST IR 7275r4, 6.5); settings for what does not exist are reported and left out. */
export function readProfile(element: PlacedElement, named: Named, scope: Scope): Profile {
  const { id = '', extends: base } = element.attributes;
  const version = words(first(element, 'xccdf:version'));
  const settings = settingsOf(element, named, scope);
  return {
    id,
    name: shortName(id),
    title: localized(element, 'xccdf:title', scope),
    description: description(localized(element, 'xccdf:description', scope)),
    ...present({ extends: base, version: version || undefined }),
    platforms: platformsOf(element),
    references: referencesOf(element),
    ...settings,
    origin: spanPlace(scope.file, element.offset, element.offset + '<Profile'.length),
  };
}

function settingsOf(profile: PlacedElement, named: Named, scope: Scope) {
  const selects: Select[] = [];
  const refineValues: RefineValue[] = [];
  const setValues: SetValue[] = [];
  const refineRules: RefineRule[] = [];
  for (const child of profile.children) {
    if (child.type !== 'element') continue;
    const setting = child;
    const { idref = '', selected, selector, operator, severity, role, weight } = setting.attributes;
    const items = named.selectable(idref);
    const isValue = named.isValue(idref);
    let isKnown = isValue;
    switch (setting.name) {
      case 'xccdf:select':
        isKnown = items.length > 0;
        for (const id of items) selects.push({ idref: id, selected: flag(selected, true) });
        break;
      case 'xccdf:refine-rule':
        isKnown = items.length > 0;
        for (const id of items) {
          // A Group is named here only to weigh it, which no scoring of the model does.
          if (!named.isRule(id)) continue;
          const refined = {
            severity: severityOf(severity),
            role: roleOf(role),
            weight: weightOf(weight),
            selector,
          };
          refineRules.push({ idref: id, ...present(refined) });
        }
        break;
      case 'xccdf:refine-value':
        if (isValue) refineValues.push({ idref, ...present({ selector, operator }) });
        break;
      case 'xccdf:set-value':
        if (isValue) setValues.push({ idref, value: textOf(setting) });
        break;
      case 'xccdf:set-complex-value':
        if (isValue) setValues.push({ idref, value: all(setting, 'xccdf:item').map(words).join(', ') });
        break;
      default:
        continue;
    }
    if (isKnown) continue;
    const what = setting.name.slice('xccdf:'.length);
    scope.report(danglingReference(placeOf(scope, setting.offset), what, idref));
  }
  return { selects, refineValues, setValues, refineRules };
}
