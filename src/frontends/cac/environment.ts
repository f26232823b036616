import type { Report } from '../../diagnostics/diagnostic.js';
import type { Place, SourceFile } from '../../source/file.js';
import type { ContentRoot } from '../../source/root.js';
import { unknownProduct } from './messages.js';
import { type Constants, readConstants } from './product/constants.js';
import { ProductNames } from './product/names.js';
import { type Product, type Properties, readProduct } from './product/product.js';
import { withProperties } from './product/properties.js';
import { hasScripts } from './sce/enabled.js';
import { Validations } from './schema/validations.js';
import { createTemplates, type Templates } from './templating.js';

export type { Constants } from './product/constants.js';
export type { ProductNames } from './product/names.js';
export type { Product, Properties } from './product/product.js';

/** What the parts of this front-end share while one product is read. */
export interface Environment {
  readonly root: ContentRoot;
  readonly report: Report;
  readonly constants: Constants;
  readonly product: Product;
  /** Every product of the checkout, sorted. */
  readonly products: readonly string[];
  /** Full names of products and whether a list of platforms names one. */
  readonly names: ProductNames;
  /** Takes the data of each file for the look at its schema. */
  readonly validations: Validations;
  /**
   * Names of items, profiles and OVAL that exist but could not be read: what mentions them is not at fault.
   */
  readonly broken: Set<string>;
  /** Whether rules have their check scripts (SCE). */
  readonly hasScripts: boolean;
  /** The release of the checkout: `0.1.83`. */
  readonly release: string;
  /**
   * What every template sees: the product's properties (those of `product_properties/` included) and the
   * build's own settings. Macros see these only, never the context of the file that calls them.
   */
  readonly globals: Properties;
  /**
   * What a text template of the checkout makes of a file. A file without any markup only loses the line break at its end.
   * Mistakes are reported, and nothing is returned then.
   *
   * @param context names beside the globals, such as `rule_id` or a template's parameters
   * @param use where the parameters were written; a missing one is shown there
   */
  expand(file: SourceFile, context?: Properties, use?: Place): SourceFile | undefined;
  /** Reads the macros, which otherwise happens when the first template is expanded. */
  prepare(): void;
}

const macrosFolder = 'shared/macros';

/** What whoever runs a build says of it. */
export interface BuildSettings {
  /** Gives rules their check scripts (SCE), also where the checkout does not switch them on for the product. */
  readonly sce: boolean;
}

/** Reads what is known of a product before any of its rules; nothing where there is no such product. */
export function createEnvironment(
  root: ContentRoot,
  productId: string,
  settings: BuildSettings,
  report: Report,
): Environment | undefined {
  const products = cacProducts(root);
  if (!products.includes(productId)) {
    report(unknownProduct(productId, products));
    return undefined;
  }
  const validations = new Validations();
  const constants = readConstants(root, report);
  const names = new ProductNames(constants);
  const own = readProduct(root, productId, constants, validations, report);
  if (!own) return undefined;
  const plain = createTemplates({ root, globals: {}, names, macros: [], report });
  const properties = withProperties(root, own.properties, (file, known) => plain.render(file, known), report);
  const product = { ...own, properties };
  const release = readRelease(root);
  const scripts = settings.sce || hasScripts(root, productId);
  const globals: Properties = { ...buildProperties(release, scripts), ...properties };
  let templates: Templates | undefined;
  const loaded = (): Templates => {
    templates ??= createTemplates({ root, globals, names, macros: macroFiles(root), report });
    return templates;
  };
  return {
    root,
    report,
    constants,
    product,
    products,
    names,
    validations,
    broken: new Set(),
    hasScripts: scripts,
    release,
    globals,
    expand(file, context = {}, use) {
      if (!file.text.includes('{{')) return withoutLastBreak(file);
      return loaded().render(file, context, use);
    },
    prepare: loaded,
  };
}

/** Jinja2 drops the line break at the end of a text, also where there is nothing to expand. */
const withoutLastBreak = (file: SourceFile): SourceFile =>
  file.text.endsWith('\n') ? { ...file, text: file.text.slice(0, -1) } : file;

/** Products of a checkout: the folders of `products/` that hold a `product.yml`. */
export const cacProducts = (root: ContentRoot): string[] =>
  root
    .list('products')
    .filter(({ kind, path }) => kind === 'directory' && root.isFile(`${path}/product.yml`))
    .map(({ name }) => name);

/** Whether a folder is a checkout: its products, its library and its shared content lie where they should. */
export const isCacCheckout = (root: ContentRoot): boolean =>
  root.isDirectory('products') && root.isFile('ssg/constants.py') && root.isDirectory('shared');

const macroFiles = (root: ContentRoot): SourceFile[] =>
  root
    .list(macrosFolder)
    .filter(({ path }) => path.endsWith('.jinja'))
    .flatMap(({ path }) => root.read(path) ?? []);

/** What a build of the checkout tells its templates of itself. */
function buildProperties(release: string, scripts: boolean): Properties {
  return {
    cmake_build_type: 'Release',
    ssg_version: release.split('.').map(Number),
    ssg_version_str: release,
    sce_enabled: scripts ? 'ON' : 'OFF',
  };
}

/** `CMakeLists.txt` names the release in three parts. */
function readRelease(root: ContentRoot): string {
  const text = root.read('CMakeLists.txt')?.text ?? '';
  return ['MAJOR', 'MINOR', 'PATCH']
    .map((part) => new RegExp(`set\\s*\\(\\s*SSG_${part}_VERSION\\s+"?(\\d+)`).exec(text)?.[1] ?? '0')
    .join('.');
}
