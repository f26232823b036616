/** A Debian package that a proof needs on the machine, and what for. */
export interface DebianPackage {
  readonly name: string;
  readonly purpose: string;
}

/**
 * What `apt-get install` must bring (Debian 12). A root over `/` shows the machine's own programs, so nothing is
 * installed in the root itself.
 */
export const DEBIAN_PACKAGES: readonly DebianPackage[] = [
  { name: 'util-linux', purpose: 'unshare, nsenter, mount and setpriv make the root' },
  { name: 'iproute2', purpose: "ip starts the root's loopback interface, without which oscap does not scan" },
  { name: 'openscap-scanner', purpose: 'oscap scans the root' },
  { name: 'openscap-common', purpose: 'the schemas and CPE dictionaries that oscap reads' },
  { name: 'rpm', purpose: 'rpm and rpmbuild: stub packages, and the database that checks read' },
  { name: 'dnf', purpose: 'installs and removes stub packages as a remediation asks for it' },
  { name: 'createrepo-c', purpose: 'makes the repository of stub packages that dnf reads' },
  {
    name: 'python3-rpm',
    purpose: "Ansible's package_facts and dnf modules read the rpm database through it",
  },
  { name: 'ansible-core', purpose: 'ansible-playbook and the modules of ansible.builtin' },
  { name: 'python3-apt', purpose: "Ansible's apt module and its package_facts ask apt through it" },
  { name: 'systemd', purpose: 'systemctl enables, disables and masks units offline' },
  { name: 'procps', purpose: 'sysctl, which remediations call' },
];
