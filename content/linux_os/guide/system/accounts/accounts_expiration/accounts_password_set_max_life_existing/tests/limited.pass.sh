sed -i 's/^\([^:]*\):[^:]*:/\1:!:/' /etc/shadow
printf '%s\n' 'one:x:4711:100::/:/bin/sh' 'two:x:4712:100::/:/bin/sh' >> /etc/passwd
printf '%s\n' 'one:$6$abc$def:19000:0:30:7:::' 'two:!!:19000:0:99999:7:::' >> /etc/shadow
