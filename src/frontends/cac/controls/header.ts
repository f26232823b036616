/** What of a control file must be known to decide whether its controls are needed. */
export interface ControlHeader {
  readonly id: string;
  /** The key of the references that the policy's controls add to rules. */
  readonly referenceType?: string;
  /** The products that it adds them for; absent for all. */
  readonly products?: readonly string[];
}

/**
 * Reads the header of a control file in which those keys are written the plain way, each on one line of its
 * own; nothing where one is not, which then takes a YAML parser. Most of dozens of files are only asked this.
 */
export function plainHeader(text: string): ControlHeader | undefined {
  const found: Record<string, string> = {};
  for (const [, key, value] of controlHeader(text).matchAll(/^(id|reference_type|product):(.*)$/gm)) {
    const plain = /^[ \t]+(['"]?)([A-Za-z_][\w-]*)\1[ \t]*$/.exec(value as string);
    if (!plain || (key as string) in found) return undefined;
    found[key as string] = plain[2] as string;
  }
  const { id, reference_type: referenceType, product } = found;
  if (id === undefined) return undefined;
  return {
    id,
    ...(referenceType === undefined ? {} : { referenceType }),
    ...(product === undefined ? {} : { products: [product] }),
  };
}

/**
 * A control file without its controls, which are most of it: enough to know whether it is needed at all.
 * A control file's other keys may stand before and after `controls`.
 */
export function controlHeader(text: string): string {
  const start = /^controls:/m.exec(text);
  if (!start) return text;
  const rest = text.slice(start.index + start[0].length);
  const next = /^[A-Za-z_"'{]/m.exec(rest.slice(rest.indexOf('\n') + 1));
  return text.slice(0, start.index) + (next ? rest.slice(rest.indexOf('\n') + 1 + next.index) : '');
}
