import type { Element } from 'xast';
import { localName } from '../../../xml/nodes.js';

/** What a test looks at, for people; OVAL 5.11.1 names some two hundred, these are what Linux content uses. */
const subjects: Readonly<Record<string, string>> = {
  dpkginfo: 'Debian package',
  environmentvariable: 'Environment variable',
  environmentvariable58: 'Environment variable',
  family: 'Operating system family',
  file: 'File',
  filehash58: 'File hash',
  fileextendedattribute: 'Extended file attribute',
  interface: 'Network interface',
  inetlisteningserver: 'Listening server',
  iflisteners: 'Packet socket',
  partition: 'Mounted partition',
  password: 'User account (passwd)',
  process58: 'Process',
  rpminfo: 'RPM package',
  rpmverifyfile: 'File of an RPM package',
  rpmverifypackage: 'RPM package, verified',
  runlevel: 'Service in a runlevel',
  selinuxboolean: 'SELinux boolean',
  selinuxsecuritycontext: 'SELinux security context',
  shadow: 'Password entry (shadow)',
  symlink: 'Symbolic link',
  sysctl: 'Kernel parameter (sysctl)',
  systemdunitdependency: 'systemd unit dependency',
  systemdunitproperty: 'systemd unit property',
  textfilecontent54: 'Text in files',
  textfilecontent: 'Text in files',
  uname: 'Kernel and machine (uname)',
  unknown: 'Something that no program can find out',
  variable: 'Variable',
  xmlfilecontent: 'XML file',
  yamlfilecontent: 'YAML file',
  apparmorstatus: 'AppArmor status',
  gconf: 'GConf setting',
  routingtable: 'Route',
  xinetd: 'xinetd service',
  inetd: 'inetd service',
  ldap: 'LDAP entry',
  sql: 'SQL query',
  sql57: 'SQL query',
};

/** `rpminfo_test`, `rpminfo_object` → RPM package. */
export function subjectOf(node: Element): string {
  const kind = localName(node).replace(/_(?:test|object|state)$/, '');
  return subjects[kind] ?? kind;
}

const operators: Readonly<Record<string, readonly [name: string, meaning: string]>> = {
  AND: ['AND', 'all of these'],
  OR: ['OR', 'at least one of these'],
  ONE: ['ONE', 'exactly one of these'],
  XOR: ['XOR', 'an odd number of these'],
};

/** A logical operator and what it means (OVAL 5.11.1, OperatorEnumeration). */
export const operatorWords = (operator = 'AND'): readonly [name: string, meaning: string] =>
  operators[operator] ?? [operator, 'of these'];

const existences: Readonly<Record<string, string>> = {
  all_exist: 'everything that is looked for must exist',
  any_exist: 'it need not exist',
  at_least_one_exists: 'at least one must exist',
  none_exist: 'none may exist',
  only_one_exists: 'exactly one must exist',
};

const quantities: Readonly<Record<string, string>> = {
  all: 'every one found must match the state',
  'at least one': 'at least one found must match the state',
  'none satisfy': 'none found may match the state',
  'none exist': 'none may exist',
  'only one': 'exactly one found must match the state',
};

/** What a test asks of what it finds (OVAL 5.11.1, ExistenceEnumeration and CheckEnumeration). */
export function demandOf(test: Element, hasState: boolean): string {
  const { check_existence: existence = 'at_least_one_exists', check = 'all' } = test.attributes as Record<
    string,
    string
  >;
  const words = [existences[existence] ?? existence];
  if (hasState && existence !== 'none_exist') words.push(quantities[check] ?? check);
  return words.join(', ');
}

const operations: Readonly<Record<string, string>> = {
  equals: 'is',
  'not equal': 'is not',
  'case insensitive equals': 'is (in upper or lower case)',
  'case insensitive not equal': 'is not (in upper or lower case)',
  'pattern match': 'matches',
  'greater than': 'is greater than',
  'greater than or equal': 'is at least',
  'less than': 'is less than',
  'less than or equal': 'is at most',
  'bitwise and': 'has all bits of',
  'bitwise or': 'has some bit of',
  'subset of': 'is a subset of',
  'superset of': 'is a superset of',
};

export const operationWords = (operation = 'equals'): string => operations[operation] ?? operation;

const varChecks: Readonly<Record<string, string>> = {
  all: 'all of',
  'at least one': 'one of',
  'none satisfy': 'none of',
  'only one': 'exactly one of',
};

export const varCheckWords = (check = 'all'): string => varChecks[check] ?? check;
