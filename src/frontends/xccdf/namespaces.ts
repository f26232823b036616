/**
 * The prefixes that this front-end gives to the namespaces of SCAP: a document may use any other, or none,
 * and its elements still come out as `xccdf:Rule` or `html:code`. Both versions of XCCDF get one prefix,
 * since 1.2 kept the names and the meaning of 1.1.
 */
const prefixes: Readonly<Record<string, string>> = {
  'http://checklists.nist.gov/xccdf/1.1': 'xccdf',
  'http://checklists.nist.gov/xccdf/1.2': 'xccdf',
  'http://scap.nist.gov/schema/scap/source/1.2': 'ds',
  'urn:oasis:names:tc:entity:xmlns:xml:catalog': 'cat',
  'http://scap.nist.gov/schema/ocil/2.0': 'ocil',
  'http://cpe.mitre.org/dictionary/2.0': 'cpe-dict',
  'http://cpe.mitre.org/language/2.0': 'cpe-lang',
  'http://www.w3.org/1999/xhtml': 'html',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
  'http://www.w3.org/XML/1998/namespace': 'xml',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://oval.mitre.org/XMLSchema/oval-common-5': 'oval',
  'http://oval.mitre.org/XMLSchema/oval-definitions-5': '',
};

const ovalFamily = 'http://oval.mitre.org/XMLSchema/oval-definitions-5#';

/** How content writes the families of OVAL whose schema has a longer name. */
const ovalFamilies: Readonly<Record<string, string>> = {
  independent: 'ind',
  windows: 'win',
  solaris: 'sol',
};

/** The prefix for a namespace; what SCAP does not know is `other`, and nothing reads it. */
export function prefixOf(namespace: string): string {
  const known = prefixes[namespace];
  if (known !== undefined) return known;
  if (!namespace.startsWith(ovalFamily)) return namespace === '' ? '' : 'other';
  const family = namespace.slice(ovalFamily.length);
  return ovalFamilies[family] ?? (/^[a-z][a-z0-9]*$/.test(family) ? family : 'other');
}

export const ovalSystem = 'http://oval.mitre.org/XMLSchema/oval-definitions-5';

/** OCIL is named in several ways by the content that there is; the schema's namespace ends in `2.0`. */
export const isOcilSystem = (system: string): boolean =>
  /^http:\/\/(scap\.nist\.gov|www\.mitre\.org)\/schema\/ocil\b|^urn:xccdf:system:ocil\b|\/ocil\/2(\.0)?$/.test(
    system,
  );

export const isSceSystem = (system: string): boolean => system.startsWith('http://open-scap.org/page/SCE');
