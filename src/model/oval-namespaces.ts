const definitions = 'http://oval.mitre.org/XMLSchema/oval-definitions-5';

/** Families of OVAL 5.11.1, and the prefix that content usually gives them where it is another word. */
const families: readonly (readonly [family: string, prefix?: string])[] = [
  ['independent', 'ind'],
  ['unix'],
  ['linux'],
  ['windows', 'win'],
  ['macos'],
  ['solaris', 'sol'],
  ['aix'],
  ['android'],
  ['apache'],
  ['apple_ios'],
  ['asa'],
  ['catos'],
  ['esx'],
  ['freebsd'],
  ['hpux'],
  ['ios'],
  ['iosxe'],
  ['junos'],
  ['netconf'],
  ['pixos'],
  ['sharepoint'],
];

/**
 * The prefixes that an OVAL fragment may use without declaring them: of each family its own name, the usual
 * short one, and both with `-def`, as MITRE's own documents have them.
 */
export const ovalPrefixes: Readonly<Record<string, string>> = Object.fromEntries([
  ['oval', 'http://oval.mitre.org/XMLSchema/oval-common-5'],
  ['oval-def', definitions],
  ['xsi', 'http://www.w3.org/2001/XMLSchema-instance'],
  ...families.flatMap(([family, prefix = family]) =>
    [...new Set([family, prefix, `${prefix}-def`])].map((name) => [name, `${definitions}#${family}`]),
  ),
]);
