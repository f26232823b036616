# remediation = none
# reason = only an administrator can know which group is meant
echo 'ours:x:47110:' >> /etc/group
echo 'one:x:4711:4711::/:/bin/sh' >> /etc/passwd
