import type { StubFile, StubPackage } from '../stub-package.js';

/** /etc/postfix/main.cf of the package, without its comments: postfix-3.5.8 of the RHEL 8 family. */
const MAIN_CF = `compatibility_level = 2
queue_directory = /var/spool/postfix
command_directory = /usr/sbin
daemon_directory = /usr/libexec/postfix
data_directory = /var/lib/postfix
mail_owner = postfix
inet_interfaces = localhost
inet_protocols = all
mydestination = $myhostname, localhost.$mydomain, localhost
unknown_local_recipient_reject_code = 550
alias_maps = hash:/etc/aliases
alias_database = hash:/etc/aliases
debug_peer_level = 2
debugger_command =
\t PATH=/bin:/usr/bin:/usr/local/bin:/usr/X11R6/bin
\t ddd $daemon_directory/$process_name $process_id & sleep 5
sendmail_path = /usr/sbin/sendmail.postfix
newaliases_path = /usr/bin/newaliases.postfix
mailq_path = /usr/bin/mailq.postfix
setgid_group = postdrop
html_directory = no
manpage_directory = /usr/share/man
sample_directory = /usr/share/doc/postfix/samples
readme_directory = /usr/share/doc/postfix/README_FILES
smtpd_tls_cert_file = /etc/pki/tls/certs/postfix.pem
smtpd_tls_key_file = /etc/pki/tls/private/postfix.key
smtpd_tls_security_level = may
smtp_tls_CApath = /etc/pki/tls/certs
smtp_tls_CAfile = /etc/pki/tls/certs/ca-bundle.crt
smtp_tls_security_level = may
meta_directory = /etc/postfix
shlib_directory = /usr/lib64/postfix
`;

const SERVICE = `[Unit]
Description=Postfix Mail Transport Agent
After=syslog.target network.target
Conflicts=sendmail.service exim.service

[Service]
Type=forking
PIDFile=/var/spool/postfix/pid/master.pid
ExecStart=/usr/sbin/postfix start
ExecReload=/usr/sbin/postfix reload
ExecStop=/usr/sbin/postfix stop

[Install]
WantedBy=multi-user.target
`;

/**
 * Stands for postalias, postmap and newaliases: it notes beside each map that its database was made, and fails
 * where there is no map. The real ones write a hash table that only the running Postfix reads.
 */
const MAKE_MAPS = `#!/bin/sh
set -e
case "$0" in *newaliases) set -- hash:/etc/aliases ;; esac
for map; do
  file=\${map#*:}
  [ -r "$file" ] || { echo "fatal: open $file: No such file or directory" >&2; exit 1; }
  cp "$file" "$file.db"
done
`;

/**
 * Stands for postconf: \`-e NAME=VALUE…\` and \`-X NAME…\` edit main.cf, \`-n\`, \`-h\` and a plain NAME read it.
 * It knows no built-in default: a parameter that main.cf does not set is printed as empty.
 */
const POSTCONF = `#!/usr/bin/python3
import re, sys
MAIN = "/etc/postfix/main.cf"
args = sys.argv[1:]
flags = {a for a in args if a.startswith("-")}
names = [a for a in args if not a.startswith("-")]
lines = re.findall(r"(?m)^\\S.*\\n?(?:[ \\t]+\\S.*\\n?)*|^[ \\t]*\\n", open(MAIN).read())
def name_of(line):
    match = re.match(r"([A-Za-z_]\\w*)\\s*=", line)
    return match and match.group(1)
def write():
    open(MAIN, "w").write("".join(lines))
if "-X" in flags:
    lines = [line for line in lines if name_of(line) not in names]
    write()
elif "-e" in flags or any("=" in name for name in names):
    for setting in names:
        name, value = (part.strip() for part in setting.split("=", 1))
        new, kept, done = name + " = " + value + "\\n", [], False
        for line in lines:
            if name_of(line) != name:
                kept.append(line)
            elif not done:
                kept.append(new)
                done = True
        lines = kept if done else kept + [new]
    write()
else:
    values = {name_of(line): re.sub(r"\\s+", " ", line.split("=", 1)[1]).strip() for line in lines if name_of(line)}
    for name in names or sorted(values):
        value = values.get(name, "")
        print(value if "-h" in flags else name + " = " + value)
`;

/** Stands for postfix(1): the master process that it would control does not run in a root. */
const POSTFIX = `#!/bin/sh
case "$1" in
  check|start|stop|reload|status|flush) exit 0 ;;
  *) echo "postfix: error: unknown command: '$1'" >&2; exit 1 ;;
esac
`;

const COMMANDS: readonly StubFile[] = [
  { path: '/usr/sbin/postconf', content: POSTCONF, mode: 0o755 },
  { path: '/usr/sbin/postfix', content: POSTFIX, mode: 0o755 },
  { path: '/usr/sbin/postalias', content: MAKE_MAPS, mode: 0o755 },
  { path: '/usr/sbin/postmap', content: MAKE_MAPS, mode: 0o755 },
  { path: '/usr/bin/newaliases', content: MAKE_MAPS, mode: 0o755 },
];

/** Postfix as a package of the RHEL 8 family has it: its configuration, its unit, and stubs of its commands. */
export const POSTFIX_PACKAGE: StubPackage = {
  name: 'postfix',
  version: '3.5.8',
  release: '7.al8',
  epoch: 2,
  provides: ['MTA', 'smtpd', 'server(smtp)'],
  requires: ['/bin/sh'],
  files: [
    { path: '/etc/postfix/main.cf', content: MAIN_CF, config: true },
    {
      path: '/etc/postfix/master.cf',
      content: 'smtp      inet  n       -       n       -       -       smtpd\n',
      config: true,
    },
    { path: '/usr/lib/systemd/system/postfix.service', content: SERVICE },
    ...COMMANDS,
  ],
};
