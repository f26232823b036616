# remediation = none
# reason = only an administrator can know which of the entries is right
echo 'toor:x:0:0::/root:/bin/bash' >> /etc/passwd
