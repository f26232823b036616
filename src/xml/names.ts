/** What the names of a document come out as. */
export interface Naming {
  element(raw: string, namespace: string, local: string): string;
  /** Nothing where the attribute is left out. */
  attribute(raw: string, namespace: string, local: string, isDeclaration: boolean): string | undefined;
}

/** Names as they are written, declarations of namespaces among the attributes. */
export const asWritten: Naming = { element: (raw) => raw, attribute: (raw) => raw };

/** Names under prefixes of our own, whatever the document's are; without declarations of namespaces. */
export function withPrefixes(prefixOf: (namespace: string) => string): Naming {
  const namers = new Map<string, (local: string) => string>();
  const nameOf = (namespace: string, local: string): string => {
    let namer = namers.get(namespace);
    if (!namer) {
      namer = namerFor(prefixOf(namespace));
      namers.set(namespace, namer);
    }
    return namer(local);
  };
  return {
    element: (_, namespace, local) => nameOf(namespace, local),
    attribute: (raw, namespace, local, isDeclaration) =>
      isDeclaration ? undefined : local === raw ? raw : nameOf(namespace, local),
  };
}

/** One string for each name: a document of 20 MB has some hundred names and some hundred thousand elements. */
function namerFor(prefix: string): (local: string) => string {
  const names = new Map<string, string>();
  return (local) => {
    let name = names.get(local);
    if (name === undefined) {
      name = prefix === '' ? local : `${prefix}:${local}`;
      names.set(local, name);
    }
    return name;
  };
}
