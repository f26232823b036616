# remediation = none
# reason = only an administrator can know which of the entries is right
echo 'toor:x:000:100::/root:/bin/bash' >> /etc/passwd
