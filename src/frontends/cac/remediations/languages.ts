import type { RemediationLanguage } from '../../../model/remediation.js';

/** A language of the checkout's remediations. */
export interface CacLanguage {
  /** Also the name of the folder beside `rule.yml`. */
  readonly name: Exclude<RemediationLanguage, 'powershell' | 'other'> | 'hummingbird';
  readonly extension: string;
  /** URN of `fix/@system`. */
  readonly system: string;
  /** The word in `(bash-populate var)`, where the language has one. */
  readonly populate?: string;
  /** Whether a file in the folder of the rule sees the product only, not its rule. */
  readonly seesRule: boolean;
}

const language = (
  name: CacLanguage['name'],
  extension: string,
  system: string,
  populate?: string,
): CacLanguage => ({
  name,
  extension,
  system,
  seesRule: name === 'bash' || name === 'ansible',
  ...(populate === undefined ? {} : { populate }),
});

const all: readonly CacLanguage[] = [
  language('anaconda', '.anaconda', 'urn:redhat:anaconda:pre', 'anaconda'),
  language('ansible', '.yml', 'urn:xccdf:fix:script:ansible', 'ansible'),
  language('bash', '.sh', 'urn:xccdf:fix:script:sh', 'bash'),
  language('blueprint', '.toml', 'urn:redhat:osbuild:blueprint', 'blueprint'),
  language('bootc', '.bo', 'urn:xccdf:fix:script:bootc', 'bootc'),
  language('hummingbird', '.sh', 'urn:xccdf:fix:script:hummingbird', 'bash'),
  language('ignition', '.yml', 'urn:xccdf:fix:script:ignition'),
  language('kickstart', '.cfg', 'urn:xccdf:fix:script:kickstart', 'kickstart'),
  language('kubernetes', '.yml', 'urn:xccdf:fix:script:kubernetes'),
  language('puppet', '.pp', 'urn:xccdf:fix:script:puppet', 'puppet'),
];

/** What a product gets whose build says nothing: everything but `hummingbird`. */
const usual = all.filter(({ name }) => name !== 'hummingbird');

/** Languages that a product's `CMakeLists.txt` names, or the usual ones. */
export function languagesOf(buildFile: string | undefined): readonly CacLanguage[] {
  const list = /^\s*set\s*\(\s*PRODUCT_REMEDIATION_LANGUAGES\s+"([^"]*)"/m.exec(buildFile ?? '')?.[1];
  if (list === undefined) return usual;
  const names = list.split(';').map((name) => name.trim());
  return all.filter(({ name }) => names.includes(name));
}
