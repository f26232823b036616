/**
 * The entries of a mapping that count for a product: `cce@rhel9` and `cce`, without what another product's
 * name follows. A qualified entry wins over one without.
 */
export function forProduct(
  entries: Readonly<Record<string, unknown>>,
  product: string,
): Record<string, string> {
  const out: Record<string, string> = {};
  const qualified = new Set<string>();
  for (const key in entries) {
    const at = key.indexOf('@');
    if (at < 0) {
      if (!qualified.has(key)) out[key] = key;
      continue;
    }
    if (!key.endsWith(`@${product}`)) continue;
    const plain = key.slice(0, at);
    qualified.add(plain);
    out[plain] = key;
  }
  return out;
}

/**
 * Keys that are qualified though the same key stands there unqualified with another value: which of the two
 * is meant cannot be known.
 */
export function contradictions(entries: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(entries).filter((key) => {
    const at = key.indexOf('@');
    const plain = at < 0 ? undefined : key.slice(0, at);
    return (
      plain !== undefined && Object.hasOwn(entries, plain) && String(entries[plain]) !== String(entries[key])
    );
  });
}
