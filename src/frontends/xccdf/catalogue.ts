import type { Catalogue, Reference } from '../../model/benchmark.js';
import type { AnyItem } from '../../model/items.js';

/**
 * Catalogues that much of the content refers to, by what their URLs have in common. A benchmark that names
 * its own (`Benchmark/reference`, as ComplianceAsCode writes it) is believed first.
 */
const known: readonly (readonly [pattern: RegExp, key: string, title: string])[] = [
  [/nvlpubs\.nist\.gov.*800-53/i, 'nist', 'NIST SP 800-53'],
  [/nvlpubs\.nist\.gov.*800-171/i, 'cui', 'NIST SP 800-171'],
  [/nvlpubs\.nist\.gov.*CSWP|nist\.gov\/cyberframework/i, 'nist-csf', 'NIST Cybersecurity Framework'],
  [/nist\.gov\/cce|nvd\.nist\.gov\/cce/i, 'cce', 'Common Configuration Enumeration'],
  [/cisecurity\.org\/controls/i, 'cis-csc', 'CIS Critical Security Controls'],
  [/cisecurity\.org\/benchmark/i, 'cis', 'CIS Benchmark'],
  [/cyber\.mil\/(stigs\/)?cci|iase\.disa\.mil.*cci/i, 'disa', 'DISA Control Correlation Identifiers'],
  [/cyber\.mil\/stigs\/srg-stig-tools/i, 'stigid', 'DISA STIG'],
  [/cyber\.mil\/stigs\/downloads.*operating-systems/i, 'os-srg', 'DISA Operating System SRG'],
  [/cyber\.mil\/stigs\/downloads.*app-security/i, 'app-srg', 'DISA Application Security SRG'],
  [/cyber\.mil\/stigs\/downloads/i, 'srg', 'DISA Security Requirements Guides'],
  [/pcisecuritystandards\.org.*v4/i, 'pcidss4', 'PCI DSS 4'],
  [/pcisecuritystandards\.org/i, 'pcidss', 'PCI DSS'],
  [/isaca\.org/i, 'cobit5', 'COBIT 5'],
  [/isa\.org.*62443-2-1|62443-2-1/i, 'isa-62443-2009', 'ISA/IEC 62443-2-1'],
  [/isa\.org.*62443|62443-3-3/i, 'isa-62443-2013', 'ISA/IEC 62443-3-3'],
  [/iso\.org.*(27001|54534)/i, 'iso27001-2013', 'ISO/IEC 27001'],
  [/niap-ccevs\.org/i, 'ospp', 'NIAP Protection Profile for Operating Systems'],
  [/ssi\.gouv\.fr|cyber\.gouv\.fr/i, 'anssi', 'ANSSI'],
  [/fbi\.gov.*cjis/i, 'cjis', 'FBI CJIS'],
  [/gpo\.gov|hhs\.gov|hipaa/i, 'hipaa', 'HIPAA'],
  [/nerc\.com/i, 'nerc-cip', 'NERC CIP'],
  [/bsi\.bund\.de/i, 'bsi', 'BSI IT-Grundschutz'],
  [/cyber\.gov\.au/i, 'ism', 'ACSC Information Security Manual'],
  [/ccn-cert\.cni\.es/i, 'ccn', 'CCN-STIC'],
];

/** The catalogues of everything that the items refer to. */
export function cataloguesOf(
  declared: readonly Reference[],
  items: Iterable<AnyItem>,
): Map<string, Catalogue> {
  const catalogues = new Map<string, Catalogue>();
  for (const { href, text } of declared) {
    if (href === undefined || catalogues.has(href)) continue;
    catalogues.set(href, { key: text, title: titleOf(href) ?? text, ...urlOf(href) });
  }
  // A benchmark has some ten thousand references to some dozens of catalogues.
  const seen = new Set(catalogues.keys()).add('');
  const add = (uri: string): void => {
    if (seen.has(uri)) return;
    seen.add(uri);
    const found = known.find(([pattern]) => pattern.test(uri));
    if (found) catalogues.set(uri, { key: found[1], title: found[2], ...urlOf(uri) });
  };
  for (const item of items) {
    if (item.kind === 'value') continue;
    for (const { href } of item.references) if (href !== undefined) add(href);
    if (item.kind === 'rule') for (const { system } of item.identifiers) add(system);
  }
  return catalogues;
}

const titleOf = (uri: string): string | undefined => known.find(([pattern]) => pattern.test(uri))?.[2];

const urlOf = (uri: string): Pick<Catalogue, 'url'> => (/^https?:/.test(uri) ? { url: uri } : {});
