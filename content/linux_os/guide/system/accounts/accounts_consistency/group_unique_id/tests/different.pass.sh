printf '%s\n' 'one:x:4711:' 'two:x:47110:' >> /etc/group
