import type { GroupData } from '../../schema/group.js';
import type { RuleData } from '../../schema/rule.js';
import { valuePlace } from '../../source/file.js';
import { productOfItem } from './messages.js';
import type { Document, Scope } from './scope.js';

/**
 * Whether the Group or Rule in a folder is for the product that is read; reports products that do not exist.
 * A file with mistakes is for every product, so that they are reported.
 */
export function isForProduct(scope: Scope, kind: 'group' | 'rule', folder: string): boolean {
  const path = `${folder}/${kind}.yml`;
  // Most say nothing of products, and are not read only to learn that.
  if (!scope.root.read(path)?.text.includes('products')) return true;
  const document = scope.parsed.read(kind, path) as Document<GroupData | RuleData> | undefined;
  const products = document?.data.products;
  if (!document || !products) return true;
  products.forEach((name, i) => {
    if (!scope.products.includes(name))
      scope.report(productOfItem(valuePlace(document.file, ['products', i]), name, scope.products));
  });
  return products.includes(scope.product.product);
}
