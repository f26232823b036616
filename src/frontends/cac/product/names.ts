import type { Constants } from './constants.js';

/** `rhel9` is family `rhel`, version `9`; `firefox` has no version. */
export function splitProduct(product: string): { readonly family: string; readonly version?: string } {
  const match = /^(.+?)([0-9]+)$/.exec(product);
  return match ? { family: match[1] as string, version: match[2] as string } : { family: product };
}

/** How products are called in platform lists: full names and `multi_platform_…`. */
export class ProductNames {
  readonly #prefixes: readonly string[];
  /** Full name by product. */
  readonly fullNames = new Map<string, string>();
  readonly #ownNames = new Map<string, string | undefined>();

  constructor(readonly constants: Constants) {
    this.#prefixes = Object.keys(constants.familyNames).sort().reverse();
    for (const name in constants.productsByFullName) {
      const product = constants.productsByFullName[name] as string;
      if (!this.fullNames.has(product)) this.fullNames.set(product, name);
    }
  }

  /** `rhel9` → `Red Hat Enterprise Linux 9`, `rhel` → `multi_platform_rhel`; nothing for what is neither. */
  fullName(product: string): string | undefined {
    const name = this.fullNames.get(product);
    if (name !== undefined) return name;
    return product === 'all' || this.constants.families.includes(product)
      ? `multi_platform_${product}`
      : undefined;
  }

  /** Whether a comma-separated list of platforms names the product. */
  applies(platforms: string, product: string): boolean {
    if (platforms === 'all' || platforms === 'multi_platform_all') return true;
    if (platforms === '') return false;
    const { family } = splitProduct(product);
    if (
      this.constants.families.includes(family) &&
      (platforms.includes('multi_platform_all') || platforms.includes(`multi_platform_${family}`))
    ) {
      return true;
    }
    const entries = platforms.split(',');
    if (entries.includes(product)) return true;
    const name = this.nameInLists(product);
    return name !== undefined && entries.some((entry) => entry.trim() === name);
  }

  /** The family's name and the version, as platform lists spell a product. */
  nameInLists(product: string): string | undefined {
    if (!this.#ownNames.has(product)) {
      const { family, version } = splitProduct(product);
      const prefix = this.#prefixes.find((known) => family.startsWith(known));
      const name = prefix === undefined ? undefined : this.constants.familyNames[prefix];
      const shown = family === 'ubuntu' && version ? `${version.slice(0, 2)}.${version.slice(2)}` : version;
      this.#ownNames.set(product, name === undefined || shown === undefined ? name : `${name} ${shown}`);
    }
    return this.#ownNames.get(product);
  }
}
