printf '%s\n' 'one:x:4711:' 'one1:x:4712:' >> /etc/group
