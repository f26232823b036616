import type { Report } from '../diagnostics/diagnostic.js';
import { notAContentRoot } from '../diagnostics/messages.js';
import type { Content } from '../model/content.js';
import type { ContentRoot } from '../source/root.js';

/** A content root whose format is known. */
export interface ContentReader {
  readonly format: 'native';
  /** The products that can be built, by name. */
  readonly products: readonly string[];
  /** Reads one product; everything that is wrong with it is reported. */
  read(product: string): Content | undefined;
}

/**
 * Finds the format of a content root; reports and returns nothing where it has none. A front-end is loaded
 * only when its format is met, since starting is a good part of a short run.
 */
export async function openContent(
  root: ContentRoot,
  shippedTemplates: ContentRoot | undefined,
  report: Report,
): Promise<ContentReader | undefined> {
  if (root.isFile('scapc.yml')) {
    const { NativeReader, nativeProducts } = await import('./native/index.js');
    const reader = new NativeReader(root, shippedTemplates, report);
    return { format: 'native', products: nativeProducts(root), read: (product) => reader.read(product) };
  }
  report(notAContentRoot(root.dir));
  return undefined;
}
