import { posix } from 'node:path';
import type { Report } from '../../../diagnostics/diagnostic.js';
import { filePlace, type SourceFile, valuePlace } from '../../../source/file.js';
import type { ContentRoot } from '../../../source/root.js';
import { insecureFeed, notMapping } from '../messages.js';
import { productSchema } from '../schema/product.js';
import type { Validations } from '../schema/validations.js';
import { readYaml11 } from '../yaml.js';
import type { Constants } from './constants.js';

export type Properties = Readonly<Record<string, unknown>>;

/** One product of a checkout: its `product.yml` and what that implies. */
export interface Product {
  readonly id: string;
  /** Folder of the product, relative to the root: `products/rhel9`. */
  readonly dir: string;
  readonly file: SourceFile;
  readonly fullName: string;
  readonly families: readonly string[];
  /** Everything that texts of the checkout may ask of the product, its implied properties included. */
  readonly properties: Properties;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** Reads `product.yml`; nothing where it cannot be used (reported). */
export function readProduct(
  root: ContentRoot,
  id: string,
  constants: Constants,
  validations: Validations,
  report: Report,
): Product | undefined {
  const dir = `products/${id}`;
  const file = root.read(`${dir}/product.yml`);
  if (!file) return undefined;
  const data = readYaml11(file, report);
  if (data === undefined) return undefined;
  if (!isRecord(data)) {
    report(notMapping(filePlace(file)));
    return undefined;
  }
  validations.check(productSchema, data, file);
  const feed = data.oval_feed_url;
  if (feed !== undefined && !text(feed).startsWith('https')) {
    report(insecureFeed(valuePlace(file, ['oval_feed_url']), text(feed)));
  }
  const families = Array.isArray(data.families) ? data.families.map(text) : [];
  const properties = withImplied({ ...data, product_dir: dir }, constants);
  return { id, dir, file, fullName: text(data.full_name), families, properties };
}

/** Properties that a product has without saying so. */
function withImplied(own: Record<string, unknown>, constants: Constants): Properties {
  const implied: Record<string, unknown> = { groups: {}, ...constants.defaultProperties };
  const manager = text(own.pkg_manager);
  if (manager !== '') {
    implied.pkg_system = constants.packageSystems[manager];
    const config = constants.packageConfigFiles[manager];
    if (config !== undefined) implied.pkg_manager_config_file = config;
  }
  const all: Record<string, unknown> = { ...own };
  for (const key in implied) if (!Object.hasOwn(own, key)) all[key] = implied[key];
  if (!Object.hasOwn(all, 'sshd_config_base_dir')) {
    all.sshd_config_base_dir = posix.dirname(text(all.sshd_main_config_file));
  }
  all.platform_package_overrides = merged(constants.platformPackages, own.platform_package_overrides);
  all.reference_uris = merged(constants.referenceUris, own.reference_uris);
  all.basic_properties_derived = true;
  return all;
}

const merged = (common: Properties, own: unknown): Properties =>
  isRecord(own) ? { ...common, ...own } : { ...common };

/** A path that a product names, from its own folder, as a path of the root. */
export const fromProductDir = (product: Product, path: string): string => posix.join(product.dir, path);
