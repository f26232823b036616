import type { Platform } from '../platform.js';

/** Debian 12, as the machine has it. */
export const DEBIAN12: Platform = {
  id: 'debian12',
  packageSystem: 'dpkg',
  absent: [],
  files: [],
  installed: [],
  offered: [],
};
