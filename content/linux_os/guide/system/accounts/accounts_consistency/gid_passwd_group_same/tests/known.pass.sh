echo 'ours:x:4711:' >> /etc/group
echo 'one:x:4711:4711::/:/bin/sh' >> /etc/passwd
