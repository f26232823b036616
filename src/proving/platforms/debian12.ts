import type { Platform } from '../platform.js';

/** Debian 12, as the machine has it. */
export const DEBIAN12: Platform = {
  id: 'debian12',
  packageSystem: 'dpkg',
  absent: [],
  files: [],
  installed: [],
  // The C library breaks with what is older than 1:8.1p1-5, which a stub without a version would be.
  offered: [{ name: 'openssh-server', version: '9.2p1', release: '2+deb12u7', epoch: 1 }],
};
