import { ALINUX3, DEBIAN12, type Platform } from '../proving/index.js';

/** The system on which a product is tried, by the product's name. */
export const platforms: Readonly<Record<string, Platform>> = {
  alinux3: ALINUX3,
  debian12: DEBIAN12,
};
