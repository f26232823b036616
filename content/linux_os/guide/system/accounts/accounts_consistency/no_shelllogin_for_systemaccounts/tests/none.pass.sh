awk -F: '$3 < 1000 && $1 != "root" { print $1 }' /etc/passwd | while read -r name; do usermod --shell /usr/sbin/nologin "$name"; done
printf '%s\n' 'web:x:901:100::/:/sbin/nologin' 'somebody:x:1000:100::/:/bin/bash' >> /etc/passwd
