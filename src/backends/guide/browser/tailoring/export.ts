import type { Guide } from '../guide.js';
import { profileId, refinedRules, type Tailoring } from './model.js';

const namespace = 'http://checklists.nist.gov/xccdf/1.2';

/**
 * An XCCDF 1.2 Tailoring file (NIST IR 7275r4, 6.7).
 *
 * @param time when it was made, as `version/@time` wants it: `2026-01-31T12:00:00`
 */
export function tailoringXml(tailoring: Tailoring, guide: Guide, time: string): string {
  const base = guide.profiles.find(({ anchor }) => anchor === tailoring.base);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    tag('Tailoring', {
      'xmlns:xccdf': namespace,
      id: `xccdf_${guide.reverseDns}_tailoring_${tailoring.name}`,
    }),
    `  ${empty('benchmark', { href: guide.dataStream, id: guide.id })}`,
    `  ${whole('version', { time }, '1')}`,
    `  ${tag('Profile', { id: profileId(tailoring, guide), ...(base ? { extends: base.id } : {}) })}`,
    `    ${whole('title', { override: 'true' }, tailoring.title)}`,
    ...Object.entries(tailoring.selects).map(
      ([idref, on]) => `    ${empty('select', { idref, selected: String(on) })}`,
    ),
    ...Object.entries(tailoring.values).map(([idref, choice]) =>
      'value' in choice
        ? `    ${whole('set-value', { idref }, choice.value)}`
        : `    ${empty('refine-value', { idref, selector: choice.selector })}`,
    ),
    ...refinedRules(tailoring).map(
      ({ idref, severity, role }) =>
        `    ${empty('refine-rule', { idref, ...(severity ? { severity } : {}), ...(role ? { role } : {}) })}`,
    ),
    '  </xccdf:Profile>',
    '</xccdf:Tailoring>',
  ];
  return `${lines.join('\n')}\n`;
}

const tag = (name: string, attributes: Readonly<Record<string, string>>): string =>
  `<xccdf:${name}${written(attributes)}>`;

const empty = (name: string, attributes: Readonly<Record<string, string>>): string =>
  `<xccdf:${name}${written(attributes)}/>`;

const whole = (name: string, attributes: Readonly<Record<string, string>>, text: string): string =>
  `${tag(name, attributes)}${escapeXml(text)}</xccdf:${name}>`;

const written = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 cannot hold become U+FFFD; white space in attributes survives normalisation. */
const escapeXml = (text: string): string =>
  text
    .replace(/[&<>"]/g, (character) => entities[character] ?? '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
