import type { ContentRoot } from '../../../source/root.js';

/**
 * Whether the checkout's own build gives scripts to the product: `CMakeLists.txt` switches them on for the
 * products of one condition.
 */
export function hasScripts(root: ContentRoot, product: string): boolean {
  const text = root.read('CMakeLists.txt')?.text ?? '';
  const found = /\bif\s*\(([^)]*)\)\s*set\s*\(\s*SSG_SCE_ENABLED\s+ON\s*\)/.exec(text)?.[1] ?? '';
  return found.split(/\s+OR\s+/).includes(`SSG_PRODUCT_${product.toUpperCase()}`);
}
