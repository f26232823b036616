import type { Report } from '../diagnostics/diagnostic.js';
import type { Content } from '../model/content.js';
import type { ContentRoot } from '../source/root.js';
import { isNativeContent, NativeReader, nativeProducts } from './native/index.js';
import { notAContentRoot } from './native/messages.js';

/** A content root whose format is known. */
export interface ContentReader {
  readonly format: 'native';
  /** The products that can be built, by name. */
  readonly products: readonly string[];
  /** Reads one product; everything that is wrong with it is reported. */
  read(product: string): Content | undefined;
}

/** Finds the format of a content root; reports and returns nothing where it has none. */
export function openContent(
  root: ContentRoot,
  shippedTemplates: ContentRoot | undefined,
  report: Report,
): ContentReader | undefined {
  if (isNativeContent(root)) {
    const reader = new NativeReader(root, shippedTemplates, report);
    return { format: 'native', products: nativeProducts(root), read: (product) => reader.read(product) };
  }
  report(notAContentRoot(root.dir));
  return undefined;
}
