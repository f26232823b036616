/** What a collection declares for its own elements; each component declares its own. */
export const namespaces: Readonly<Record<string, string>> = {
  'xmlns:ds': 'http://scap.nist.gov/schema/scap/source/1.2',
  'xmlns:cat': 'urn:oasis:names:tc:entity:xmlns:xml:catalog',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
};
