printf '%s\n' 'one:x:4711:100::/:/bin/sh' 'two:x:47110:100::/:/bin/sh' >> /etc/passwd
