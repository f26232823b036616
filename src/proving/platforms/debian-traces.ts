/**
 * Debian's package management, which a root over Debian hides where the platform lives from rpm: Ansible's
 * package_facts takes the first manager that it finds, and scripts ask which one is there.
 */
export const DEBIAN_PACKAGE_MANAGEMENT: readonly string[] = [
  '/etc/apt',
  '/etc/debian_version',
  '/etc/dpkg',
  '/etc/lsb-release',
  '/usr/bin/apt*',
  '/usr/bin/dpkg*',
  '/usr/bin/lsb_release',
  '/usr/lib/python3/dist-packages/apt*',
  '/usr/lib/python3/dist-packages/apt_pkg*',
  '/var/lib/apt',
  '/var/lib/dpkg',
];
