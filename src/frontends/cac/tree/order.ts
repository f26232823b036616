/**
 * Rules of a group that must be evaluated in a certain order come first: what installs before what enables,
 * what enables before what configures. `first` lists, for names that `sorted` matches, the words in order;
 * everything else follows by name.
 */
interface Order {
  readonly sorted: RegExp;
  readonly first: readonly string[];
}

function ordered(names: readonly string[], { sorted, first }: Order): string[] {
  const left = new Set(names);
  const out: string[] = [];
  const special = names.filter((name) => sorted.test(name));
  for (const word of first) {
    for (const name of special) {
      if (!name.includes(word) || !left.delete(name)) continue;
      out.push(name);
    }
  }
  return [...out, ...[...left].sort(byCodePoint)];
}

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const startsWithAny = (words: readonly string[]): RegExp => new RegExp(`^(?:${words.join('|')})`);

const topGroups = ['system', 'services', 'auditing'];

const groups = [
  ...[
    'software',
    'integrity',
    'integrity-software',
    'rpm_verification',
    'accounts',
    'auditing',
    'fips',
    'crypto',
  ],
  ...['firewalld_activation', 'ruleset_modifications', 'disabling_ipv6', 'configuring_ipv6'],
];

const rules: Order = {
  sorted:
    /^(?:package_.*_(?:installed|removed)|service_.*_(?:enabled|disabled)|install_smartcard_packages|sshd_|chronyd_specify_remote_server|zipl_.*_argument(?:_absent)?$)/,
  first: [
    ...['enable_authselect', 'installed', 'install_smartcard_packages', 'removed', 'enabled', 'disabled'],
    ...['sshd_include_crypto_policy', 'sshd_set_keepalive_0', 'sshd_set_keepalive', 'sshd_set_idle_timeout'],
    ...['chronyd_specify_remote_server', 'argument'],
  ],
};

export const orderedTopGroups = (names: readonly string[]): string[] =>
  ordered(names, { sorted: startsWithAny(topGroups), first: topGroups });

export const orderedGroups = (names: readonly string[]): string[] =>
  ordered(names, { sorted: startsWithAny(groups), first: groups });

export const orderedRules = (names: readonly string[]): string[] => ordered(names, rules);
