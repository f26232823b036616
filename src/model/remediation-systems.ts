import type { RemediationLanguage } from './remediation.js';

/** The URN of each language, as `fix/@system` names it (NIST IR 7275r4, table 20, and those that tools added). */
export const remediationSystems: ReadonlyMap<RemediationLanguage, string> = new Map([
  ['bash', 'urn:xccdf:fix:script:sh'],
  ['ansible', 'urn:xccdf:fix:script:ansible'],
  ['puppet', 'urn:xccdf:fix:script:puppet'],
  ['powershell', 'urn:xccdf:fix:script:powershell'],
  ['ignition', 'urn:xccdf:fix:script:ignition'],
  ['kubernetes', 'urn:xccdf:fix:script:kubernetes'],
  ['kickstart', 'urn:xccdf:fix:script:kickstart'],
  ['bootc', 'urn:xccdf:fix:script:bootc'],
  ['anaconda', 'urn:redhat:anaconda:pre'],
  ['blueprint', 'urn:redhat:osbuild:blueprint'],
]);

const languages: ReadonlyMap<string, RemediationLanguage> = new Map(
  [...remediationSystems].map(([language, system]) => [system, language]),
);

/** The language of a URN; `other` for those that scapc does not know. */
export const languageOfSystem = (system: string): RemediationLanguage => languages.get(system) ?? 'other';
