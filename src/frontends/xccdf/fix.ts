import type { Remediation, RemediationLanguage, RemediationPart } from '../../model/remediation.js';
import type { PlacedElement } from '../../xml/nodes.js';
import { all, flag, present, type Scope } from './scope.js';

/** The URNs by which content names the languages of its remediations. */
const languages: Readonly<Record<string, RemediationLanguage>> = {
  'urn:xccdf:fix:script:sh': 'bash',
  'urn:xccdf:fix:script:bash': 'bash',
  'urn:xccdf:fix:script:ansible': 'ansible',
  'urn:xccdf:fix:script:puppet': 'puppet',
  'urn:xccdf:fix:script:ignition': 'ignition',
  'urn:xccdf:fix:script:kubernetes': 'kubernetes',
  'urn:xccdf:fix:script:kickstart': 'kickstart',
  'urn:xccdf:fix:script:bootc': 'bootc',
  'urn:xccdf:fix:script:powershell': 'powershell',
  'urn:redhat:anaconda:pre': 'anaconda',
  'urn:redhat:osbuild:blueprint': 'blueprint',
};

/** XCCDF `fix` (NIST IR 7275r4, 6.4.4.5), in document order; one that holds nothing repairs nothing. */
export const remediationsOf = (rule: PlacedElement, scope: Scope): Remediation[] =>
  all(rule, 'xccdf:fix').flatMap((element) => {
    const { system = '', id, reboot, strategy, complexity, disruption, platform } = element.attributes;
    const parts = partsOf(element, scope);
    if (parts.every((part) => typeof part === 'string' && part.trim() === '')) return [];
    return {
      language: languages[system] ?? 'other',
      system,
      parts,
      ...present({
        id,
        reboot: reboot === undefined ? undefined : flag(reboot, false),
        strategy,
        complexity,
        disruption,
        platform: platform?.replace(/^#/, ''),
      }),
    };
  });

function partsOf(element: PlacedElement, scope: Scope): RemediationPart[] {
  const parts: RemediationPart[] = [];
  const addText = (text: string): void => {
    const last = parts.length - 1;
    if (typeof parts[last] === 'string') parts[last] += text;
    else if (text !== '') parts.push(text);
  };
  const addValue = ({ attributes: { idref = '', use }, offset }: PlacedElement): void => {
    const plain = scope.plainTexts.get(idref);
    if (plain !== undefined) {
      addText(plain);
      return;
    }
    const at = parts.push({ value: idref, place: 'verbatim' }) - 1;
    const become = (text: string): void => {
      parts[at] = text;
    };
    scope.pendingValues.push({ id: idref, title: use === 'title', offset, become });
  };
  const walk = (parent: PlacedElement): void => {
    for (const child of parent.children) {
      if (child.type === 'text') addText(child.value);
      else if (child.type !== 'element') continue;
      else if (child.name === 'xccdf:sub') addValue(child);
      else walk(child);
    }
  };
  walk(element);
  return parts;
}
