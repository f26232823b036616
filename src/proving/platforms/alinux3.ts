import type { Platform } from '../platform.js';
import type { StubPackage } from '../stub-package.js';
import { DEBIAN_PACKAGE_MANAGEMENT } from './debian-traces.js';
import { POSTFIX_PACKAGE } from './postfix.js';

const OS_RELEASE = `NAME="Alibaba Cloud Linux"
VERSION="3 (OpenAnolis Edition)"
ID="alinux"
ID_LIKE="rhel fedora centos anolis"
VERSION_ID="3"
VARIANT="OpenAnolis Edition"
VARIANT_ID="openanolis"
ALINUX_MINOR_ID="2104"
ALINUX_UPDATE_ID="11"
PLATFORM_ID="platform:al8"
PRETTY_NAME="Alibaba Cloud Linux 3.2104 U11 (OpenAnolis Edition)"
ANSI_COLOR="0;31"
HOME_URL="https://www.aliyun.com/"
`;

const RELEASE_PACKAGE: StubPackage = {
  name: 'alinux-release',
  version: '3',
  release: '11.al8',
  provides: ['system-release = 3', 'system-release(releasever) = 3'],
  files: [
    { path: '/usr/lib/os-release', content: OS_RELEASE },
    { path: '/etc/os-release', link: '../usr/lib/os-release' },
    { path: '/etc/alinux-release', content: 'Alibaba Cloud Linux release 3 (OpenAnolis Edition)\n' },
    { path: '/etc/redhat-release', link: 'alinux-release' },
    { path: '/etc/system-release', link: 'alinux-release' },
  ],
};

const ALIASES = `# Basic system aliases.
mailer-daemon:\tpostmaster
postmaster:\troot

# General redirections for pseudo accounts.
bin:\t\troot
daemon:\t\troot
nobody:\t\troot

# Person who should get root's mail
#root:\t\tmarc
`;

const SETUP_PACKAGE: StubPackage = {
  name: 'setup',
  version: '2.12.2',
  release: '6.al8',
  files: [{ path: '/etc/aliases', content: ALIASES, config: true }],
};

/** The shell, so that dnf knows who provides what the scripts of packages need. */
const BASH_PACKAGE: StubPackage = {
  name: 'bash',
  version: '4.4.20',
  release: '4.al8',
  provides: ['/bin/sh', '/bin/bash', '/usr/bin/sh', '/usr/bin/bash'],
};

/**
 * Alibaba Cloud Linux 3, freshly installed, with Postfix and its service not yet enabled. Programs and the
 * configuration of everything that no package here brings are the base's: Debian's, unless another is given.
 */
export const ALINUX3: Platform = {
  id: 'alinux3',
  packageSystem: 'rpm',
  absent: DEBIAN_PACKAGE_MANAGEMENT,
  files: [
    { path: '/usr/bin/yum', link: 'dnf-3' },
    { path: '/etc/yum.conf', link: 'dnf/dnf.conf' },
    { path: '/etc/dnf/vars/releasever', content: '3\n' },
  ],
  installed: [RELEASE_PACKAGE, SETUP_PACKAGE, BASH_PACKAGE, POSTFIX_PACKAGE],
  offered: [
    { name: 'cyrus-sasl', version: '2.1.27', release: '6.al8' },
    { name: 'mailx', version: '12.5', release: '29.al8' },
    { name: 'sendmail', version: '8.15.2', release: '34.al8' },
  ],
};
