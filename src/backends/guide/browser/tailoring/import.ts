import type { Guide } from '../guide.js';
import { itemAt } from '../guide.js';
import { type Chosen, noProfile, type Profiles } from '../profiles.js';
import { foreignXml } from '../trusted.js';
import type { Role, Severity, Tailoring, ValueChoice } from './model.js';

export type Imported =
  | { readonly tailoring: Tailoring; readonly notes: readonly string[] }
  | { readonly error: string };

/** Larger than any tailoring of any benchmark. */
const largest = 20_000_000;

const severities: readonly string[] = ['unknown', 'info', 'low', 'medium', 'high'] satisfies Severity[];
const roles: readonly string[] = ['full', 'unscored', 'unchecked'] satisfies Role[];

/**
 * Reads a Tailoring file of XCCDF 1.2, also as `autotailor` and SCAP Workbench write it, or the Tailoring for
 * XCCDF 1.1 that OpenSCAP knows. What the file says and the base profile says too is left out.
 */
export function importTailoring(text: string, guide: Guide, profiles: Profiles): Imported {
  if (text.length > largest) return { error: 'The file is too large for a tailoring.' };
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    return { error: 'A document type declaration is not allowed in a tailoring.' };
  const { documentElement: root } = foreignXml(text);
  if (root.querySelector('parsererror') || root.localName === 'parsererror')
    return { error: 'The file is not well-formed XML.' };
  if (root.localName !== 'Tailoring')
    return { error: `The file is not a Tailoring: its root is ${root.localName}.` };
  const [profile, ...others] = [...root.children].filter(({ localName }) => localName === 'Profile');
  if (!profile) return { error: 'The tailoring has no profile.' };

  const notes: string[] = [];
  if (others.length > 0) notes.push(`Only the first of ${others.length + 1} profiles was read.`);
  const extended = profile.getAttribute('extends') ?? '';
  const base = guide.profiles.find(({ id }) => id === extended || shortName(id) === shortName(extended));
  if (extended !== '' && !base)
    notes.push(`This benchmark has no profile ${extended}; the tailoring starts from no profile.`);
  const baseName = base?.anchor ?? noProfile;
  const tailoring = settingsOf(profile, guide, profiles.get(baseName), notes);
  return { tailoring: { ...tailoring, ...nameOf(profile), base: baseName }, notes };
}

function nameOf(profile: Element): { readonly name: string; readonly title: string } {
  const name = shortName(profile.getAttribute('id') ?? '').replace(/[^\w.-]/g, '_') || 'tailored';
  const title = [...profile.children].find(({ localName }) => localName === 'title')?.textContent?.trim();
  return { name, title: title || name };
}

const shortName = (id: string): string => id.replace(/^xccdf_[^_]+_(?:profile)_/, '');

function settingsOf(
  profile: Element,
  guide: Guide,
  base: Chosen,
  notes: string[],
): Pick<Tailoring, 'selects' | 'values' | 'severities' | 'roles'> {
  const selects: Record<string, boolean> = {};
  const values: Record<string, ValueChoice> = {};
  const newSeverities: Record<string, Severity> = {};
  const newRoles: Record<string, Role> = {};
  const unknown = new Set<string>();
  for (const element of profile.children) {
    const idref = element.getAttribute('idref');
    if (idref === null) continue;
    const index = guide.indexOfId.get(idref);
    const kind = index === undefined ? undefined : itemAt(guide, index).kind;
    if (index === undefined || kind === undefined) {
      unknown.add(idref);
      continue;
    }
    const isValue = kind === 'value';
    switch (element.localName) {
      case 'select': {
        const on = ['true', '1'].includes(element.getAttribute('selected') ?? '');
        if (!isValue && base.isOn(index) !== on) selects[idref] = on;
        else delete selects[idref];
        break;
      }
      case 'set-value':
        if (isValue) values[idref] = { value: element.textContent ?? '' };
        break;
      case 'refine-value': {
        const selector = element.getAttribute('selector');
        if (isValue && selector !== null && !('value' in (values[idref] ?? {}))) values[idref] = { selector };
        break;
      }
      case 'refine-rule': {
        const severity = element.getAttribute('severity') ?? '';
        const role = element.getAttribute('role') ?? '';
        if (kind !== 'rule') break;
        if (severities.includes(severity) && base.severityOf(index) !== severity)
          newSeverities[idref] = severity as Severity;
        if (roles.includes(role) && base.roleOf(index) !== role) newRoles[idref] = role as Role;
        break;
      }
    }
  }
  if (unknown.size > 0)
    notes.push(
      `${unknown.size} ids are not in this benchmark and were left out: ${[...unknown].slice(0, 3).join(', ')}${unknown.size > 3 ? ', …' : ''}`,
    );
  return { selects, values, severities: newSeverities, roles: newRoles };
}
