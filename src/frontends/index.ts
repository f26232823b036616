import type { Report } from '../diagnostics/diagnostic.js';
import { notAContentRoot } from '../diagnostics/messages.js';
import type { Content } from '../model/content.js';
import type { Scenario } from '../model/scenario.js';
import type { ContentRoot } from '../source/root.js';
import type { PartsReader } from './cac/read-parts.js';

/** A content root whose format is known. */
export interface ContentReader {
  /** The products that can be built, by name. */
  readonly products: readonly string[];
  /** Reads one product; everything that is wrong with it is reported. */
  read(product: string): Promise<Content | undefined>;
  /** The scenarios of a product that was read without errors; absent where the format is not tried in that way. */
  scenarios?(product: string): readonly Scenario[];
  /** Ends what the reader keeps running. */
  close(): void;
}

/**
 * Finds the format of a content root; reports and returns nothing where it has none. A front-end is loaded
 * only when its format is met, since starting is a good part of a short run.
 *
 * @param shippedTemplates the rule templates that come with scapc, for the native format
 * @param sce whether rules of a ComplianceAsCode checkout have their check scripts, whatever the checkout says
 */
export async function openContent(
  root: ContentRoot,
  shippedTemplates: ContentRoot | undefined,
  sce: boolean,
  report: Report,
): Promise<ContentReader | undefined> {
  if (root.isFile('scapc.yml')) return openNative(root, shippedTemplates, report);
  if (root.isFile('ssg/constants.py')) return openCac(root, sce, report);
  report(notAContentRoot(root.dir));
  return undefined;
}

async function openNative(
  root: ContentRoot,
  shippedTemplates: ContentRoot | undefined,
  report: Report,
): Promise<ContentReader> {
  const { NativeReader, nativeProducts } = await import('./native/index.js');
  const reader = new NativeReader(root, shippedTemplates, report);
  return {
    products: nativeProducts(root),
    read: async (product) => reader.read(product),
    scenarios: (product) => reader.scenarios(product),
    close: () => {},
  };
}

async function openCac(root: ContentRoot, sce: boolean, report: Report): Promise<ContentReader> {
  const { cacProducts, readCac } = await import('./cac/index.js');
  const { partsReader } = await import('./cac/read-parts.js');
  // Made with the first product, since it starts a process that whoever only lists products has no use for.
  let parts: PartsReader | undefined;
  return {
    products: cacProducts(root),
    read(product) {
      parts ??= partsReader(root.realPath);
      return readCac(root, product, { sce }, report, parts.readParts);
    },
    close: () => parts?.close(),
  };
}
