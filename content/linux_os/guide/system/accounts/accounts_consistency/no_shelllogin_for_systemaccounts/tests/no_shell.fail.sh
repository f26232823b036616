# An empty field means /bin/sh.
echo 'web:x:902:100::/:' >> /etc/passwd
