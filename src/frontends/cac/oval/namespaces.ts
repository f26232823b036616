/** OVAL's namespaces and the prefixes that short names in the model carry (OVAL 5.11.1). */
const definitions = 'http://oval.mitre.org/XMLSchema/oval-definitions-5';

const prefixes = new Map<string, string>([
  [definitions, ''],
  ['http://oval.mitre.org/XMLSchema/oval-common-5', 'oval'],
  [`${definitions}#independent`, 'ind'],
  ['http://www.w3.org/2001/XMLSchema-instance', 'xsi'],
]);

/** `ind` for the independent schema, and for any other the word behind its `#`: `unix`, `linux`, `macos`. */
export function ovalPrefix(namespace: string): string {
  const known = prefixes.get(namespace);
  if (known !== undefined) return known;
  return namespace.startsWith(`${definitions}#`) ? namespace.slice(definitions.length + 1) : 'foreign';
}

/** What a shorthand leaves out: the root element that binds its prefixes. */
export const shorthandFrame = {
  before:
    `<oval_definitions xmlns="${definitions}" xmlns:oval="http://oval.mitre.org/XMLSchema/oval-common-5" ` +
    `xmlns:ind="${definitions}#independent" xmlns:unix="${definitions}#unix" xmlns:linux="${definitions}#linux" ` +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
  after: '</oval_definitions>',
};
