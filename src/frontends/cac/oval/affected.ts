import type { Environment } from '../environment.js';
import { splitProduct } from '../product/names.js';
import type { AffectedProduct, Shorthand } from './shorthand.js';

/** How the product of an environment is named where definitions say what they are for. */
export function affectedProduct({ product }: Environment): AffectedProduct {
  const isProduct = product.properties.type === 'product';
  return { element: isProduct ? 'product' : 'platform', fullName: product.fullName };
}

/** Whether one of the definitions of a file is for the product. */
export function isAffected({ affected }: Shorthand, { product, names, constants }: Environment): boolean {
  const { family } = splitProduct(product.id);
  const families = constants.families.includes(family)
    ? ['multi_platform_all', `multi_platform_${family}`]
    : [];
  const name = names.nameInLists(product.id);
  const wanted = name === undefined ? families : [...families, name];
  return affected.some((texts) => texts.some((text) => wanted.some((part) => text.includes(part))));
}
