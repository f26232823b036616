# remediation = none
# reason = only an administrator can know which of the entries is right
printf '%s\n' 'one:x:4711:' 'one:x:4712:' >> /etc/group
