import type { Platform } from '../platform.js';

/** Debian 12, as the machine has it. */
export const DEBIAN12: Platform = {
  id: 'debian12',
  packageSystem: 'dpkg',
  absent: [],
  files: [],
  installed: [],
  // Libraries of the machine break with older ones than these, and a stub without a version would be older.
  offered: [
    { name: 'openssh-server', version: '9.2p1', release: '2+deb12u7', epoch: 1 },
    { name: 'chrony', version: '4.3', release: '2+deb12u1' },
    { name: 'ldap-utils', version: '2.5.13+dfsg', release: '5' },
  ],
};
