# remediation = none
# reason = only an administrator can know which of the entries is right
printf '%s\n' 'one:x:4711:100::/:/bin/sh' 'two:x:4711:100::/:/bin/sh' >> /etc/passwd
