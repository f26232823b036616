# remediation = none
# reason = only an administrator can know which of the entries is right
printf '%s\n' 'one:x:4711:100::/:/bin/sh' 'one:x:4712:100::/:/bin/sh' >> /etc/passwd
